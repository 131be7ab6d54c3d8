/** What somebody wrote, in pages that an ear can keep: nothing of it is left out. */

/** About seven seconds: who wrote it and a question come beside it. */
const MOST = { words: 18, characters: 100 } as const;

/** "no.", and what it is the number of: no sentence ends there. */
const SHORT = String.raw`(?<![\p{L}\p{N}])\p{L}{1,4}\.`;
const SENTENCE = new RegExp(String.raw`(?<=[.!?…])(?<!${SHORT})\s+|(?<=[.!?…])\s+(?![#№]?\d)|\n+`, 'u');
/** A number, and what it is called by: heard on two pages it would be an amount. */
const NUMBER = /^[#№(]?\d{4,}/;

/** Whole sentences as far as they fit; a longer one is parted at a comma if it can be, else between words. */
export function earPages(text: string): readonly string[] {
  const sentences = text
    .split(SENTENCE)
    .filter((sentence) => /\S/.test(sentence))
    .flatMap(breaths);
  const pages: string[] = [];
  for (const sentence of sentences) {
    const last = pages.at(-1);
    const longer = last === undefined ? sentence : `${last} ${sentence}`;
    if (last === undefined || !fits(longer)) pages.push(sentence);
    else pages[pages.length - 1] = longer;
  }
  return pages;
}

function breaths(sentence: string): readonly string[] {
  if (fits(sentence)) return [sentence];
  const words = sentence.split(/\s+/);
  const pages: string[] = [];
  for (let from = 0; from < words.length; ) {
    let to = from + 1;
    while (to < words.length && fits(words.slice(from, to + 1).join(' '))) to += 1;
    const comma = words.slice(from, to).findLastIndex((word, at) => isEnd(word, words[from + at + 1])) + 1;
    const isLast = to >= words.length;
    const next = !isLast && comma > (to - from) / 2 ? from + comma : whole(words, { from, to });
    pages.push(words.slice(from, next).join(' '));
    from = next;
  }
  return pages;
}

/** What is numbered in a list belongs to what the list is of. */
function isEnd(word: string, next = ''): boolean {
  return /[,;:]$/.test(word) && !NUMBER.test(next);
}

/** How many words stand between a number and what it is called by: "number is 10345". */
const NAME_WORDS = 3;

/** Where the next page begins. */
function whole(words: readonly string[], { from, to }: { readonly from: number; readonly to: number }): number {
  const number = words.slice(to, to + NAME_WORDS).findIndex((word) => NUMBER.test(word));
  const name = to + number - NAME_WORDS;
  return number < 0 || name <= from ? to : name;
}

function fits(text: string): boolean {
  const words = text.split(/\s+/);
  // A link or a code is said by one word.
  return words.length <= MOST.words && words.map((word) => word.slice(0, 16)).join(' ').length <= MOST.characters;
}
