/** Takes personal data out of a text before it is written down: what we know of the shopper first, then patterns. */

import { marksIn, type PersonLine } from '../../vocabulary/taken-out';
import type { Shopper } from '../commerce/account';
import type { Merchant } from '../commerce/merchant';
import { type Folded, fold, type Redaction, type Span } from './fold';
import { keptIn } from './keep';
import { knownSpans } from './known';
import { type NumberWords, namedNumbers, numberWords, withoutNamed } from './named-numbers';
import { patternSpans } from './patterns';
import { COUNTRIES } from './phone-plans';
import { phoneSpans, standTogether } from './phones';
import { saysDigits, spokenSpans } from './spoken';
import { digitsKnown, type SpokenWords } from './spoken-words';

export type RedactOptions = {
  /** How people say digits; all languages handed in where absent. */
  readonly spoken?: readonly SpokenWords[];
  /** ISO 3166-1 alpha-2: where a number may be written as it is dialled at home. */
  readonly countries?: readonly string[];
  /** Stays as it is: the shop's own e-mail address, number and site; see `ownOf`. */
  readonly keep?: readonly string[];
};

/**
 * Replaces personal data by what it was: `[name]`, `[e-mail]`, `[phone]`, `[address]`, `[card]`, `[iban]`, `[token]`,
 * and `[number]` for eight or more digits said one by one. Prices, dates, quantities and order numbers stay.
 * Names, streets and postcodes are found only where they are in `known`; case, accents and punctuation do not matter.
 */
export function redact(text: string, known: Shopper['known'], options: RedactOptions = {}): string {
  return joined(partsOf(text, known, options));
}

/** The same of what nobody is known from, and in order what was taken out; null: what looks like one of our marks was written so. */
export function takenOut(text: string, options: RedactOptions): PersonLine {
  const parts = partsOf(text, [], options);
  const own = (part: Part) => (part.as ? [part.text] : Array.from({ length: marksIn(part.text) }, () => null));
  return { text: joined(parts), taken: parts.flatMap(own) };
}

/** `as`: what it is called in its place; null: it stays. */
type Part = { readonly text: string; readonly as: Redaction | null };

function joined(parts: readonly Part[]): string {
  return parts.map(({ text, as }) => (as ? `[${as}]` : text)).join('');
}

function partsOf(text: string, known: Shopper['known'], options: RedactOptions): readonly Part[] {
  const { spoken = digitsKnown(), countries = COUNTRIES, keep = NOTHING } = options;
  const how = { known, spoken, words: numberWords(spoken, countries) };
  const whole = fold(text);
  const kept = keep.length === 0 ? [] : keptIn(whole, keep);
  if (kept.length === 0) return redacted(text, whole, how);
  const without = (part: string) => redacted(part, fold(part), how);
  const parts: Part[] = [];
  let done = 0;
  for (const { from, to } of kept) {
    parts.push(...without(text.slice(done, from)), { text: text.slice(from, to), as: null });
    done = to;
  }
  return [...parts, ...without(text.slice(done))];
}

/** What of the shop's own may stand in whatever people of the shop write. The same list for the same shop. */
export function ownOf(merchant: Own): readonly string[] {
  const { support, site } = merchant;
  const made = own.get(merchant) ?? [support.email, support.phone, site];
  own.set(merchant, made);
  return made;
}

type Own = { readonly support: Pick<Merchant['support'], 'email' | 'phone'>; readonly site: string };

const own = new WeakMap<Own, readonly string[]>();
const NOTHING: readonly string[] = [];

type How = {
  readonly known: Shopper['known'];
  readonly spoken: readonly SpokenWords[];
  readonly words: NumberWords;
};

function redacted(text: string, { folded, origin }: Folded, { known, spoken, words }: How): readonly Part[] {
  const spans = [...knownSpans(folded, known, spoken), ...numberSpans(folded, { spoken, words })];
  return replaced(text, spans, origin);
}

/** What a number is called is looked for, which takes longest, only where digits stand or are said that may be somebody's. */
function numberSpans(folded: string, { spoken, words }: Omit<How, 'known'>): readonly Span[] {
  if (!standTogether(folded) && !saysDigits(folded, spoken)) return patternSpans(folded, { named: [], words });
  const named = namedNumbers(folded, words);
  const unnamed = withoutNamed(folded, named);
  return [
    ...patternSpans(folded, { named, words }),
    ...phoneSpans(unnamed, words),
    ...spokenSpans(unnamed, { spoken, words }),
  ];
}

/** Replaces what is known of the shopper and nothing else: what we say of them is ours to keep back, what others wrote is not. */
export function withoutKnown(text: string, known: Shopper['known']): string {
  const { folded, origin } = fold(text);
  return joined(replaced(text, knownSpans(folded, known, digitsKnown()), origin));
}

function replaced(text: string, spans: readonly Span[], origin: (index: number) => number): readonly Part[] {
  const parts: Part[] = [];
  let done = 0;
  for (const { from, to, as } of united(spans)) {
    const [begin, end] = [origin(from), origin(to)];
    parts.push({ text: text.slice(done, begin), as: null }, { text: text.slice(begin, end), as });
    done = end;
  }
  return [...parts, { text: text.slice(done), as: null }];
}

/** In order; what overlaps becomes one, under the name of its longest part: nothing may stick out of a replacement. */
function united(spans: readonly Span[]): readonly Span[] {
  const sorted = spans.filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from);
  const out: { from: number; to: number; as: Redaction; longest: number }[] = [];
  for (const { from, to, as } of sorted) {
    const last = out.at(-1);
    if (!last || from >= last.to) out.push({ from, to, as, longest: to - from });
    else {
      if (to - from > last.longest) Object.assign(last, { as, longest: to - from });
      last.to = Math.max(last.to, to);
    }
  }
  return out;
}
