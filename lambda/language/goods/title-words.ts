/** A clean title as words: each with how it is compared, and the part of the title it stands in. */

import { type GoodsLexicon, KEPT_WORDS, type Keyed, type SeenWord } from './lexicon';

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
  if (!text.includes('(') && !text.includes('[')) return text.replace(BRACKET, ' ');
  const inside: string[] = [];
  const outside = text.replace(BRACKETED, (_all, words: string) => {
    inside.push(words);
    return ' ';
  });
  return [outside, ...inside].join(' | ').replace(BRACKET, ' ');
}

function wordsOf(part: string, segment: number, lexicon: GoodsLexicon): readonly TitleWord[] {
  const words: TitleWord[] = [];
  const so = { isAside: false, isSecond: false, isQuoted: false, isBegun: false };
  for (const raw of part.split(APART)) {
    if (raw.includes(OPENS)) so.isQuoted = true;
    const known = lexicon.seen.get(raw) ?? remembered(raw, lexicon);
    if (known.text !== '') {
      so.isAside ||= known.isBehindAside;
      const { isAside, isSecond, isQuoted } = so;
      const { text, low, stem, isSmall } = known;
      words.push({ text, low, stem, isSmall, segment, isAside, isSecond, isQuoted });
      // "3 for 2 baby wipes": a detail stands behind a thing.
      so.isAside ||= known.isAside && so.isBegun;
      so.isSecond ||= known.isAnd;
      so.isBegun ||= !isSmall && /\p{L}/u.test(text);
    }
    if (raw.includes(CLOSES)) so.isQuoted = false;
  }
  return words;
}

function remembered(raw: string, lexicon: GoodsLexicon): SeenWord {
  const { seen } = lexicon;
  if (seen.size >= KEPT_WORDS) seen.clear();
  const word = seenWord(raw, lexicon);
  seen.set(raw, word);
  return word;
}

/** "all'olio" is looked for as "olio". */
function seenWord(raw: string, { key, small, aside, words }: GoodsLexicon): SeenWord {
  const stripped = raw.replace(EDGES, '');
  const text = WORD.test(stripped) ? stripped : '';
  const [, article, rest] = ELIDED.exec(text) ?? [];
  const keyed = key(rest ?? text);
  const isWhole = rest === undefined;
  return {
    ...keyed,
    text,
    isSmall: isWhole && small.has(keyed.low),
    isAside: aside.has(keyed.low),
    isBehindAside: article !== undefined && aside.has(key(article).low),
    isAnd: keyed.low === words.short['&'],
  };
}

/** "w/" stands before its word, with or without a blank. */
function spelledOut(part: string, { shorts }: GoodsLexicon): string {
  if (!part.includes('/') && !part.includes('&')) return part;
  return shorts.reduce((text, { pattern, long }) => text.replace(pattern, ` ${long} `), part);
}
