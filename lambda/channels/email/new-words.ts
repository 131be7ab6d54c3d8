/** What somebody newly wrote in a mail: without the history below it, the quotations in it and the signature. */

import { isHeading } from './heading';
import {
  attributionTo,
  isHeadOfOurs,
  isOldHead,
  isQuoted,
  isRule,
  isSentFrom,
  isSeparator,
  isSignature,
  type QuoteSigns,
} from './quote-signs';
import type { EmailSettings } from './settings';

/** Whose mail is quoted, and how mail programs quote it. */
export type Quoted = { readonly ours: EmailSettings['from']; readonly signs: QuoteSigns };

/** Beyond this nothing is kept; a person writes less. */
const MOST_CHARACTERS = 20_000;
/** Of signatures (RFC 3676, 4.3). */
const DELIMITER = '-- ';
/** All control characters but tab and line end. */
const CONTROL = /(?![\t\n])\p{Cc}/gu;

export type NewWords = {
  readonly text: string;
  /** What stands below a head that is nobody's we know, and may be the writer's own words; empty where nothing does. */
  readonly more: string;
  /** What stands below the delimiter of a signature, or what looks like one. */
  readonly signature: string;
};

/**
 * Answers between quoted lines stay: where a quotation is marked line by line, only those lines go. Where it is not, all
 * below its head goes, if that is a head of ours; below any other it is put aside, and so is a signature. `text` is empty
 * where nothing is new.
 */
export function newWords(mail: string, { ours, signs }: Quoted): NewWords {
  const lines = linesOf(mail);
  const { kept, cut } = above(lines, { ours, signs });
  const below =
    cut === null
      ? ''
      : tidy(
          lines.slice(cut.from).filter((line) => !isQuoted(line)),
          signs,
        );
  const text = tidy(kept, signs);
  const more = cut?.why === 'guess' ? below : '';
  // Whoever passes something on and writes nothing beside it means what they pass on.
  const isPassedOn = text === '' && more !== '' && !isSignature(lines[cut?.from ?? 0] ?? '');
  if (isPassedOn) return { text: more, more: '', signature: '' };
  return { text, more, signature: cut?.why === 'signature' ? below : '' };
}

/** Where the writer's own words end, and by what sign. */
type Cut = { readonly from: number; readonly why: 'ours' | 'guess' | 'signature' };

type Above = { readonly kept: readonly string[]; readonly cut: Cut | null };

function above(lines: readonly string[], quoted: Quoted): Above {
  const kept: string[] = [];
  const following = nextFilled(lines);
  for (const [at, line] of lines.entries()) {
    const cut = cutAt(lines, at, quoted);
    if (cut) return { kept, cut };
    if (isQuoted(line)) continue;
    const said = attributed(lines, { at, next: lines[following[at] ?? lines.length] ?? '' }, quoted);
    if (said === null) kept.push(line);
    else kept.splice(kept.length - (at - said.from));
    if (said && !said.isMarked) return { kept, cut: said };
  }
  return { kept, cut: null };
}

/** Where a line by itself is such a sign. */
function cutAt(lines: readonly string[], at: number, { ours, signs }: Quoted): Cut | null {
  const line = lines[at] ?? '';
  // Where its space was lost it may be a line that somebody drew.
  if (isSignature(line)) return { from: at, why: line === DELIMITER ? 'signature' : 'guess' };
  if (isHeading(line, ours.name) || isHeadOfOurs(line, ours.address)) return { from: at, why: 'ours' };
  if (!isSeparator(line) && !isOldHead(lines, at, signs)) return null;
  return { from: at, why: namesUs(lines, at, ours) ? 'ours' : 'guess' };
}

type Ending = { readonly at: number; readonly next: string };

/** "On … somebody wrote:" that ends at this line. `isMarked`: what it is about is quoted line by line. */
function attributed(lines: readonly string[], { at, next }: Ending, { ours, signs }: Quoted) {
  if (!lines[at]?.endsWith(':')) return null;
  const isMarked = isQuoted(next);
  const isOurs = isHeading(next, ours.name);
  const from = attributionTo(lines, at, { isBeforeQuote: isMarked || isOurs, signs });
  if (from === null) return null;
  return { from, isMarked, why: isOurs || namesUs(lines, from, ours) ? 'ours' : 'guess' } as const;
}

/** A head has no more lines than these. */
const HEAD_LINES = 6;

/** The sender's line of a head, or the sentence over it, has our address or name. */
function namesUs(lines: readonly string[], from: number, { address, name }: Quoted['ours']): boolean {
  const head = lines
    .slice(from, from + HEAD_LINES)
    .join(' ')
    .slice(0, MOST_HEAD)
    .toLowerCase();
  return [address, name].some((one) => head.includes(one.toLowerCase()));
}

const MOST_HEAD = 2_000;

/** More is looked at by nobody: it is far behind what is kept. */
const MOST_READ = 10 * MOST_CHARACTERS;

function linesOf(text: string): readonly string[] {
  return text
    .slice(0, MOST_READ)
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(CONTROL, '')
    .replaceAll('\u00a0', ' ')
    .split('\n')
    .map((line) => (line === DELIMITER ? line : line.trimEnd()));
}

/** Of each line, which one behind it is the first that is not empty. */
function nextFilled(lines: readonly string[]): readonly number[] {
  const following: number[] = [];
  let next = lines.length;
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    following[at] = next;
    if (lines[at] !== '') next = at;
  }
  return following;
}

function tidy(lines: readonly string[], signs: QuoteSigns): string {
  const isEmpty = (line: string) => line === '' || isRule(line) || isSentFrom(line, signs);
  const end = lines.findLastIndex((line) => !isEmpty(line)) + 1;
  const text = lines.slice(0, end).join('\n');
  const tidied = text.replace(/\n{3,}/g, '\n\n').trim();
  return tidied.length > MOST_CHARACTERS ? `${tidied.slice(0, MOST_CHARACTERS)}…` : tidied;
}
