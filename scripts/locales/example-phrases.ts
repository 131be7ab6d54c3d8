/** The phrases of the store page: what they say after the skill's name, and whether the model says so literally. */

import { normalise } from '../../lambda/language/hearing/words';
import { fillFor, invocationOf, type ShopSettings, type Source } from './source';

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

/** Whether this sample, with a real value in its slot, is exactly this request. Samples with two slots never are. */
export function isSampleOf(
  request: string,
  sample: string,
  { words, slotWords }: { readonly words: Source['words']; readonly slotWords: SlotWords },
): boolean {
  const plain = (text: string) => normalise(text, words.apostrophe);
  const [head = '', slot, tail = ''] = sample.split(/\{([A-Za-z]+)\}/);
  if (slot === undefined) return plain(sample) === request;
  const before = plain(head);
  const after = plain(tail);
  if (!request.startsWith(before) || !request.endsWith(after)) return false;
  const value = request.slice(before.length, request.length - after.length).trim();
  return slotWords(slot).some((text) => plain(text) === value);
}

/** Tells the samples that some example phrase is made from: they must not be dropped for want of room. */
export function exampleSamples(source: Source, where: Where, slotWords: SlotWords): (sample: string) => boolean {
  const requests = source.listing.examplePhrases.flatMap((phrase) => requestIn(phrase, source, where) || []);
  return (sample) => requests.some((request) => isSampleOf(request, sample, { words: source.words, slotWords }));
}
