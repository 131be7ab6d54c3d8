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
/** All control characters but tab and line end. */
const CONTROL = /(?![\t\n])\p{Cc}/gu;

/**
 * Answers between quoted lines stay: where a quotation is marked line by line, only those lines go. Where it is not, all
 * below its head goes. Empty where nothing is new.
 */
export function newWords(text: string, { ours, signs }: Quoted): string {
  const lines = linesOf(text);
  const kept: string[] = [];
  for (const [at, line] of lines.entries()) {
    if (isSignature(line) || isHeading(line, ours.name) || isSeparator(line)) break;
    if (isOldHead(lines, at, signs) || isHeadOfOurs(line, ours.address)) break;
    if (isQuoted(line)) continue;
    const next = line.endsWith(':') ? firstAfter(lines, at) : '';
    const isBeforeQuote = isQuoted(next) || isHeading(next, ours.name);
    const start = attributionTo(lines, at, { isBeforeQuote, signs });
    if (start === null) kept.push(line);
    else {
      kept.splice(kept.length - (at - start));
      if (!isQuoted(next)) break;
    }
  }
  return tidy(kept, signs);
}

function linesOf(text: string): readonly string[] {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(CONTROL, '')
    .replaceAll('\u00a0', ' ')
    .split('\n')
    .map((line) => line.trimEnd());
}

function firstAfter(lines: readonly string[], at: number): string {
  let next = at + 1;
  while (lines[next] === '') next += 1;
  return lines[next] ?? '';
}

function tidy(lines: readonly string[], signs: QuoteSigns): string {
  const isEmpty = (line: string) => line === '' || isRule(line) || isSentFrom(line, signs);
  const end = lines.findLastIndex((line) => !isEmpty(line)) + 1;
  const text = lines.slice(0, end).join('\n');
  const tidied = text.replace(/\n{3,}/g, '\n\n').trim();
  return tidied.length > MOST_CHARACTERS ? `${tidied.slice(0, MOST_CHARACTERS)}…` : tidied;
}
