import type { Response } from 'ask-sdk-model';
import { brokenRules } from '../../../lambda/channels/alexa/rules';

const ssml = (text: string) => ({ type: 'SSML', ssml: `<speak>${text}</speak>` }) as const;
const closed: Response = { outputSpeech: ssml('Done.'), shouldEndSession: true };
const open: Response = {
  outputSpeech: ssml('Which one?'),
  reprompt: { outputSpeech: ssml('Which one shall it be?') },
  shouldEndSession: false,
};

const yields = (input: object = {}): Response => ({
  outputSpeech: ssml('I am sending it to your phone.'),
  directives: [{ type: 'Connections.StartConnection', uri: 'connection://AMAZON.LinkApp/2', input, token: 't' }],
});

const rulesOf = (response: Response, type = 'IntentRequest') => [
  ...new Set(brokenRules(response, type).map(({ rule }) => rule)),
];

test.each([
  ['a statement that closes', closed],
  ['a question that stays open', open],
  ['a yield after a statement', yields({ links: { x: { url: 'https://willow-market.example/chat' } } })],
  ['a question in another script', { ...open, outputSpeech: ssml('どれですか？') }],
])('lets pass %s', (_what, response) => {
  expect(brokenRules(response as Response, 'IntentRequest')).toEqual([]);
});

const { shouldEndSession: _end, ...undecided } = closed;
const { reprompt: _reprompt, ...unprompted } = open;

test.each<[string, Response]>([
  ['an ending that is left open', undecided],
  ['a question into a closed microphone', { ...closed, outputSpeech: ssml('Done. Anything else?') }],
  ['an open microphone without a question', { ...open, outputSpeech: ssml('Done.') }],
  ['two questions', { ...open, outputSpeech: ssml('Is it you? Which one?') }],
  ['a question that is not at the end', { ...open, outputSpeech: ssml('Which one? Say it.') }],
  ['no reprompt', unprompted],
  ['a reprompt that only repeats', { ...open, reprompt: { outputSpeech: ssml('Which one?') } }],
  ['a question before a yield', { ...yields(), outputSpeech: ssml('Shall I?') }],
  ['a yield that ends the session', { ...yields(), shouldEndSession: true }],
  ['a yield with a reprompt', { ...yields(), reprompt: { outputSpeech: ssml('Well.') } }],
  ['a reprompt into a closed microphone', { ...closed, reprompt: { outputSpeech: ssml('Well?') } }],
])('R1 finds %s', (_what, response) => {
  expect(rulesOf(response)).toEqual(['R1']);
});

test.each<[string, Response]>([
  ['broken XML', { ...closed, outputSpeech: ssml('Salt & pepper.') }],
  ['a tag nobody knows', { ...closed, outputSpeech: ssml('<blink>Done.</blink>') }],
  ['too many characters', { ...closed, outputSpeech: ssml('a'.repeat(8_000)) }],
  ['a card that is too long', { ...closed, card: { type: 'Simple', title: 'T', content: 'a'.repeat(8_000) } }],
  ['more than 24 kB', { ...closed, directives: [{ type: 'AudioPlayer.Stop', x: 'a'.repeat(24_600) } as never] }],
  ['a link that is not https', yields({ links: { x: { url: 'http://willow-market.example' } } })],
  ['a link that is too long', yields({ links: { x: { url: `https://willow-market.example/${'a'.repeat(2_000)}` } } })],
  ['broken XML in the reprompt', { ...open, reprompt: { outputSpeech: ssml('<p>Which one shall it be?') } }],
])('R2 finds %s', (_what, response) => {
  expect(rulesOf(response)).toEqual(['R2']);
});

test('R3 finds words to a session that is over', () => {
  expect(rulesOf(closed, 'SessionEndedRequest')).toEqual(['R3']);
  expect(rulesOf({ card: { type: 'LinkAccount' } }, 'AlexaSkillEvent.SkillEnabled')).toEqual(['R3']);
  expect(rulesOf({}, 'SessionEndedRequest')).toEqual([]);
});

test('R3 finds what else Alexa is to do in a yield, and a yield to a session that is over', () => {
  const { directives = [] } = yields();
  expect(rulesOf({ ...yields(), directives: [...directives, ...directives] })).toEqual(['R3']);
  expect(rulesOf(yields(), 'SessionEndedRequest')).toEqual(['R3']);
});

test('R5 finds a yield without a word', () => {
  const { outputSpeech: _speech, ...silent } = yields();
  expect(rulesOf(silent)).toEqual(['R5']);
});

test('R5 finds an open microphone without a word', () => {
  expect(rulesOf({ reprompt: open.reprompt as NonNullable<Response['reprompt']>, shouldEndSession: false })).toContain(
    'R5',
  );
});
