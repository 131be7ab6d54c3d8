/** The signs by which mail programs set off what is not new: quotations, separators and signatures. */

import type { MailWords } from '../../services/reach/mail-words';

/** What mail programs write, in all the languages they are known in. */
export type QuoteSigns = {
  readonly from: RegExp;
  readonly otherHeader: RegExp;
  readonly somebodyWrote: RegExp;
  readonly sent: RegExp;
};

/** Ready to be compared: made once, where the channel is opened. */
export function quoteSigns(lists: readonly MailWords[]): QuoteSigns {
  const one = (key: keyof MailWords) => anyOf(lists.flatMap((list) => list[key]));
  return {
    from: new RegExp(String.raw`^\*?(?:${one('from')})\s?:\*?\s.+`, 'i'),
    otherHeader: new RegExp(String.raw`^\*?(?:${one('headers')})\s?:\*?(?:\s|$)`, 'i'),
    somebodyWrote: new RegExp(String.raw`(?:^|\s)(?:${one('wrote')})(?:\s.*)?:$`, 'i'),
    sent: new RegExp(`^(?:${one('sent')})`, 'i'),
  };
}

/** Matches nothing where there is nothing to match. */
function anyOf(texts: readonly string[]): string {
  return texts.length === 0 ? '(?!)' : texts.map((text) => text.replace(/[^\p{L}\p{N} ]/gu, String.raw`\$&`)).join('|');
}

/** Longer lines are words: no sign is, and no pattern shall run over a megabyte. */
const LONGEST = 1_000;

/** `line` belongs to what an older mail said. */
export function isQuoted(line: string): boolean {
  return line.trimStart().startsWith('>');
}

/** The delimiter of signatures (RFC 3676, 4.3), also where its space was lost. */
export function isSignature(line: string): boolean {
  return line.trimEnd() === '--';
}

const RULE = /^\s*[-_=*]{5,}\s*$/;
/** "-----Original Message-----", "-------- Messaggio originale --------". */
const SEPARATOR = /^\s*-{4,} ?\p{L}[\p{L}'’. ]{3,40} ?-{4,}\s*$/u;

export function isRule(line: string): boolean {
  return line.length < LONGEST && RULE.test(line);
}

export function isSeparator(line: string): boolean {
  return line.length < LONGEST && SEPARATOR.test(line);
}

/** The head of an older mail as Outlook puts it in: its sender, then at least two more of its headers. */
export function isOldHead(lines: readonly string[], at: number, signs: QuoteSigns): boolean {
  if (!matches(signs.from, lines[at])) return false;
  const next = lines.slice(at + 1, at + 6).filter((line) => line !== '');
  return next.slice(0, 4).filter((line) => matches(signs.otherHeader, line)).length >= 2;
}

const LABEL = /^\*?\p{L}[\p{L} .]{0,19}:\*?\s/u;

/** The same in a language not listed: a line that names us as the sender, as no person would write it. */
export function isHeadOfOurs(line: string, address: string): boolean {
  const named = line.toLowerCase();
  const isNamed = ['<', 'mailto:'].some((sign) => named.includes(`${sign}${address.toLowerCase()}`));
  return isNamed && matches(LABEL, line);
}

const TIME = /\d{1,2}[:.h]\d\d/;
const ADDRESS = /[^\s@]@[^\s@]/;
type Before = { readonly isBeforeQuote: boolean; readonly signs: QuoteSigns };

/** Programs wrap the sentence over as many lines. */
const MOST_LINES = 3;

/**
 * Where "On … somebody wrote:" begins that ends at this line; null where none does. In a language not listed it is known
 * by an address, a time and the quotation that follows.
 */
export function attributionTo(lines: readonly string[], end: number, { isBeforeQuote, signs }: Before): number | null {
  if (!lines[end]?.endsWith(':')) return null;
  for (let start = end; start > end - MOST_LINES && start >= 0; start -= 1) {
    if (lines[start] === '' || isQuoted(lines[start] ?? '')) return null;
    const sentence = lines.slice(start, end + 1).join(' ');
    if (sentence.length >= LONGEST) return null;
    const [hasTime, hasAddress] = [TIME.test(sentence), ADDRESS.test(sentence)];
    const isKnown = signs.somebodyWrote.test(sentence) && /\d/.test(sentence) && (hasTime || hasAddress);
    if (isKnown || (isBeforeQuote && hasTime && hasAddress)) return start;
  }
  return null;
}

/** Names of phones and programs, the same in every language. */
const PROGRAM =
  /\b(iphone|ipad|android|outlook|yahoo|samsung|galaxy|huawei|xiaomi|blackberry|proton|gmail|gmx|web\.de|smartphone|windows)\b/i;

/** What phones and programs add below: "Sent from my iPhone". */
export function isSentFrom(line: string, signs: QuoteSigns): boolean {
  return line.length < 80 && matches(signs.sent, line) && PROGRAM.test(line);
}

function matches(pattern: RegExp, line: string | undefined): boolean {
  return line !== undefined && line.length < LONGEST && pattern.test(line);
}
