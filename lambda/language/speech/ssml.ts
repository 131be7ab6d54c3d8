/** Speech as typed parts: text can never become markup, and what is heard is read off the same parts. */

import { inXml } from '../../vocabulary/markup';

/** The sign before and the sign behind, as the language writes them. */
export type QuoteMarks = readonly [before: string, behind: string];

/** `silent` is heard but not shown; a text part is always escaped. */
export type SpeechPart =
  | string
  | { readonly kind: 'break'; readonly milliseconds: number }
  /** Said one by one: digits, at most four by our own rule. */
  | { readonly kind: 'digits'; readonly digits: string }
  /** What somebody else said: it may ask what we do not. */
  | { readonly kind: 'quoted'; readonly text: string; readonly marks: QuoteMarks }
  /** A draft has no words for this key yet: a tone is heard, and the key is shown. */
  | { readonly kind: 'lacking'; readonly key: string };

/** All tags this builder can write; the list is closed because `Part` is. */
export const TAGS = ['speak', 'break', 'say-as', 'audio'] as const;

/** From Amazon's own library of sounds. */
const TONE = '<audio src="soundbank://soundlibrary/musical/amzn_sfx_bell_short_chime_01"/>';

// XML 1.0's Char production, and nothing else; with the u flag a lone surrogate is a code point of its own.
const ILLEGAL = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
// Most text needs no mending, so it is asked first.
const UNTIDY = /\s\s|[^\S ]/;
const SUSPECT = /[^ -%(-;=?-~]/;

/** Drops what XML 1.0 cannot carry: control characters, lone surrogates, U+FFFE and U+FFFF. Odd blanks stay blanks. */
export function legal(text: string): string {
  return SUSPECT.test(text) ? text.replace(/[\v\f]/g, ' ').replace(ILLEGAL, '') : text;
}

/** Text as XML character data. */
export function escapeXml(text: string): string {
  return SUSPECT.test(text) ? inXml(legal(text)) : text;
}

function markup(part: SpeechPart): string {
  if (typeof part === 'string') return escapeXml(part);
  if (part.kind === 'break') return `<break time="${Math.round(part.milliseconds)}ms"/>`;
  if (part.kind === 'quoted') return escapeXml(part.marks.join(part.text));
  if (part.kind === 'lacking') return TONE;
  return `<say-as interpret-as="digits">${escapeXml(part.digits)}</say-as>`;
}

function heard(part: SpeechPart): string {
  if (typeof part === 'string') return legal(part);
  if (part.kind === 'quoted') return part.marks.join(legal(part.text));
  if (part.kind === 'lacking') return `[${part.key}]`;
  return part.kind === 'break' ? ' ' : [...legal(part.digits)].join(' ');
}

/** The whole `<speak>` document. */
export function toSsml(parts: readonly SpeechPart[]): string {
  return `<speak>${parts.map(markup).join('')}</speak>`;
}

/** What is heard, without markup; digits stand apart as they are said, and another's words in quotation marks. */
export function toPlain(parts: readonly SpeechPart[]): string {
  const text = parts.map(heard).join('');
  return (UNTIDY.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
}

/** One run of text per neighbourhood, single spaces, none at the ends. */
export function tidy(parts: readonly SpeechPart[]): readonly SpeechPart[] {
  const merged: SpeechPart[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (typeof part === 'string' && typeof last === 'string') merged[merged.length - 1] = last + part;
    else merged.push(part);
  }
  return merged
    .map((part, at) => (typeof part === 'string' ? tidyText(part, at === 0, at === merged.length - 1) : part))
    .filter((part) => part !== '');
}

function tidyText(raw: string, first: boolean, last: boolean): string {
  const text = legal(raw);
  const spaced = UNTIDY.test(text) ? text.replace(/\s+/g, ' ') : text;
  return last ? (first ? spaced.trim() : spaced.trimEnd()) : first ? spaced.trimStart() : spaced;
}
