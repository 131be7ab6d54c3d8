/** Finds numbers that may be written in pieces, among other numbers, by trying every row of neighbouring pieces. */

import type { Redaction, Span } from './fold';

export type Search = {
  readonly piece: RegExp;
  /** What may stand between two pieces of one number. */
  readonly gap: RegExp;
  /** No number has more characters, gaps left out. */
  readonly most: number;
  /** `joined`: the pieces without gaps; `at`: where they stand. */
  readonly accepts: (joined: string, at: { readonly from: number; readonly to: number }) => boolean;
  readonly as: Redaction;
};

/** Every accepted row; overlapping ones are the caller's to unite. At most `most` rows begin at one piece. */
export function windows(folded: string, { piece, gap, most, accepts, as }: Search): readonly Span[] {
  const pieces = [...folded.matchAll(piece)].map(({ 0: text, index }) => ({
    text,
    from: index,
    to: index + text.length,
  }));
  const isNear = pieces.map(({ from }, index) => gap.test(folded.slice(pieces[index - 1]?.to ?? 0, from)));
  return pieces.flatMap(({ from }, start) => {
    const found: Span[] = [];
    let joined = '';
    for (const [offset, { text, to }] of pieces.slice(start, start + most).entries()) {
      joined += text;
      if (joined.length > most || (offset > 0 && !isNear[start + offset])) break;
      if (accepts(joined, { from, to })) found.push({ from, to, as });
    }
    return found;
  });
}

/** Cheap, and nearly always the end of it: most sentences hold a price or a date and no more digits. */
export function hasDigits(text: string, least: number): boolean {
  let found = 0;
  for (let at = 0; at < text.length && found < least; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) found++;
  }
  return found >= least;
}
