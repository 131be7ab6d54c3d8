/** From what the page posts to a turn: shapes and sizes are checked here, and nothing about who it is is believed. */

import * as z from 'zod/mini';
import { TAKING } from '../../http/picture';
import type { Heard, Turn } from '../../vocabulary/heard';
import { LARGEST_FILE_BYTES } from '../../vocabulary/sent-file';
import { takenFile } from '../../vocabulary/taken-file';
import type { Session } from './options';
import type { KnownVisitor } from './verify';

export const LARGEST_BYTES = 8 * 1024;
const LONGEST_TEXT = 1_000;
/** A page shows that it waits: it can wait a little longer than a speaker. */
const ANSWER_WITHIN_MS = 6_000;

const locale = z.string().check(z.maxLength(35), z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/));
const text = z
  .pipe(
    z.string(),
    z.transform((typed) => typed.replace(/(?!\n)[\p{Cc}\p{Cs}]/gu, ' ').trim()),
  )
  .check(z.refine((typed) => typed !== '' && [...typed].length <= LONGEST_TEXT));

/** Fields nobody asked for are not looked at. */
const message = z
  .object({
    /** The page's own id of the message: sent again, it gets no second answer. */
    id: z.uuid(),
    text: z.optional(text),
    option: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
    /** The page's own id of a message of before, which reads `text` from now on; without one, it is taken back. */
    changes: z.optional(z.uuid()),
    /** The secret of a link somebody came through. */
    join: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/))),
    /** What the tapped button said. */
    label: z.optional(text),
    locale: z.optional(locale),
  })
  .check(
    z.refine(({ text: words, option, join, changes }) => {
      const given = [words, option, join].filter((one) => one !== undefined).length;
      return changes === undefined ? given === 1 : given === 0 || (given === 1 && words !== undefined);
    }),
  );
type Message = z.infer<typeof message>;

const greeting = z.object({ locale });
/** What a line of a person is called. */
const sight = z.object({ ref: z.string().check(z.minLength(1), z.maxLength(200)) });

/** null: not a message. */
export function readMessage(body: unknown): Message | null {
  return message.safeParse(body).data ?? null;
}

export function readGreeting(body: unknown): { readonly locale: string } | null {
  return greeting.safeParse(body).data ?? null;
}

/** null: it names no line. */
export function readSight(body: unknown): { readonly ref: string } | null {
  return sight.safeParse(body).data ?? null;
}

export function requestIdOf(address: string, id: string): string {
  return `${address}/${id.toLowerCase()}`;
}

/** More than a file may have: what is a little too large is told in the chat. */
export const LARGEST_UPLOAD_BYTES = 1.5 * LARGEST_FILE_BYTES;

const upload = z.object({ id: z.uuid() });

/** null: nothing that a page of ours sends. */
export async function readUpload(query: unknown, body: unknown): Promise<Pick<Sent, 'id' | 'heard'> | null> {
  const asked = upload.safeParse(query).data;
  if (!asked || !Buffer.isBuffer(body) || body.length === 0) return null;
  return { id: asked.id, heard: { kind: 'files', files: [await takenFile(body, TAKING)] } };
}

export type Sent = {
  /** The page's own. */
  readonly id: string;
  readonly heard: Heard;
  readonly known: KnownVisitor;
  readonly session: Session;
  readonly locale: string;
  /** Real time, milliseconds. */
  readonly now: number;
};

export function read({ id, heard, known, session, locale, now }: Sent): Turn {
  const requestId = requestIdOf(known.address, id);
  return {
    id: requestId,
    channel: 'web',
    form: 'text',
    requestId,
    session,
    address: known.address,
    ...(known.credential ? { credential: known.credential } : {}),
    locale,
    deadline: now + ANSWER_WITHIN_MS,
    heard,
  };
}

export function heardIn({ text, option, label, join, changes }: Message): Heard {
  if (changes !== undefined) return { kind: 'changed', to: text ?? null, of: { ref: changes.toLowerCase() } };
  if (join !== undefined) return { kind: 'joined', token: join };
  if (option === undefined) return { kind: 'text', text: text ?? '' };
  return { kind: 'choice', option, ...(label ? { label } : {}) };
}

const fileWish = z.object({
  secret: z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/)),
  as: z.enum(['page', 'json']),
  locale: z.string().check(z.maxLength(20)),
});

/** Which form of the file of one's data; null: no page of ours asks so. */
export function readFileWish(body: unknown): z.infer<typeof fileWish> | null {
  return fileWish.safeParse(body).data ?? null;
}
