/** A clean title as words: each with how it is compared, and the part of the title it stands in. */

import type { GoodsLexicon, Keyed } from './lexicon';

export type TitleWord = Keyed & {
  readonly text: string;
  readonly segment: number;
  readonly isSmall: boolean;
  /** Behind "with", "for" in its part: a detail, not the thing. */
  readonly isAside: boolean;
  /** Behind "and" in its part: a second thing. */
  readonly isSecond: boolean;
  /** In quotation marks: what the maker calls this very one. */
  readonly isQuoted: boolean;
};

/** Bars, commas, dashes that stand free: behind them begins another part. */
const PARTS = /\s*[|;•·]+\s*|,(?!\d)\s*|\s[-–—:+*/]+\s|[:!?]\s|\.\s(?!\d)|\s[–—-](?=\p{L})/u;
const BRACKETED = /[([]([^()[\]]*)[)\]]/g;
const BRACKET = /[()[\]]/g;
const APART = /[\s/–—]+/;
const EDGES = /^[^\p{L}\p{N}&]+|[^\p{L}\p{N}%&+]+$/gu;
const WORD = /[\p{L}\p{N}&]/u;
const ELIDED = /^(\p{L}{1,5})['’](\p{L}{3,})/u;
/** Quotation marks as `cleanTitle` leaves them. */
const [OPENS, CLOSES] = ['‹', '›'];

export function titleWords(text: string, lexicon: GoodsLexicon): readonly TitleWord[] {
  return spelledOut(unbracketed(text), lexicon)
    .split(PARTS)
    .flatMap((part, segment) => wordsOf(part, segment, lexicon));
}

/** What stands in brackets comes last, so that the words around it are one part. */
function unbracketed(text: string): string {
  if (!BRACKET.test(text)) return text;
  BRACKET.lastIndex = 0;
  const inside: string[] = [];
  const outside = text.replace(BRACKETED, (_all, words: string) => {
    inside.push(words);
    return ' ';
  });
  return [outside, ...inside].join(' | ').replace(BRACKET, ' ');
}

function wordsOf(part: string, segment: number, lexicon: GoodsLexicon): readonly TitleWord[] {
  const words: TitleWord[] = [];
  let [isAside, isSecond, isQuoted] = [false, false, false];
  for (const raw of part.split(APART)) {
    if (raw.includes(OPENS)) isQuoted = true;
    const word = raw.replace(EDGES, '');
    if (WORD.test(word)) {
      const { keyed, before, isSmall } = compared(word, lexicon);
      if (lexicon.aside.has(before)) isAside = true;
      words.push({ ...keyed, text: word, segment, isSmall, isAside, isSecond, isQuoted });
      if (lexicon.aside.has(keyed.low)) isAside = true;
      if (keyed.low === lexicon.words.short['&']) isSecond = true;
    }
    if (raw.includes(CLOSES)) isQuoted = false;
  }
  return words;
}

/** "all'olio" is looked for as "olio". */
function compared(word: string, lexicon: GoodsLexicon) {
  const [, article, rest] = ELIDED.exec(word) ?? [];
  if (article === undefined || rest === undefined) {
    const keyed = lexicon.key(word);
    return { keyed, before: '', isSmall: lexicon.small.has(keyed.low) };
  }
  return { keyed: lexicon.key(rest), before: lexicon.key(article).low, isSmall: false };
}

/** "w/" stands before its word, with or without a blank. */
function spelledOut(part: string, { shorts }: GoodsLexicon): string {
  if (!part.includes('/') && !part.includes('&')) return part;
  return shorts.reduce((text, { pattern, long }) => text.replace(pattern, ` ${long} `), part);
}
