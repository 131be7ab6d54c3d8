/** How people say digits, telephone numbers and the signs of an e-mail address: `digits.json` of each language. */

/** How one language says digits; all words folded (lower case, no accents). */
export type SpokenWords = {
  /** A word and the digits it stands for; tens count as two. */
  readonly words: Readonly<Record<string, string>>;
  /** "double four": how often the next digit is meant. */
  readonly repeats: Readonly<Record<string, number>>;
  /** What people say between digits without meaning a digit. */
  readonly fillers: readonly string[];
  /** How the signs of an e-mail address are said. */
  readonly signs: readonly string[];
  /** What announces a telephone number, and what may stand between that and the number. */
  readonly calls: readonly string[];
  readonly between: readonly string[];
  /** What has a number that is nobody's secret, an order or a parcel; and what may stand between that and the number. */
  readonly things: readonly string[];
  readonly naming: readonly string[];
  /** What money is called: what stands beside it is an amount. */
  readonly money: readonly string[];
};

const known = new Map<string, SpokenWords>();
/** Each house hands in all of them, mostly the very same. */
const seen = new WeakSet<SpokenWords>();
let all: readonly SpokenWords[] = [];

/**
 * What the house hands in of every language it has. Kept for the whole process and never taken back: a number is a
 * number in whatever house and language it was said, and no place that writes may forget to ask.
 */
export function knowDigits(lists: readonly SpokenWords[]): void {
  for (const list of lists.filter((one) => !seen.has(one))) {
    seen.add(list);
    known.set(JSON.stringify(list), list);
  }
  if (known.size > all.length) all = [...known.values()];
}

/** The same list until a language comes in. */
export function digitsKnown(): readonly SpokenWords[] {
  return all;
}
