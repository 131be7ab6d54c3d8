/** Where a text stands in a conversation: what the shopper has said, or has not said, right before it. */

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PlacedText } from '../../lambda/console/localiser-protocol';
import { type DialogueTurn, readExamples } from './examples';
import { saidIn } from './said-in';
import { languageOf, localesOf, MEASURE, type Place, readLanguage } from './source';
import { type LocaleText, textsOf } from './texts';

type After = NonNullable<PlacedText['after']>;

/** The rungs of a question, by what they answer. */
const RUNGS = { reprompt: 'silence', guide: 'missed', help: 'help' } as const;

/** By the examples of the language; of a draft by the English ones, too, and told to be such, until it has its own. */
export function placesIn(place: Place, language: string): (text: LocaleText) => PlacedText['after'] {
  const own = placesBy(place, language);
  const isDraft = readLanguage(place, language).status === 'draft';
  const english = isDraft && language !== MEASURE ? placesBy(place, MEASURE) : NOWHERE;
  return ({ file, path }) => {
    if (file !== 'speech.json' && file !== 'text.json') return null;
    const [group = '', ...rest] = plainKey(path);
    if (group === 'format') return null;
    const rung = Object.entries(RUNGS).find(([name]) => rest.includes(name))?.[1];
    if (rung) return { kind: rung };
    const keys = rest.map((_, at) => [group, ...rest.slice(0, rest.length - at)].join('.'));
    return own.said(keys) ?? inEnglish(english.said(keys)) ?? own.asked(group) ?? { kind: 'anything' };
  };
}

type Places = {
  /** Of the first of these keys that an example says. */
  said(keys: readonly string[]): After | undefined;
  /** The plainest request of an intent, which says the most with the least. */
  asked(intent: string): After | undefined;
};
const NOWHERE: Places = { said: () => undefined, asked: () => undefined };

/** Longer than anything that is said. */
const LONG = 1_000;

function placesBy(place: Place, language: string): Places {
  const turns = turnsIn(place, language);
  const byKey = new Map<string, After>();
  const note = (key: string, turn: DialogueTurn) => {
    const after = afterOf(turn);
    if (after && !byKey.has(key)) byKey.set(key, after);
  };
  for (const turn of turns) for (const key of [...(turn.replies ?? []), turn.asks ?? '']) note(key, turn);
  const texts = textsOf(place, language).filter(({ file }) => file === 'speech.json' || file === 'text.json');
  const answers = turns.filter((turn): turn is DialogueTurn & { answered: string } => turn.answered !== undefined);
  for (const { path, text } of texts) {
    const turn = text === null ? undefined : answers.find(saidIn(text));
    const key = plainKey(path);
    if (!turn) continue;
    note(key.join('.'), turn);
    // Another wording of the same is said where this one is.
    if (key.at(-1)?.length === 1) note(key.slice(0, -1).join('.'), turn);
  }
  const plainest = plainestIn(turns);
  return {
    said: (keys) => keys.map((key) => byKey.get(key)).find((one) => one !== undefined),
    asked(intent) {
      const said = plainest.get(intent);
      return said === undefined ? undefined : { kind: 'about', said };
    },
  };
}

function afterOf({ said, launch, silence }: DialogueTurn): After | undefined {
  if (said !== undefined) return { kind: 'said', said };
  if (launch) return { kind: 'launch' };
  return silence ? { kind: 'silence' } : undefined;
}

/** Only what is said is in a language. */
function inEnglish(after: After | undefined): After | undefined {
  return after?.kind === 'said' ? { kind: 'said-in-english', said: after.said } : after;
}

function plainestIn(turns: readonly DialogueTurn[]): ReadonlyMap<string, string> {
  const plainest = new Map<string, { readonly said: string; readonly weight: number }>();
  for (const { said, intent, slots = {} } of turns) {
    if (said === undefined || intent === undefined) continue;
    const weight = Object.keys(slots).length * LONG + said.length;
    if (weight < (plainest.get(intent)?.weight ?? Number.POSITIVE_INFINITY)) plainest.set(intent, { said, weight });
  }
  return new Map([...plainest].map(([intent, { said }]) => [intent, said]));
}

/** Without plural forms and manners. */
function plainKey(path: readonly string[]): readonly string[] {
  return path.map((step) => step.replace(/_.*$/, ''));
}

/** Its own examples first, then the whole conversations of the tests. */
function turnsIn(place: Place, language: string): readonly DialogueTurn[] {
  const examples = `${language}/examples.yaml`;
  const folder = join(place.root, 'test', 'conversations');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')) : [];
  const others = files.flatMap((name) => readExamples(join(folder, name), name).dialogues);
  return [
    ...readExamples(join(localesOf(place), examples), examples).dialogues,
    ...others.filter(({ given }) => given?.locale !== undefined && languageOf(given.locale) === language),
  ].flatMap(({ turns }) => turns);
}
