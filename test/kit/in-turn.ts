/** What is many times the same in other words, languages or places: in `npm test` each in its turn, in `npm run soak` all of it. */

/** Whether all of it is tried; a part of `npm run soak` tries more of what is counted (masses.ts) and nothing more of this. */
export const isWhole = Number(process.env.EARSHOT_SOAK ?? 0) >= 0.5;

/** Every one; in `npm test` only the one whose turn it is, so that many in a row meet each of them. */
export function inTurn<T>(all: readonly T[], turn: number): readonly T[] {
  return isWhole ? all : all.filter((_, at) => at === turn % all.length);
}
