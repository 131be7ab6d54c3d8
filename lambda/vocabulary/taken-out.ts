/** What was taken out of the words of a person before they were kept, and those words with it in its place again. */

import { forEyeIn } from './written-words';

/** In their order; null: it stays out, or they wrote the mark themselves. */
export type TakenOut = readonly (string | null)[];

/** A line as it is kept, and what was taken out of it. */
export type PersonLine = { readonly text: string; readonly taken: TakenOut };

const MARK = /\[[\p{L}-]+\]/gu;

export function marksIn(text: string): number {
  return text.match(MARK)?.length ?? 0;
}

/** As it was written. `from`: how much of it stands before this text. */
export function asItWas(text: string, taken: TakenOut, from = 0): string {
  let at = from - 1;
  return text.replace(MARK, (mark) => {
    at += 1;
    const own = taken[at] ?? null;
    return own !== null && mayBeRead(own) ? own : mark;
  });
}

/** What of a whole line no ear can note down, in its order. */
export function forEyeOf({ text, taken }: PersonLine): ReturnType<typeof forEyeIn> {
  return forEyeIn(asItWas(text, taken));
}

/** Of what is said by a word or two: a number in words makes a page longer than an ear can keep. */
const LONGEST_READ = 16;

function mayBeRead(own: string): boolean {
  return own.length <= LONGEST_READ || forEyeIn(own).length > 0;
}
