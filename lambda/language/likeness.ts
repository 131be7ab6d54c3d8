/** How many slips of the keyboard lie between two words. */

/** Letters put in, left out, exchanged, or swapped with their neighbour (optimal string alignment). Beyond `most`: Infinity. */
export function slips(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    for (let at = 1; at <= other.length; at += 1) now.push(cheapest({ one, other, row, at }, { before, last, now }));
    before = last;
    last = now;
  }
  const found = last.at(-1) ?? 0;
  return found <= most ? found : Number.POSITIVE_INFINITY;
}

type Spot = { readonly one: string; readonly other: string; readonly row: number; readonly at: number };
type Rows = { readonly before: readonly number[]; readonly last: readonly number[]; readonly now: readonly number[] };

function cheapest({ one, other, row, at }: Spot, { before, last, now }: Rows): number {
  const same = one[row - 1] === other[at - 1] ? 0 : 1;
  const cost = Math.min((last[at] ?? 0) + 1, (now[at - 1] ?? 0) + 1, (last[at - 1] ?? 0) + same);
  const swapped = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
  return swapped ? Math.min(cost, (before[at - 2] ?? 0) + 1) : cost;
}

/** How many slips a word of this length is forgiven: short words mean something else too soon. */
export function forgiven(word: string): number {
  return word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
}

/** Two letters swapped and nothing else: "yse". Even three letters are recognised then. */
export function isSwapped(one: string, other: string): boolean {
  return (
    one.length === other.length && slips(one, other, 1) === 1 && [...one].sort().join() === [...other].sort().join()
  );
}
