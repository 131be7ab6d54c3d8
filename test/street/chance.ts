/** What chance decides, from a seed: the same seed chooses the same. */

export type Chance = {
  /** From 0, below 1. */
  next(): number;
  below(most: number): number;
  between(least: number, most: number): number;
  oneOf<T>(all: readonly [T, ...T[]]): T;
  shuffled<T>(all: readonly T[]): readonly T[];
};

/** `name`: whose choices; they do not depend on anybody else's. */
export function chanceOf(seed: number, name: string): Chance {
  let state = [...name].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 0x01000193), seed ^ 0x811c9dc5);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most: number) => Math.floor(next() * most);
  return {
    next,
    below,
    between: (least, most) => least + next() * (most - least),
    oneOf: (all) => all[below(all.length)] ?? all[0],
    shuffled(all) {
      const left = [...all];
      return Array.from(left, () => left.splice(below(left.length), 1)).flat();
    },
  };
}
