/** Signing a shopper in by a code sent to their address: nobody learns who has an account, and nobody can guess long. */

import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';
import type { Instant } from '../../vocabulary/values';
import type { Tokens } from '../reach/tokens';
import type { LinkRecords } from './link-records';

const CODE_MS = 10 * 60_000;
const WITHIN_MS = 60 * 60_000;
/** Of a code; then another has to be asked for. */
const MOST_TRIES = 5;
/** An hour: letters one browser's network has sent to an address, and all there are for it. */
const MOST_LETTERS = { ofOne: 5, ofAll: 20 } as const;
const KIND = 'MailedCode';

/** `address`: hashed, as everything here that leads to somebody. */
const kept = z.object({ address: z.string(), mac: z.nullable(z.string()), shopperId: z.nullable(z.string()) });

/** A sign-in that is under way. */
export type CodeAsked = {
  /** Unguessable, and only one browser's. */
  readonly place: string;
  readonly email: string;
  /** Where it is asked from. */
  readonly source: string;
};

export type CodeTried =
  | { readonly kind: 'in'; readonly shopperId: string }
  | { readonly kind: 'wrong' }
  /** Too many tries, or it is over: another code has to be asked for. */
  | { readonly kind: 'spent' };

export type MailedCodes = {
  /**
   * Whether somebody has this address shows neither in the answer nor in its time: `find` and `send` run after it, and
   * the promise `sent` is for whoever stops or watches. `locked`: too many letters to this address.
   */
  ask(asked: CodeAsked): Promise<{ readonly kind: 'asked' | 'locked'; readonly sent: Promise<void> }>;
  /** Whether a code was asked for here, and still counts. */
  isAsked(place: string): Promise<boolean>;
  try(place: string, code: string): Promise<CodeTried>;
  /** Another address is to be typed. */
  leave(place: string): Promise<void>;
};

export type MailedCodesNeeds = {
  readonly links: Pick<LinkRecords, 'put' | 'find' | 'use' | 'remove'>;
  readonly tokens: Pick<Tokens, 'guessed'>;
  readonly secret: string;
  /** Real time, milliseconds. */
  readonly now: () => Instant;
  readonly find: (email: string) => Promise<string | null>;
  readonly send: (email: string, code: string) => Promise<void>;
};

export function createMailedCodes({ links, tokens, secret, now, find, send }: MailedCodesNeeds): MailedCodes {
  const mac = (purpose: string, text: string) =>
    createHmac('sha256', secret).update(`mailed-code\0${purpose}\0${text}`).digest('hex');
  const idOf = (place: string) => mac('place', place);
  const isMore = async (than: number, who: string) =>
    (await tokens.guessed(mac('count', who), now(), now() - WITHIN_MS)) > than;

  const addressOf = (email: string) => mac('address', email.toLowerCase());

  async function put(place: string, body: z.infer<typeof kept>): Promise<void> {
    const expiresAt = now() + CODE_MS;
    await links.put({
      kind: KIND,
      id: idOf(place),
      body: JSON.stringify(body),
      grant: null,
      shopperId: body.shopperId,
      expiresAt,
    });
  }

  async function deliver(place: string, email: string): Promise<void> {
    const shopperId = await find(email);
    const address = addressOf(email);
    // Meanwhile another address may have been typed.
    if (shopperId === null || (await at(place))?.address !== address) return;
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    await put(place, { address, mac: mac('code', `${place}\0${code}`), shopperId });
    await send(email, code);
  }

  async function at(place: string) {
    const record = await links.find(KIND, idOf(place), now());
    return record && !record.isUsed ? kept.parse(JSON.parse(record.body)) : null;
  }

  return {
    async ask({ place, email, source }) {
      const address = addressOf(email);
      // Counted before anything is looked up, so that a hundred at once are a hundred.
      const ofOne = await isMore(MOST_LETTERS.ofOne, `${address}\0${source}`);
      if (ofOne || (await isMore(MOST_LETTERS.ofAll, address))) return { kind: 'locked', sent: Promise.resolve() };
      await put(place, { address, mac: null, shopperId: null });
      return { kind: 'asked', sent: deliver(place, email) };
    },
    isAsked: async (place) => (await at(place)) !== null,
    async try(place, code) {
      const asked = await at(place);
      if (!asked || (await isMore(MOST_TRIES, `try\0${place}\0${asked.mac}`))) return { kind: 'spent' };
      const shown = mac('code', `${place}\0${code}`);
      const isRight = asked.mac !== null && timingSafeEqual(Buffer.from(asked.mac), Buffer.from(shown));
      if (!isRight || asked.shopperId === null) return { kind: 'wrong' };
      return (await links.use(KIND, idOf(place), now()))
        ? { kind: 'in', shopperId: asked.shopperId }
        : { kind: 'spent' };
    },
    leave: (place) => links.remove(KIND, idOf(place)),
  };
}
