/** Finds what we know of the shopper in a folded text, however it is spaced, punctuated or shortened. */

import type { Shopper } from '../commerce/account';
import { foldedWords, type Redaction, type Span } from './fold';
import { digitGroups } from './phones';
import type { SpokenWords } from './spoken-words';
import { hasDigits } from './windows';

type Kind = Shopper['known'][number]['kind'];

export function knownSpans(folded: string, known: Shopper['known'], spoken: readonly SpokenWords[]): readonly Span[] {
  return known.flatMap((item) => {
    const { kind, value } = item;
    if (kind === 'phone') return knownPhoneSpans(folded, value);
    const near = variantsOf(item).filter(({ must }) => must.every((word) => folded.includes(word)));
    if (near.length === 0) return [];
    const gap = kind === 'email' ? emailGap(spoken) : GAP;
    return near.flatMap(({ source }) => wordSpans(folded, source(gap), AS[kind]));
  });
}

/** By the value as the account has it, so that it is taken apart once in a visit; forgotten with the account: nobody's values are kept. */
const prepared = new WeakMap<Shopper['known'][number], readonly Variant[]>();

function variantsOf(item: Shopper['known'][number]): readonly Variant[] {
  const made = prepared.get(item) ?? variants(item.kind, item.value);
  prepared.set(item, made);
  return made;
}

const AS: Readonly<Record<Kind, Redaction>> = { name: 'name', email: 'e-mail', phone: 'phone', address: 'address' };
/** Between two words of a known value: a little space and punctuation, in any mixture. */
const GAP = String.raw`[^\p{L}\p{N}]{1,4}`;

/** A known address may be said: "ana at example dot com". */
function emailGap(spoken: readonly SpokenWords[]): string {
  const signs = spoken.flatMap(({ signs }) => signs).join('|');
  return signs ? String.raw`(?:${GAP}|\s+(?:${signs})\s+)` : GAP;
}

/** One way to say a known value; without every `must` word in the text, its pattern need not even be made. */
type Variant = { readonly must: readonly string[]; readonly source: (gap: string) => string };

function variants(kind: Kind, value: string): readonly Variant[] {
  const whole = foldedWords(value);
  if (whole.join('').length < 2) return [];
  if (kind === 'name') return [inOrder(whole), ...nameParts(value).map((part) => inOrder([part]))];
  if (kind === 'address') return [inOrder(whole), ...value.split(/[,;\n]/).flatMap(addressPart)];
  return [inOrder(whole)];
}

function inOrder(words: readonly string[]): Variant {
  return { must: words, source: (gap) => words.join(gap) };
}

/** Names that stand alone; particles (`de`, `van`) and two letters are ordinary words too often. */
function nameParts(value: string): readonly string[] {
  return value
    .split(/[^\p{L}\p{M}]+/u)
    .filter((part) => part !== part.toLowerCase())
    .flatMap(foldedWords)
    .filter((part) => part.length >= 3);
}

/** A line of an address: as it is; its street, number before or after or left out; its postcode. A city is no secret. */
function addressPart(line: string): readonly Variant[] {
  const words = foldedWords(line);
  const street = words.filter((word) => !/\d/.test(word));
  const numbers = words.filter((word) => /\d/.test(word));
  const number = `(?:${numbers.join('|')})`;
  const around = (gap: string) => `(?:${number}${gap})?${street.join(gap)}(?:${gap}${number})?`;
  return [
    ...(words.length > 1 ? [inOrder(words)] : []),
    ...(street.length > 1 ? [numbers.length > 0 ? { must: street, source: around } : inOrder(street)] : []),
    // Four digits are a year or a price as well.
    ...numbers.filter((word) => /\d{5}/.test(word)).map((word) => inOrder([word])),
  ];
}

function wordSpans(folded: string, source: string, as: Redaction): readonly Span[] {
  const whole = new RegExp(String.raw`(?<![\p{L}\p{N}]|\p{L}-)${source}(?![\p{L}\p{N}])`, 'gu');
  return [...folded.matchAll(whole)].map((match) => ({ from: match.index, to: match.index + match[0].length, as }));
}

/** By its last eight digits, then back over what else of it is there: with or without the country, in any grouping. */
function knownPhoneSpans(folded: string, value: string): readonly Span[] {
  if (!hasDigits(folded, 6)) return [];
  const own = value.replace(/\D/g, '');
  if (own.length < 6) return [];
  const tail = own.slice(-8);
  return digitGroups(folded).flatMap(({ digits, places, from }) => {
    const at = digits.lastIndexOf(tail);
    if (at < 0) return [];
    let first = at;
    for (let left = own.length - tail.length; left > 0 && first > 0 && digits[first - 1] === own[left - 1]; left--)
      first--;
    // The prefixes of a call: 0, 00, +, (0).
    while (first > 0 && digits[first - 1] === '0') first--;
    const begin = first === 0 ? from : (places[first] ?? from);
    return [{ from: begin, to: (places[at + tail.length - 1] ?? begin) + 1, as: 'phone' as const }];
  });
}
