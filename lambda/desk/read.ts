/** What the desk's page posts: shapes and sizes are checked here. */

import type { Request } from 'express';
import * as z from 'zod/mini';
import { CARE_ACTION } from '../services/care/stored';
import { DONE } from '../services/hand-off/hand-offs';
import { ROLES } from '../services/sign-in/agents';
import { PASSWORD } from '../services/sign-in/passwords';
import { LOGIN } from '../services/sign-in/sign-in';
import { LINE_ID } from './looked-back';

export const LARGEST_BYTES = 32 * 1024;
export const LONGEST = { reply: 4_000, note: 4_000, topic: 120, name: 60, tag: 30 } as const;

/** More lines are asked for by and by. */
const MOST_TRANSLATED = 50;

const words = (most: number) =>
  z
    .pipe(
      z.string(),
      z.transform((typed) => typed.replace(/(?!\n)[\p{Cc}\p{Cs}]/gu, ' ').trim()),
    )
    .check(z.refine((typed) => typed !== '' && [...typed].length <= most));
/** The page makes one for a click: the same click sent again is the same thing. */
const id = z.pipe(
  z.uuid(),
  z.transform((text) => text.toLowerCase()),
);
const line = z.string().check(z.regex(LINE_ID));
const login = z.string().check(z.trim(), z.toLowerCase(), z.regex(LOGIN));
const name = words(LONGEST.name);
const role = z.enum(ROLES);
/** A password that was chosen before the rules grew must still open the door. */
const old = z.string().check(z.minLength(1), z.maxLength(PASSWORD.most));

/** As people copy it from a screen: in two groups of three, too. */
const code = z
  .pipe(
    z.string().check(z.maxLength(20)),
    z.transform((typed) => typed.replace(/\s/g, '')),
  )
  .check(z.regex(/^\d{6}$/));

export const bodies = {
  session: z.object({
    login: z.string().check(z.minLength(1), z.maxLength(100)),
    password: old,
    code: z.optional(code),
  }),
  /** What only its owner may change. */
  proven: z.object({ password: old }),
  second: z.object({ offer: z.string().check(z.minLength(1), z.maxLength(500)), code }),
  me: z.object({ available: z.boolean() }),
  password: z.object({ old, new: z.string().check(z.minLength(PASSWORD.least), z.maxLength(PASSWORD.most)) }),
  /** `from`: who has it, as the page knows; null: nobody. */
  take: z.object({ id, from: z.nullable(z.string().check(z.maxLength(100))) }),
  say: z.object({ id, text: words(LONGEST.reply) }),
  note: z.object({ id, text: words(LONGEST.note) }),
  /** `line`: as the page knows it. */
  'change-words': z.object({ id, line, text: words(LONGEST.reply) }),
  'take-back': z.object({ id, line }),
  /** `gone`: the page shows another one, or none. */
  here: z.object({ doing: z.enum(['looks', 'writes', 'gone']) }),
  return: z.object({ id }),
  /** `to`: a colleague's id; null: the whole team. */
  pass: z.object({ id, to: z.nullable(z.string().check(z.maxLength(100))), note: z.nullish(words(LONGEST.note)) }),
  close: z.object({ id, done: z.enum(DONE), topic: z.nullish(words(LONGEST.topic)) }),
  order: z.object({ id, action: CARE_ACTION }),
  /** `until`: milliseconds; null: now. */
  snooze: z.object({ until: z.nullable(z.int().check(z.positive())) }),
  called: z.object({}),
  contact: z.object({ contact: z.string().check(z.maxLength(40)) }),
  /** A tag that is too long is told so. */
  tag: z.object({ tag: words(10 * LONGEST.tag), isOn: z.boolean() }),
  /** `to`: the language of whoever reads. */
  translation: z.object({
    lines: z.array(z.string().check(z.maxLength(40))).check(z.minLength(1), z.maxLength(MOST_TRANSLATED)),
    to: z.string().check(z.regex(/^[a-z]{2,3}$/)),
  }),
  again: z.object({ delivery: z.string().check(z.minLength(1), z.maxLength(500)) }),
  newAgent: z.object({ login, name, role }),
  change: z.object({ name: z.optional(name), role: z.optional(role), isDisabled: z.optional(z.boolean()) }),
} as const;

/** What a path is about. */
export function idOf({ params }: Request): string {
  return String(params.id ?? '');
}
