/** What every call to an outside system carries, and the closed set of ways it can end. */

import type { Instant, Money, PlainDate } from '../../vocabulary/values';
import type { HeldBack } from '../limits/limits';

export type Call = {
  /** BCP 47; the shop answers titles in this language where it has them. */
  readonly locale: string;
  /** Real time by which the answer is of no more use. */
  readonly deadline: Instant;
  readonly signal: AbortSignal;
  /** The turn's id, for the shop's own logs. */
  readonly traceId: string;
};

/** A call on behalf of a linked shopper. */
export type ShopperCall = Call & { readonly shopperId: string; readonly credential: string };

/** `mirror`: the shop did not answer, this is what it last said, at `asOf`. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly asOf: Instant; readonly source: 'live' | 'mirror' }
  | { readonly ok: false; readonly error: ShopError };

/** Everything a shop may refuse or fail with; the dialogue has words for each. */
export type ShopError =
  | { readonly kind: 'not-found' }
  /** The token is missing, expired or revoked: ask to link again. */
  | { readonly kind: 'unauthorised' }
  | { readonly kind: 'sold-out'; readonly productId: string; readonly backOn?: PlainDate }
  | { readonly kind: 'undeliverable' }
  | { readonly kind: 'price-changed'; readonly was: Money; readonly now: Money }
  | { readonly kind: 'payment-declined' }
  /** No stored means of payment, or one that needs the shopper at a screen. */
  | { readonly kind: 'payment-needed' }
  | { readonly kind: 'too-many'; readonly productId: string; readonly max: number }
  /** The shop takes no order of so little: its goods must come to this at least. */
  | { readonly kind: 'too-little'; readonly least: Money }
  /** The shopper's own rules forbid it: the shop was not asked. */
  | { readonly kind: 'held-back'; readonly why: HeldBack }
  /** What an order has come to does not allow it any more, or it has it already. */
  | { readonly kind: 'not-now' }
  /** This platform does not do it by voice: a person does. */
  | { readonly kind: 'not-offered' }
  | { readonly kind: 'unavailable' }
  /** `unknown` on a write: it may have happened. Reconcile, never send again blindly. */
  | { readonly kind: 'timeout'; readonly outcome: 'not-sent' | 'unknown' };

/** A call of no turn: of a tool, of a page, of a server that warms up. Milliseconds. */
export function callWithin(
  ms: number,
  { locale, now }: { readonly locale: string; readonly now: () => Instant },
): Call {
  return { locale, deadline: now() + ms, signal: AbortSignal.timeout(ms), traceId: 'no turn' };
}

export function ok<T>(value: T, asOf: Instant): Result<T> {
  return { ok: true, value, asOf, source: 'live' };
}

export function refused<T = never>(error: ShopError): Result<T> {
  return { ok: false, error };
}
