/** One piece of content as somebody wrote it, checked field by field: what an ear takes, what a chat shows, what is filled in. */

import * as z from 'zod/mini';
import type { PlainDate } from '../../vocabulary/values';
import type { Merchant } from '../commerce/merchant';
import type { ContentAnswer } from './content';

/** About ten seconds. */
const MOST_SAID = 30;
const MOST_IN_SENTENCE = 16;
const MOST_IN_CHAT = 600;

const day = z.pipe(
  z.iso.date('write a day, like 2026-12-24'),
  z.transform((text) => text as PlainDate),
);
const words = (missing: string) => z.string().check(z.refine((text) => text.trim() !== '', missing));
const own = words('must not be empty');
const texts = z.array(own).check(z.minLength(1, 'list at least 1'));

/** Unknown fields are refused: a misspelt "voice" must not be a text that nobody says. */
const fields = z.strictObject({
  topic: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/, 'write small letters, digits and hyphens, like gift-cards')),
  title: own,
  names: texts,
  questions: texts,
  voice: z.optional(own),
  chat: z.optional(own),
  text: words('is missing; write it under the second line of hyphens'),
  from: z.optional(day),
  to: z.optional(day),
});

export type AnswerRead =
  | { readonly ok: true; readonly answer: ContentAnswer }
  /** Each with the field it is about, in words for whoever wrote it. */
  | { readonly ok: false; readonly problems: readonly string[] };

type Needs = { readonly merchant: Merchant; readonly words: z.core.$ZodErrorMap };

/** `written`: the fields, with what is told under `text`. */
export function readAnswer(written: unknown, { merchant, words }: Needs): AnswerRead {
  const { data, error } = fields.safeParse(written, { error: words });
  if (error) {
    const problems = error.issues.map(({ path, message }) =>
      path.length > 0 ? `${path.join('.')}: ${message}` : message,
    );
    return { ok: false, problems };
  }
  const values = standing(merchant);
  const { text: whole, from = null, to = null, ...rest } = data;
  const text = plainOf(whole);
  const { voice = firstSentences(text), chat = text, ...told } = rest;
  const problems = [
    ...(from !== null && to !== null && to < from ? ['to: is before from'] : []),
    ...strangeIn({ voice, chat, text }, values),
    ...wrongForEar(voice, rest.voice !== undefined),
    ...(chat.length > MOST_IN_CHAT
      ? [`chat: has ${chat.length} signs; a chat takes ${MOST_IN_CHAT}, so write a shorter one as "chat"`]
      : []),
  ];
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    answer: { ...told, voice: fill(voice, values), chat: fill(chat, values), text: fill(text, values), from, to },
  };
}

/** What may stand in content, and is written once in shop.json and policy.json. */
function standing({ name, support, site, policy }: Merchant): Readonly<Record<string, string>> {
  return { shop: name, phone: support.phone, email: support.email, site, returnDays: `${policy.return.days}` };
}

function fill(text: string, values: ReturnType<typeof standing>): string {
  return text.replace(VARIABLE, (whole, variable: string) => values[variable] ?? whole);
}

const VARIABLE = /\{\{\s*(\w+)\s*\}\}/g;

function strangeIn(texts: Readonly<Record<string, string>>, values: ReturnType<typeof standing>): readonly string[] {
  const known = Object.keys(values)
    .map((one) => `{{${one}}}`)
    .join(', ');
  return Object.entries(texts).flatMap(([field, text]) =>
    [...text.matchAll(VARIABLE)]
      .filter(([, name = '']) => !(name in values))
      .map(([whole]) => `${field}: there is no ${whole}; write one of ${known}`),
  );
}

/** An address or a number that nobody could note down by ear. */
const FOR_THE_EYE = /https?:|www\.|\S@\S|\{\{\s*(phone|email|site)\s*\}\}|\d{5,}|[\d+][\d ]{7,}\d/;

function wrongForEar(voice: string, isOwn: boolean): readonly string[] {
  const said = sentencesIn(voice);
  const long = said.find((sentence) => countOf(sentence) > MOST_IN_SENTENCE);
  const what = isOwn ? 'voice' : 'voice: the first two sentences are said where there is no "voice", and it';
  const where = isOwn ? 'voice: it' : what;
  return [
    ...(long ? [`${where} has a sentence of ${countOf(long)} words, "${long}"; an ear takes ${MOST_IN_SENTENCE}`] : []),
    ...(countOf(voice) > MOST_SAID ? [`${where} has ${countOf(voice)} words; an ear takes ${MOST_SAID}`] : []),
    ...(voice.includes('?') ? [`${where} asks something; the next question is the skill's own`] : []),
    ...(FOR_THE_EYE.test(voice)
      ? [`${where} has an address or a number that is for the eye; leave it to the text`]
      : []),
  ];
}

function firstSentences(text: string): string {
  return sentencesIn(text.split(/\n\s*\n/)[0] ?? '')
    .slice(0, 2)
    .join(' ');
}

function sentencesIn(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?])\s+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

function countOf(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Markdown as a chat shows it: links with their address, lists as lines, no other marks. */
function plainOf(markdown: string): string {
  return markdown
    .replace(/\r\n/g, '\n')
    .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, '$1: $2')
    .replace(/^#{1,6}\s+/gm, '')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/^\s*[*-]\s+/gm, '• ')
    .replace(/([^\n])\n(?![\n•])/g, '$1 ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
