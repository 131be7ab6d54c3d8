/** What somebody wrote, in pages that an ear can keep: nothing of it is left out. */

/** About seven seconds: who wrote it and a question come beside it. */
const MOST = { words: 18, characters: 100 } as const;

/** Whole sentences as far as they fit; a longer one is parted at a comma if it can be, else between words. */
export function earPages(text: string): readonly string[] {
  const sentences = text
    .split(/(?<=[.!?…])\s+|\n+/)
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
  let most = 1;
  while (most < words.length && fits(words.slice(0, most + 1).join(' '))) most += 1;
  // One word longer than all that: a link, and it is not read out.
  if (most >= words.length) return [sentence];
  const comma = words.slice(0, most).findLastIndex((word) => /[,;:]$/.test(word)) + 1;
  const at = comma > most / 2 ? comma : most;
  return [words.slice(0, at).join(' '), ...breaths(words.slice(at).join(' '))];
}

function fits(text: string): boolean {
  const words = text.split(/\s+/);
  // A link or a code is said by one word.
  return words.length <= MOST.words && words.map((word) => word.slice(0, 16)).join(' ').length <= MOST.characters;
}
