/** Alexa's certification rules for a response as code: run on every response of every test, and as warnings by `npm start`. */

import type { Response } from 'ask-sdk-model';
import { SaxesParser } from 'saxes';
import { QUOTED } from '../../vocabulary/markup';

export type Broken = { readonly rule: 'R1' | 'R2' | 'R3' | 'R5'; readonly message: string };

/** Documented tags we use; another one would be read aloud or refuse the whole response. */
const TAGS = new Set([
  'speak',
  'p',
  's',
  'break',
  'say-as',
  'sub',
  'lang',
  'voice',
  'phoneme',
  'prosody',
  'w',
  'audio',
]);
const SPEECH_CHARACTERS = 8_000;
const CARD_CHARACTERS = 8_000;
/** The documented limit was 24 kB for years; the raised one is unconfirmed, so the old one holds. */
const RESPONSE_BYTES = 24 * 1_024;
const LINK_CHARACTERS = 2_000;
const VALUE_CHARACTERS = 140;
const VALUES = 100;
const QUESTION = /[?？؟]/;

/** Everything that is wrong with this response to a request of this type; empty when it would pass. */
export function brokenRules(response: Response, requestType: string): readonly Broken[] {
  return [
    ...(startsConnection(response) ? yielding(response) : microphone(response, requestType)),
    ...speech(response),
    ...silence(response, requestType),
    ...sizes(response),
    ...links(response),
    ...ownValues(response),
  ];
}

/** R1: a question and a reprompt if and only if the session stays open; always said explicitly. */
function microphone(response: Response, requestType: string): readonly Broken[] {
  if (!takesSpeech(requestType)) return [];
  const { shouldEndSession, outputSpeech, reprompt } = response;
  if (shouldEndSession === undefined) return [{ rule: 'R1', message: 'shouldEndSession is not set' }];
  // What a person wrote and is read out may ask as well.
  const spoken = plain(outputSpeech).replace(QUOTED, '');
  const marks = spoken.match(new RegExp(QUESTION, 'g'))?.length ?? 0;
  const asks = QUESTION.test(spoken.trim().slice(-1));
  const found: Broken[] = [];
  if (!shouldEndSession && (!asks || marks !== 1))
    found.push({ rule: 'R1', message: `open without exactly one question at the end: ${spoken}` });
  if (!shouldEndSession && !reprompt) found.push({ rule: 'R1', message: 'open without a reprompt' });
  if (!shouldEndSession && plain(reprompt?.outputSpeech) === spoken)
    found.push({ rule: 'R1', message: `the reprompt only repeats: ${spoken}` });
  if (shouldEndSession && marks > 0)
    found.push({ rule: 'R1', message: `a question into a closed microphone: ${spoken}` });
  if (shouldEndSession && reprompt) found.push({ rule: 'R1', message: 'closed with a reprompt' });
  return found;
}

/** R1 and R3 of a yield: a statement, nothing that waits for an answer, and nothing else for Alexa to do. See `write`. */
function yielding({ shouldEndSession, outputSpeech, reprompt, directives = [] }: Response): readonly Broken[] {
  const found: Broken[] = [];
  if (shouldEndSession !== undefined) found.push({ rule: 'R1', message: 'shouldEndSession is set on a yield' });
  if (reprompt) found.push({ rule: 'R1', message: 'a yield with a reprompt' });
  if (QUESTION.test(plain(outputSpeech))) found.push({ rule: 'R1', message: 'a question before a yield' });
  if (directives.length > 1) found.push({ rule: 'R3', message: 'a yield with another directive' });
  return found;
}

function startsConnection({ directives = [] }: Response): boolean {
  return directives.some(({ type }) => type === 'Connections.StartConnection' || type === 'Connections.SendRequest');
}

/** R2: well-formed SSML of known tags within the limits. */
function speech({ outputSpeech, reprompt }: Response): readonly Broken[] {
  return [outputSpeech, reprompt?.outputSpeech].flatMap((one) => {
    if (one?.type !== 'SSML') return [];
    const problem = one.ssml.length > SPEECH_CHARACTERS ? `${one.ssml.length} characters` : xmlProblem(one.ssml);
    return problem ? [{ rule: 'R2', message: `${problem}: ${one.ssml.slice(0, 200)}` } as const] : [];
  });
}

function xmlProblem(ssml: string): string | null {
  let problem: string | null = null;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    problem ??= error.message;
  });
  parser.on('opentag', ({ name }) => {
    if (!TAGS.has(name)) problem ??= `unknown tag ${name}`;
  });
  parser.write(ssml).close();
  return problem;
}

/** R3: nothing is said to a session that is over. R5: whoever has no screen still hears something. */
function silence(response: Response, requestType: string): readonly Broken[] {
  const { outputSpeech, directives = [], card } = response;
  if (!takesSpeech(requestType)) {
    const says = outputSpeech !== undefined || directives.length > 0 || card !== undefined;
    return says ? [{ rule: 'R3', message: `${requestType} was answered with words` }] : [];
  }
  const hears = plain(outputSpeech).trim() !== '';
  return hears || response.shouldEndSession === true
    ? []
    : [{ rule: 'R5', message: 'an open microphone without a word' }];
}

function sizes(response: Response): readonly Broken[] {
  const { card } = response;
  const size = Buffer.byteLength(JSON.stringify(response));
  const found: Broken[] = [];
  if (size > RESPONSE_BYTES) found.push({ rule: 'R2', message: `the response has ${size} bytes` });
  if (card?.type === 'Simple' && (card.title ?? '').length + (card.content ?? '').length > CARD_CHARACTERS) {
    found.push({ rule: 'R2', message: 'the card is too long' });
  }
  return found;
}

/** R2: a link is https, within the limit. */
function links({ directives = [] }: Response): readonly Broken[] {
  const urls = [...JSON.stringify(directives).matchAll(/"url":"([^"]*)"/g)].map(([, url = '']) => url);
  const wrong = urls.some((url) => !url.startsWith('https://') || url.length > LINK_CHARACTERS);
  // Without the link itself: it may open somebody's conversation.
  return wrong ? [{ rule: 'R2', message: 'a link is no https address or too long' }] : [];
}

/** R3: values of a moment are of a type of ours, each with an id and a name, a hundred with all their synonyms. */
function ownValues({ directives = [] }: Response): readonly Broken[] {
  const told = directives.flatMap((one) => (one.type === 'Dialog.UpdateDynamicEntities' ? [one] : []));
  const found: Broken[] = [];
  if (told.length > 1) found.push({ rule: 'R3', message: 'two directives of values' });
  for (const { updateBehavior, types = [] } of told) {
    const values = types.flatMap((type) => type.values);
    const names = values.flatMap(({ name }) => [name?.value ?? '', ...(name?.synonyms ?? [])]);
    const isWhole =
      types.every(({ name }) => name === 'Product') &&
      values.every(({ id }) => id) &&
      values.length > 0 === (updateBehavior === 'REPLACE');
    const fit = names.every((name) => name.length > 0 && name.length <= VALUE_CHARACTERS);
    if (!isWhole || !fit || names.length > VALUES)
      found.push({ rule: 'R3', message: `${names.length} values of a moment` });
  }
  return found;
}

const CONVERSATION: ReadonlySet<string> = new Set([
  'LaunchRequest',
  'IntentRequest',
  'SessionResumedRequest',
  'Connections.Response',
  'Alexa.Presentation.APL.UserEvent',
]);

function takesSpeech(requestType: string): boolean {
  return CONVERSATION.has(requestType);
}

function plain(speechOutput: Response['outputSpeech']): string {
  if (!speechOutput) return '';
  return speechOutput.type === 'SSML' ? speechOutput.ssml.replace(/<[^>]*>/g, '') : speechOutput.text;
}
