/** An answer to a yes-or-no question as it was meant to be written. */

import type { Consent } from './consent';
import { isDrawnOut, isSlip, shortened } from './drawn-out';

/** "Yesss", "perfetto" without a t: repeated letters always, a slip only in a word of four letters or more. */
export function respelled(
  said: readonly string[],
  consent: Consent,
  isWord: (token: string) => boolean,
): readonly string[] {
  return said.map((token) => {
    if (consent.known.has(token) || /\d/.test(token)) return token;
    const short = isDrawnOut(token) || !isWord(token) ? consent.byShort.get(shortened(token)) : undefined;
    if (short !== undefined) return short;
    if (isWord(token)) return token;
    return meantBy(token, consent);
  });
}

/** Words remembered with what they were taken for. */
const REMEMBERED = 2_000;
const remembered = new WeakMap<Consent, Map<string, string>>();

/** The listed word this one is a slip of, else itself. */
function meantBy(token: string, consent: Consent): string {
  const known = remembered.get(consent) ?? new Map<string, string>();
  remembered.set(consent, known);
  const before = known.get(token);
  if (before !== undefined) return before;
  if (known.size >= REMEMBERED) known.clear();
  const meant = consent.misspelt.find((word) => isSlip(token, word)) ?? token;
  known.set(token, meant);
  return meant;
}
