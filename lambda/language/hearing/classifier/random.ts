/** Numbers that look drawn and are the same each time. */

/** A whole number from 0 to below `below`. */
export type Random = (below: number) => number;

/** Marsaglia's xorshift; `seed` is any whole number but 0. Its low bits are as good as its high ones. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
}
