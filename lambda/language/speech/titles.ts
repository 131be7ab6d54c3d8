/** Shop titles cut to what people say: at most seven words and 45 characters, all of them the title's own. */

import { forEar } from './ear';

export const MOST = { words: 7, characters: 45 } as const;

/** The little a language must tell the shortener. */
export type TitleWords = {
  /** For "&". */
  readonly and: string;
  /** For "w/". */
  readonly with: string;
  /** Words a cut title must not end on: "and", "of", "with"… */
  readonly connectors: ReadonlySet<string>;
  /** Finds every size and count that is written in a title. */
  readonly sizes: RegExp;
};

/** All speakable words of a title, the telling ones first; sizes and counts come last. */
export type TitleParts = { readonly words: readonly string[]; readonly core: number };

const BRACKETED = /\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}/g;
/** Where the words for search engines begin: commas, pipes, semicolons, and dashes that stand free. */
const SEGMENTS = /[|;,•·]+(?!\d)|\s[-–—:/]+\s|:\s/;

function wordsOf(text: string): readonly string[] {
  return text
    .split(' ')
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, ''))
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** Keeps the first of every word; short ones ("a", "de", "5") may well stand twice. */
function withoutRepeats(words: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return words.filter((word) => {
    const low = word.toLowerCase();
    if (low.length > 2 && seen.has(low)) return false;
    seen.add(low);
    return true;
  });
}

/** Splits a title into its words: what it is, then its details, then the sizes it states. */
export function titleParts(title: string, words: TitleWords): TitleParts {
  const open = title.replace(/(?<![\p{L}])w\/\s?/giu, `${words.with} `).replace(/(\d)\s+%/g, '$1%');
  const sizes = open.match(words.sizes) ?? [];
  const outside = open.replace(BRACKETED, ' , ').replace(words.sizes, ' ');
  const inside = (open.match(BRACKETED) ?? []).map((text) => text.replace(words.sizes, ' '));
  const segments = outside.split(SEGMENTS).map((segment) => wordsOf(forEar(segment, words.and)));
  const filled = segments.filter((segment) => segment.length > 0);
  const [first = [], second = []] = filled;
  // A brand alone says too little: "Bella Roma - Ground Coffee - 250 g".
  const lead = first.length <= 2 ? [...first, ...second] : first;
  const rest = [...filled.flat(), ...[...inside, ...sizes].flatMap((text) => wordsOf(forEar(text, words.and)))];
  const core = withoutRepeats(lead);
  const all = withoutRepeats([...core, ...rest.slice(lead.length)]);
  return { words: all, core: core.length > 0 ? core.length : all.length };
}

function fits(words: readonly string[]): number {
  let [count, characters] = [0, -1];
  for (const word of words) {
    characters += word.length + 1;
    if (count === MOST.words || characters > MOST.characters) break;
    count++;
  }
  return count;
}

/** How many words the short name has: within the limits, and not ending on a connecting word. */
export function shortLength({ words, core }: TitleParts, connectors: ReadonlySet<string>): number {
  let count = fits(words.slice(0, core));
  while (count > 1 && connectors.has(words[count - 1]?.toLowerCase() ?? '')) count--;
  return count;
}

/** The short name of a title; empty when the title holds no word at all. */
export function shortTitle(title: string, words: TitleWords): string {
  const parts = titleParts(title, words);
  const count = shortLength(parts, words.connectors);
  if (count > 0) return parts.words.slice(0, count).join(' ');
  return [...(parts.words[0] ?? '')].slice(0, MOST.characters / 2).join('');
}
