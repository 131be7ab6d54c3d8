/** The phrases of the store page: what they say after the skill's name, and whether the model says so literally. */

import { normalise } from '../../lambda/language/hearing/words';
import { fillFor, invocationOf, type ShopSettings, type Source } from './source';
import { plainOf } from './word-by-word';

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

/**
 * Tells the samples that some phrase is made from, with a real value in the slot; samples with two slots never are.
 * `phrases`: normalised.
 */
export function samplesSaying(
  phrases: readonly string[],
  { words, slotWords }: { readonly words: Source['words']; readonly slotWords: SlotWords },
): (sample: string) => readonly string[] {
  const plain = (text: string) => plainOf(text, words.apostrophe);
  const values = new Map<string, ReadonlySet<string>>();
  const valuesOf = (slot: string): ReadonlySet<string> => {
    const known = values.get(slot) ?? new Set(slotWords(slot).map(plain));
    values.set(slot, known);
    return known;
  };
  return (sample) => {
    const [head = '', slot, tail = '', other] = sample.split(/\{([A-Za-z]+)\}/);
    const [before, after] = [plain(head), plain(tail)];
    if (other !== undefined) return [];
    if (slot === undefined) return phrases.filter((phrase) => phrase === before);
    return phrases.filter((phrase) => {
      if (!phrase.startsWith(before) || !phrase.endsWith(after)) return false;
      return valuesOf(slot).has(phrase.slice(before.length, phrase.length - after.length).trim());
    });
  };
}
