/** What a person wrote, made fit to be read aloud: links, addresses and codes stay on the screen. */

import type { ValueOf } from '../../turn';
import { forEar } from './ear';
import { phraseText, type Speaker } from './speaker';
import type { Part } from './ssml';
import type { Form } from './words';

/** About nine seconds: longer than that, the rest is for the eye. */
const MOST_WORDS = 26;

const UNSPEAKABLE = [
  /\b(?:https?:\/\/|www\.)\S+/gi,
  /\S+@\S+\.\S+/g,
  /(?<![\p{L}\p{N}])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:com|net|org|shop|store|example|eu|it|de|fr|es|co\.uk)(?:\/\S*)?/giu,
  // What was redacted says nothing to an ear.
  /\[[\p{L}-]+\]/gu,
  // A code: letters with digits, or digits in a row.
  /(?<![\p{L}\p{N}])(?=[\p{L}\p{N}-]*\d)(?=[\p{L}\p{N}-]{5,})[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu,
];

/** Whole sentences as far as they fit; at least the first words of the first one. */
export function quoteForEar(text: string, and: string): string {
  const bare = UNSPEAKABLE.reduce((left, pattern) => left.replace(pattern, ' '), text);
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
  return kept.length > 0 ? kept.join(' ') : closed(first.split(' ').slice(0, MOST_WORDS).join(' '));
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

export function formatQuote({ text }: ValueOf<'quote'>, speaker: Speaker, form: Form): readonly Part[] {
  return [form === 'text' ? text : quoteForEar(text, phraseText(speaker, 'and'))];
}
