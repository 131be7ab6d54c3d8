/** Takes personal data out of a text before it is written down: what we know of the shopper first, then patterns. */

import type { Shopper } from './account';
import { fold, type Redaction, type Span } from './redaction/fold';
import { knownSpans } from './redaction/known';
import { patternSpans } from './redaction/patterns';
import { phoneSpans } from './redaction/phones';
import { spokenSpans } from './redaction/spoken';
import { SPOKEN, type SpokenWords } from './redaction/spoken-words';

/**
 * Replaces personal data by what it was: `[name]`, `[e-mail]`, `[phone]`, `[address]`, `[card]`, `[iban]`, `[token]`,
 * and `[number]` for eight or more digits said one by one. Prices, dates, quantities and order numbers stay.
 * Names, streets and postcodes are found only where they are in `known`; case, accents and punctuation do not matter.
 */
export function redact(text: string, known: Shopper['known'], spoken: readonly SpokenWords[] = SPOKEN): string {
  const { folded, origin } = fold(text);
  const spans = [
    ...knownSpans(folded, known, spoken),
    ...patternSpans(folded),
    ...phoneSpans(folded),
    ...spokenSpans(folded, spoken),
  ];
  let out = '';
  let done = 0;
  for (const { from, to, as } of united(spans)) {
    out += `${text.slice(done, origin(from))}[${as}]`;
    done = origin(to);
  }
  return out + text.slice(done);
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
