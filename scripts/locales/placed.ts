/** Where a text stands in a conversation: when it is said, the question before it, and what the shopper says to that. */

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { HeardBefore, TextPlace } from '../../lambda/console/localiser-protocol';
import { type Dialogue, type DialogueTurn, readExamples } from './examples';
import { type Before, hangsOnQuestion, type LedTo, readLedTo } from './led-to';
import { readWhens } from './places';
import { replyNameOf } from './reply-names';
import { sayerFor } from './said-for';
import { saidIn } from './said-in';
import { languageOf, localesOf, MEASURE, type Place, readLanguage } from './source';
import { type LocaleText, textsOf } from './texts';

/** The rungs of a question, by what they answer. */
const RUNGS = { reprompt: 'silence', guide: 'missed', help: 'help' } as const;

/** How a turn begins that is no request, by what is noted of it; of all others there is nothing to be heard. */
const HEARD: Readonly<Record<string, Exclude<HeardBefore['kind'], 'said' | 'said-in-english'>>> = {
  launched: 'launch',
  silence: 'silence',
  choice: 'choice',
  text: 'choice',
  Fallback: 'unheard',
};

/** By the examples of the language, else by what led there in a test, as the language says it; a draft that cannot is told it in English. */
export function placesIn(place: Place, language: string): (text: LocaleText) => TextPlace | null {
  const [whens, ledTo] = [readWhens(place), readLedTo(place)];
  const own = spokenIn(place, language, ledTo);
  const isDraft = readLanguage(place, language).status === 'draft' && language !== MEASURE;
  const english = isDraft ? spokenIn(place, MEASURE, ledTo) : null;

  function heardFor(name: string): HeardBefore {
    const before = ledTo.get(name);
    return own.example(name)?.heard ?? inEnglish(english?.example(name)?.heard) ?? (before ? heardIn(before) : NOTHING);
  }

  function heardIn(before: Before): HeardBefore {
    const kind = HEARD[before.heard];
    if (kind) return { kind };
    return said(own.say(before)) ?? inEnglish(said(english?.say(before))) ?? NOTHING;
  }

  return ({ file, path }) => {
    if ((file !== 'speech.json' && file !== 'text.json') || path[0] === 'format') return null;
    const name = replyNameOf(path);
    const when = whens.get(name) ?? '';
    const rung = Object.entries(RUNGS).find(([step]) => path.some((one) => one.replace(/_.*$/, '') === step))?.[1];
    if (rung) return { when, asked: own.question(name), heard: { kind: rung } };
    const [before, example] = [ledTo.get(name), own.example(name)];
    // Where an example asks for it otherwise, nobody knows what had been asked.
    const isSame = !example || (before && example.intent === before.heard && hangsOnQuestion(before));
    const asked = isSame && before?.asked;
    return { when, asked: asked ? own.question(asked) : null, heard: heardFor(name) };
  };
}

const NOTHING: HeardBefore = { kind: 'nothing' };

type Example = { readonly heard: HeardBefore; readonly intent: string | undefined };
type Spoken = {
  /** What an example of the language says right before it. */
  example(name: string): Example | undefined;
  /** A question in the words of the language. */
  question(id: string): string | null;
  say: ReturnType<typeof sayerFor>;
};

function spokenIn(place: Place, language: string, ledTo: LedTo): Spoken {
  const turns = turnsIn(place, language);
  const texts = textsOf(place, language).filter(({ file }) => file === 'speech.json' || file === 'text.json');
  const examples = examplesIn(turns, texts, ledTo);
  const asks = new Map(
    texts.flatMap(({ path, text, source }) => {
      const plain = path.map((step) => step.replace(/_.*$/, ''));
      return plain.includes('ask') ? [[replyNameOf(path), text ?? source] as const] : [];
    }),
  );
  return {
    example: (name) => examples.get(name),
    question: (id) => asks.get(id) ?? null,
    say: sayerFor(place, language, turns),
  };
}

function examplesIn(
  turns: readonly DialogueTurn[],
  texts: readonly LocaleText[],
  ledTo: LedTo,
): ReadonlyMap<string, Example> {
  const byName = new Map<string, Example>();
  const note = (name: string, turn: DialogueTurn) => {
    const heard = heardAt(turn);
    if (heard && !byName.has(name)) byName.set(name, { heard, intent: turn.intent });
  };
  for (const turn of turns) for (const name of [...(turn.replies ?? []), turn.asks ?? '']) note(name, turn);
  const answers = turns.filter((turn): turn is DialogueTurn & { answered: string } => turn.answered !== undefined);
  for (const { path, text } of texts) {
    const name = replyNameOf(path);
    const before = ledTo.get(name)?.heard;
    // Several replies are in the same words: of them it is the one that follows that request.
    const isHeard = text === null ? () => false : saidIn(text);
    const turn = answers.find((one) => (before === undefined || one.intent === before) && isHeard(one));
    if (turn) note(name, turn);
  }
  return byName;
}

function heardAt({ said: words, launch, silence }: DialogueTurn): HeardBefore | undefined {
  if (launch) return { kind: 'launch' };
  return silence ? { kind: 'silence' } : said(words);
}

function said(words: string | undefined): HeardBefore | undefined {
  return words === undefined ? undefined : { kind: 'said', said: words };
}

/** Only what is said is in a language. */
function inEnglish(heard: HeardBefore | undefined): HeardBefore | undefined {
  return heard?.kind === 'said' ? { ...heard, kind: 'said-in-english' } : heard;
}

/** Its own examples first, then the whole conversations of the tests. */
function turnsIn(place: Place, language: string): readonly DialogueTurn[] {
  const examples = `${language}/examples.yaml`;
  const folder = join(place.root, 'test', 'conversations');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')) : [];
  const others = files.flatMap((name) => readExamples(join(folder, name), name).dialogues);
  const isOwn = ({ given }: Dialogue) => given?.locale !== undefined && languageOf(given.locale) === language;
  return [...readExamples(join(localesOf(place), examples), examples).dialogues, ...others.filter(isOwn)].flatMap(
    ({ turns }) => turns,
  );
}
