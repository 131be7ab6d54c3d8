/** What became of a request to Telegram that did not succeed: later, never, or nobody knows. */

import { GrammyError, HttpError } from 'grammy';
import type { Tried } from '../../services/queue/queues';

export type Failed = Extract<Tried, { readonly kind: 'later' | 'dead' | 'unknown' }>;

/** The token is the shop's to put right: no message is lost over it. */
const FOR_THE_SHOP_MS = 300_000;
/** In front of Telegram's servers: the request may have got through. */
const GATEWAYS = [502, 504];
/** Before these, nothing of the request was written. */
const NOT_SENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_.*|.*_CERT.*|ERR_TLS.*)$/;

/** Throws on what neither Telegram nor the network did. */
export function judge(error: unknown): Failed {
  if (error instanceof GrammyError) return refused(error);
  if (error instanceof HttpError) return unanswered(error.error);
  throw error;
}

function refused({ error_code: code, description, parameters }: GrammyError): Failed {
  // What is no answer of Telegram's at all looks like a refusal without a number.
  if (typeof code !== 'number') return { kind: 'unknown', why: 'Telegram answered, but not as it does' };
  const why = `Telegram ${code}: ${description}`;
  if (code === 429) return { kind: 'later', why, after: (parameters.retry_after ?? 1) * 1000 };
  // Telegram knows no bot of such a token.
  if (code === 401 || code === 404) return { kind: 'later', why, after: FOR_THE_SHOP_MS };
  return byStatus(code, why);
}

function byStatus(status: number, why: string): Failed {
  if (GATEWAYS.includes(status)) return { kind: 'unknown', why };
  return status >= 500 ? { kind: 'later', why } : { kind: 'dead', why };
}

function unanswered(error: unknown): Failed {
  if (error instanceof Error && 'status' in error) return byStatus(Number(error.status), error.message);
  const code = codeOf(error);
  if (NOT_SENT.test(code)) return { kind: 'later', why: `Telegram cannot be reached (${code})` };
  return { kind: 'unknown', why: 'the connection to Telegram broke before it answered' };
}

/** fetch hides what the network said in the cause. */
function codeOf(error: unknown): string {
  const { code, cause } = (error ?? {}) as { readonly code?: unknown; readonly cause?: unknown };
  return typeof code === 'string' ? code : cause === undefined ? '' : codeOf(cause);
}
