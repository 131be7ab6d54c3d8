/** How many slips of the keyboard lie between two words. */

/** Letters put in, left out, exchanged, or swapped with their neighbour (optimal string alignment). Beyond `most`: Infinity. */
export function slips(one: string, other: string, most: number): number {
  if (one === other) return 0;
  const longer = one.length - other.length;
  if (longer > most || -longer > most) return TOO_MANY;
  let before: number[] = [];
  let last: number[] = [];
  for (let at = 0; at <= other.length; at += 1) last.push(at);
  for (let row = 1; row <= one.length; row += 1) {
    const now = nextRow({ one, other, row }, before, last);
    if (least(now) > most) return TOO_MANY;
    before = last;
    last = now;
  }
  const found = last[other.length] ?? 0;
  return found <= most ? found : TOO_MANY;
}

const TOO_MANY = Number.POSITIVE_INFINITY;

type Row = { readonly one: string; readonly other: string; readonly row: number };

/** Called for thousands of words: no objects and no globals in the loop. */
function nextRow({ one, other, row }: Row, before: readonly number[], last: readonly number[]): number[] {
  const now = [row];
  const letter = one[row - 1];
  for (let at = 1; at <= other.length; at += 1) {
    let cost = (last[at - 1] ?? 0) + (letter === other[at - 1] ? 0 : 1);
    const dropped = (last[at] ?? 0) + 1;
    const added = (now[at - 1] ?? 0) + 1;
    if (dropped < cost) cost = dropped;
    if (added < cost) cost = added;
    if (row > 1 && at > 1 && letter === other[at - 2] && one[row - 2] === other[at - 1]) {
      const swapped = (before[at - 2] ?? 0) + 1;
      if (swapped < cost) cost = swapped;
    }
    now.push(cost);
  }
  return now;
}

function least(row: readonly number[]): number {
  let found = TOO_MANY;
  for (const cost of row) if (cost < found) found = cost;
  return found;
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
