/** What WhatsApp's answer to a request means for the message: there, later, never, closed, or nobody knows. */

import * as z from 'zod/mini';
import type { Tried } from '../../services/queue/queues';

/** `closed`: the shopper wrote more than a day ago, by WhatsApp's clock; only a template may be sent. */
export type Posted = Exclude<Tried, { readonly kind: 'overtaken' }> | { readonly kind: 'closed' };

const accepted = z.object({
  messages: z.array(z.object({ id: z.string().check(z.minLength(1)) })).check(z.minLength(1)),
});
const refused = z.object({ error: z.object({ code: z.number(), message: z._default(z.string(), '') }) });

const SECOND = 1_000;
/** The token or a permission is the shop's to put right: no message is lost over it. */
const FOR_THE_SHOP = 300 * SECOND;
/** Meta, "Error codes": what passes, and how long it takes at least. */
const PASSING: Readonly<Record<number, number>> = {
  /** Something went wrong at Meta's. */
  1: 10 * SECOND,
  2: 10 * SECOND,
  131000: 10 * SECOND,
  131016: 30 * SECOND,
  133004: 30 * SECOND,
  /** Maintenance of the number. */
  131057: 300 * SECOND,
  /** Too much at once: to one person (one in six seconds), of a number, an app, an account. */
  131056: 6 * SECOND,
  130429: 10 * SECOND,
  4: 60 * SECOND,
  80007: 60 * SECOND,
  131048: 3_600 * SECOND,
  0: FOR_THE_SHOP,
  3: FOR_THE_SHOP,
  10: FOR_THE_SHOP,
  190: FOR_THE_SHOP,
  131005: FOR_THE_SHOP,
  /** An unpaid bill. */
  131042: 3_600 * SECOND,
};
/** The old one and today's. */
const CLOSED = [470, 131047];
/** In front of Meta's servers: the request may have got through. */
const GATEWAYS = [502, 504];

export function judge(response: Pick<Response, 'status' | 'headers'>, body: string): Posted {
  const answer = parsed(body);
  const { status } = response;
  if (status >= 200 && status < 300) {
    const ref = accepted.safeParse(answer).data?.messages[0]?.id;
    return ref ? { kind: 'done', ref } : { kind: 'unknown', why: 'WhatsApp answered, but not with an id' };
  }
  const error = refused.safeParse(answer).data?.error;
  return error ? byCode(error.code, whyOf(error), response) : byStatus(response);
}

function byCode(code: number, why: string, response: Pick<Response, 'status' | 'headers'>): Posted {
  if (CLOSED.includes(code)) return { kind: 'closed' };
  const least = Object.hasOwn(PASSING, code) ? PASSING[code] : undefined;
  const { status } = response;
  if (least === undefined && (status === 401 || status === 403)) return later(why, FOR_THE_SHOP);
  if (least === undefined && status !== 429 && status < 500) return { kind: 'dead', why };
  return later(why, retryAfter(response) ?? least);
}

function byStatus(response: Pick<Response, 'status' | 'headers'>): Posted {
  const { status } = response;
  const why = `WhatsApp answered ${status}`;
  if (GATEWAYS.includes(status)) return { kind: 'unknown', why };
  if (status === 401 || status === 403) return later(why, FOR_THE_SHOP);
  if (status === 429 || status >= 500) return later(why, retryAfter(response));
  return { kind: 'dead', why };
}

function later(why: string, after: number | undefined): Posted {
  return { kind: 'later', why, ...(after === undefined ? {} : { after }) };
}

function retryAfter({ headers }: Pick<Response, 'headers'>): number | undefined {
  const seconds = headers.get('retry-after');
  return seconds !== null && /^\d{1,6}$/.test(seconds) ? Number(seconds) * SECOND : undefined;
}

/** Meta's own words help whoever looks after it; a number in them may be somebody's. */
function whyOf({ code, message }: { readonly code: number; readonly message: string }): string {
  const words = message.replace(/\(?#\d{1,6}\)?/g, '').replace(/\+?\d{7,}/g, '…');
  return `WhatsApp ${code}: ${words.trim().slice(0, 160)}`;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
