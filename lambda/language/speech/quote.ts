/** What a person wrote, made fit to be read aloud: links, addresses and codes stay on the screen. */

import type { ValueOf } from '../../vocabulary/values';
import { DOMAINS } from './domains';
import { forEar } from './ear';
import type { PhraseName } from './phrases';
import { phraseText, type Speaker } from './speaker';
import type { SpeechPart } from './ssml';
import type { Form } from './words';

/** About nine seconds: longer than that, the rest is for the eye. */
const MOST_WORDS = 26;

/** "Track it at this link": without a word in its place the sentence would have a hole. */
const LINK = /\b(?:https?:\/\/|www\.)\S+?(?=[.,;:!?]?(?:\s|$))/gi;

const UNSPEAKABLE = [
  /\S+@\S+\.\S+/g,
  new RegExp(String.raw`(?<![\p{L}\p{N}])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.${DOMAINS}(?:\/\S*)?`, 'giu'),
  // What was redacted says nothing to an ear.
  /\[[\p{L}-]+\]/gu,
  // A code: letters with digits, or digits in a row.
  /(?<![\p{L}\p{N}])(?=[\p{L}\p{N}-]*\d)(?=[\p{L}\p{N}-]{5,})[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu,
];

export type QuoteWords = {
  readonly and: string;
  /** Said in place of a link, and where the rest is. */
  readonly link: string;
  readonly rest: string;
};

/** Whole sentences as far as they fit; at least the first words of the first one. */
export function quoteForEar(text: string, { and, link, rest }: QuoteWords): string {
  const named = text.replace(LINK, link);
  const bare = UNSPEAKABLE.reduce((left, pattern) => left.replace(pattern, ' '), named);
  const sentences = forEar(bare, and)
    .split(/(?<=[.!?…])\s+/)
    .map(closed)
    .filter((sentence) => /\p{L}/u.test(sentence));
  const kept: string[] = [];
  for (const sentence of sentences) {
    if (words([...kept, sentence].join(' ')) > MOST_WORDS) break;
    kept.push(sentence);
  }
  const [first = ''] = sentences;
  if (kept.length === sentences.length) return kept.join(' ');
  const said = kept.length > 0 ? kept.join(' ') : beginning(first);
  return `${said} ${rest}`;
}

/** The first words of a sentence, cut where it has a comma if it can be. */
function beginning(sentence: string): string {
  const cut = sentence.split(' ').slice(0, MOST_WORDS).join(' ');
  const comma = cut.lastIndexOf(',');
  return closed(comma > cut.length / 2 ? cut.slice(0, comma) : cut);
}

/** A question in it would be taken for ours: it ends as a statement. */
function closed(sentence: string): string {
  const text = sentence
    .replace(/\s+([.,;:!?…])/g, '$1')
    .replace(/[?？؟]/g, '')
    .replace(/[\s,;:-]+$/, '')
    .replace(/[,;:-]+(?=[.!…]$)/, '')
    .trim();
  return text === '' || /[.!…]$/.test(text) ? text : `${text}.`;
}

function words(text: string): number {
  return text.split(/\s+/).length;
}

export function formatQuote({ text }: ValueOf<'quote'>, speaker: Speaker, form: Form): readonly SpeechPart[] {
  if (form === 'text') return [text];
  const word = (key: PhraseName) => phraseText(speaker, key);
  return [quoteForEar(text, { and: word('and'), link: word('quoteLink'), rest: word('quoteRest') })];
}

/** The shop's own words were made for the ear, and are not cut; what no ear can use would be an oversight. */
export function formatPassage(
  { voice, text }: ValueOf<'passage'>,
  speaker: Speaker,
  form: Form,
): readonly SpeechPart[] {
  if (form === 'text') return [text];
  const bare = UNSPEAKABLE.reduce((left, pattern) => left.replace(pattern, ' '), voice);
  return [forEar(bare, phraseText(speaker, 'and'))];
}
