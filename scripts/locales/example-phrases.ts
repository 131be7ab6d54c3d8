/** The phrases of the store page: what they say after the skill's name, and whether the model says so literally. */

import { normalise } from '../../lambda/language/hearing/words';
import { INTENT_SLOTS } from './contract';
import { fillFor, invocationOf, type ShopSettings, type Source } from './source';
import { beside, plainOf, wordByWord } from './word-by-word';

export type Where = { readonly shop: ShopSettings; readonly locale: string };

/** What is said once the skill is named; empty: the phrase only opens it. undefined: it does not name the skill. */
export function requestIn(
  phrase: string,
  { words }: Pick<Source, 'words'>,
  { shop, locale }: Where,
): string | undefined {
  const fill = (text: string) => text.replace('{{invocation}}', invocationOf(shop, locale));
  const plain = (text: string) => normalise(text, words.apostrophe);
  const said = plain(fillFor(shop, locale)(phrase)).replace(/^alexa /, '');
  if (words.launch.some((launch) => plain(fill(launch)) === said)) return '';
  const lead = words.before
    .filter((text) => text.includes('{{invocation}}'))
    .map((text) => plain(fill(text)))
    .filter((text) => said.startsWith(`${text} `))
    .sort((a, b) => b.length - a.length)[0];
  return lead === undefined ? undefined : said.slice(lead.length + 1);
}

/** The ways to say each slot's values, by slot name. */
export type SlotWords = (slot: string) => readonly string[];

/** What samples say. */
export type Saying = {
  /** How samples sound that say one of the phrases. */
  readonly sounds: readonly string[];
  readonly soundOf: (sample: string) => string;
  /** The phrases a sample says. */
  readonly saidBy: (sample: string) => readonly string[];
};

/** Some phrase is made from a sample with a real value in the slot; samples with two slots never are. `phrases`: normalised. */
export function samplesSaying(
  phrases: readonly string[],
  { words, slotWords }: { readonly words: Source['words']; readonly slotWords: SlotWords },
): Saying {
  const slotsOf = slotsByValue(slotWords, (text) => plainOf(text, words.apostrophe));
  const saying = new Map<string, string[]>();
  for (const phrase of phrases)
    for (const sample of new Set([phrase, ...slottedIn(phrase.split(' '), slotsOf)]))
      saying.set(sample, [...(saying.get(sample) ?? []), phrase]);
  const soundOf = soundIn(words);
  return { sounds: [...saying.keys()], soundOf, saidBy: (sample) => saying.get(soundOf(sample)) ?? [] };
}

/** How a sample sounds, its slots left as they are. */
export function soundIn({ apostrophe }: Pick<Source['words'], 'apostrophe'>): (sample: string) => string {
  return wordByWord((word) =>
    word
      .split(/(\{[A-Za-z]+\})/)
      .map((part) => (part.startsWith('{') ? part : plainOf(part, apostrophe)))
      .reduce(beside),
  );
}

type SlotsOf = (value: string) => readonly string[];

function slotsByValue(slotWords: SlotWords, plain: (text: string) => string): SlotsOf {
  const slots = new Set(Object.values(INTENT_SLOTS).flatMap((own) => Object.keys(own)));
  const known = new Map<string, string[]>();
  for (const slot of slots)
    for (const value of new Set(slotWords(slot).map(plain))) known.set(value, [...(known.get(value) ?? []), slot]);
  return (value) => known.get(value) ?? [];
}

/** What is said, with a slot in the place of any part that is a value of it. */
function slottedIn(said: readonly string[], slotsOf: SlotsOf): readonly string[] {
  return said.flatMap((_, from) =>
    said.slice(from).flatMap((_end, more) => {
      const to = from + more + 1;
      const around = (slot: string) => [...said.slice(0, from), `{${slot}}`, ...said.slice(to)].join(' ');
      return slotsOf(said.slice(from, to).join(' ')).map(around);
    }),
  );
}
