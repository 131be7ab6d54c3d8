/** What the desk's page posts: shapes and sizes are checked here. */

import { z } from 'zod';
import { DONE } from '../services/hand-off/hand-offs';
import { ROLES } from '../services/sign-in/agents';
import { PASSWORD } from '../services/sign-in/passwords';
import { LOGIN } from '../services/sign-in/sign-in';

export const LARGEST_BYTES = 32 * 1024;
export const LONGEST = { reply: 4_000, note: 4_000, topic: 120, name: 60 } as const;

const words = (most: number) =>
  z
    .string()
    .transform((typed) => typed.replace(/(?!\n)[\p{Cc}\p{Cs}]/gu, ' ').trim())
    .refine((typed) => typed !== '' && [...typed].length <= most);
/** The page makes one for a click: the same click sent again is the same thing. */
const id = z.uuid().transform((text) => text.toLowerCase());
const login = z.string().trim().toLowerCase().regex(LOGIN);
const name = words(LONGEST.name);
const role = z.enum(ROLES);
/** A password that was chosen before the rules grew must still open the door. */
const old = z.string().min(1).max(PASSWORD.most);

export const bodies = {
  session: z.object({ login: z.string().min(1).max(100), password: old }),
  me: z.object({ available: z.boolean() }),
  password: z.object({ old, new: z.string().min(PASSWORD.least).max(PASSWORD.most) }),
  /** `from`: who has it, as the page knows; null: nobody. */
  take: z.object({ id, from: z.string().max(100).nullable() }),
  say: z.object({ id, text: words(LONGEST.reply) }),
  note: z.object({ id, text: words(LONGEST.note) }),
  return: z.object({ id }),
  close: z.object({ id, done: z.enum(DONE), topic: words(LONGEST.topic).nullish() }),
  again: z.object({ delivery: z.string().min(1).max(500) }),
  newAgent: z.object({ login, name, role }),
  change: z.object({ name: name.optional(), role: role.optional(), isDisabled: z.boolean().optional() }),
} as const;
