/** Holds every call to the shop to its share of the turn's time, and leaves a shop that keeps failing alone for a while. */

import { createBreaker } from '../breaker';
import { CARE_KINDS, type Care, type CareCall } from '../care/care';
import { inTime } from '../in-time';
import type { ShopperSignIn } from '../sign-in/shopper-sign-in';
import { type Call, type Result, refused } from './call';
import type { Carts } from './cart';
import type { Purchases } from './purchases';
import type { Shop } from './shop';
import type { Tracking } from './tracking';

/** Milliseconds; the calls of one kind that fail in a row are counted. */
export type Patience = {
  readonly read: number;
  /** What can be done without. */
  readonly aside: number;
  readonly quote: number;
  readonly write: number;
  /** So many failures, and it is left alone for `probeAfter`; then one call tries. */
  readonly breakAfter: number;
  readonly probeAfter: number;
};

/** The whole answer leaves within 6 s (Alexa waits about 8). Two reads and a quote fit, or a read and a purchase. */
export const PATIENCE: Patience = {
  ...{ read: 1_800, aside: 1_000, quote: 2_500, write: 4_000 },
  ...{ breakAfter: 5, probeAfter: 10_000 },
};

type Kind = Exclude<keyof Patience, 'breakAfter' | 'probeAfter'>;

type Guard = <T>(kind: Kind, call: Call, run: (call: Call) => Promise<Result<T>>) => Promise<Result<T>>;

/** A shop whose every call ends in time. Breaker outside, time-out inside: the other way round it never opens. */
export function patient(shop: Shop, now: () => number, patience: Patience = PATIENCE): Shop {
  const reads = createGuard(now, patience);
  // A list that does not come must not keep anybody from the orders.
  const lists = createGuard(now, patience);
  const writes = createGuard(now, patience);
  const care = createGuard(now, patience);
  const carriers = createGuard(now, patience);
  const { cart, advice, purchases, tracking } = shop;
  return {
    accounts: {
      whoIs: (token, call) => reads('read', call, (inner) => shop.accounts.whoIs(token, inner)),
    },
    ...(shop.signIn && { signIn: patientSignIn(shop.signIn, reads) }),
    catalogue: patientCatalogue(shop, { reads, lists }),
    history: {
      orders: (query, call) => reads('read', call, (inner) => shop.history.orders(query, bound(call, inner))),
    },
    rates: {
      options: (to, call) => reads('read', call, (inner) => shop.rates.options(to, inner)),
    },
    purchases: patientPurchases(purchases, { reads, writes }),
    ...(advice && {
      advice: {
        goesWith: (id, call) => lists('read', call, (inner) => advice.goesWith(id, inner)),
        favourites: (call) => lists('read', call, (inner) => advice.favourites(inner)),
      },
    }),
    ...(tracking && { tracking: patientTracking(tracking, carriers) }),
    ...(cart && { cart: patientCart(cart, reads) }),
    ...(shop.care ? { care: guarded(shop.care, care) } : {}),
  };
}

function patientCart(cart: NonNullable<Shop['cart']>, reads: Guard): NonNullable<Shop['cart']> {
  const contents: Carts['contents'] = (call) => reads('read', call, (inner) => cart.contents(bound(call, inner)));
  if ('page' in cart)
    return { contents, page: (call) => reads('read', call, (inner) => cart.page(bound(call, inner))) };
  return {
    contents,
    change: (lines, call) => reads('quote', call, (inner) => cart.change(lines, bound(call, inner))),
  };
}

function bound<C extends Call>(call: C, { signal, deadline }: Call): C {
  return { ...call, signal, deadline };
}

type Buying = { readonly reads: Guard; readonly writes: Guard };

function patientPurchases(purchases: Purchases, { reads, writes }: Buying): Purchases {
  const { means, checkoutLink, isOffered } = purchases;
  return {
    ...(isOffered === false && { isOffered }),
    propose: (wanted, call) => reads('quote', call, (inner) => purchases.propose(wanted, bound(call, inner))),
    substitutes: (wanted, alike, call) =>
      reads('read', call, (inner) => purchases.substitutes(wanted, alike, bound(call, inner))),
    reconcile: (id, call) => reads('read', call, (inner) => purchases.reconcile(id, bound(call, inner))),
    place: (proposal, call) => writes('write', call, (inner) => purchases.place(proposal, bound(call, inner))),
    ...(means && { means: (call) => reads('read', call, (inner) => means(bound(call, inner))) }),
    ...(checkoutLink && {
      checkoutLink: (lines, call) => reads('read', call, (inner) => checkoutLink(lines, bound(call, inner))),
    }),
  };
}

function patientTracking(tracking: Tracking, carriers: Guard): Tracking {
  return tracking.by === 'carrier'
    ? { ...tracking, parcels: (numbers, call) => carriers('aside', call, (inner) => tracking.parcels(numbers, inner)) }
    : { ...tracking, packed: (numbers, call) => carriers('aside', call, (inner) => tracking.packed(numbers, inner)) };
}

function patientSignIn(signIn: ShopperSignIn, reads: Guard): ShopperSignIn {
  const again: ShopperSignIn['again'] = (id, call) => reads('read', call, (inner) => signIn.again(id, inner));
  if (signIn.by === 'code') {
    return { by: 'code', again, find: (email, call) => reads('read', call, (inner) => signIn.find(email, inner)) };
  }
  return { by: 'password', again, check: (shown, call) => reads('write', call, (inner) => signIn.check(shown, inner)) };
}

function patientCatalogue(
  { catalogue }: Pick<Shop, 'catalogue'>,
  { reads, lists }: { readonly reads: Guard; readonly lists: Guard },
): Shop['catalogue'] {
  return {
    edition: (locale) => catalogue.edition(locale),
    page: (after, call) => lists('read', call, (inner) => catalogue.page(after, inner)),
    find: (said, call) => lists('read', call, (inner) => catalogue.find(said, inner)),
    byIds: (ids, call) => lists('read', call, (inner) => catalogue.byIds(ids, inner)),
    offers: (ids, currency, call) => reads('read', call, (inner) => catalogue.offers(ids, currency, inner)),
  };
}

/** What a platform cannot do stays absent. */
function guarded(care: Care, guard: Guard): Care {
  const bound = ({ shopperId, credential }: CareCall, inner: Call): CareCall => {
    return { ...inner, shopperId, ...(credential === undefined ? {} : { credential }) };
  };
  const { refunds, file } = care;
  const operations = CARE_KINDS.flatMap((kind) => {
    const operation = care[kind] as ((...of: readonly unknown[]) => Promise<Result<never>>) | undefined;
    const held = (action: unknown, key: string, call: CareCall) =>
      guard('write', call, (inner) => (operation as NonNullable<typeof operation>)(action, key, bound(call, inner)));
    return operation ? [[kind, held] as const] : [];
  });
  return {
    ...Object.fromEntries(operations),
    ...(refunds
      ? { refunds: (orderId, call) => guard('read', call, (inner) => refunds(orderId, bound(call, inner))) }
      : {}),
    ...(file ? { file: (call: CareCall) => guard('read', call, (inner) => file(bound(call, inner))) } : {}),
    reconcile: (key, call) => guard('read', call, (inner) => care.reconcile(key, bound(call, inner))),
  };
}

function createGuard(now: () => number, patience: Patience): Guard {
  const breaker = createBreaker({ now, ...patience });
  return async (kind, call, run) => {
    // A call there was no time left for says nothing of the shop: it was never asked.
    let isAsked = true;
    const late = (isSent: boolean) => {
      isAsked = isSent;
      return refused<never>({ kind: 'timeout', outcome: outcomeOf(kind, isSent) });
    };
    const asked = await breaker.run(
      () => inTime(call, { now, most: patience[kind], run, late }),
      (result) => isAsked && isDown(result),
    );
    return asked ?? refused({ kind: 'unavailable' });
  };
}

/** Only a write that was sent may have happened. */
function outcomeOf(kind: Kind, isSent: boolean): 'unknown' | 'not-sent' {
  return kind === 'write' && isSent ? 'unknown' : 'not-sent';
}

/** What counts against the shop: not its refusals, only its silence. */
function isDown(result: Result<unknown>): boolean {
  return !result.ok && (result.error.kind === 'unavailable' || result.error.kind === 'timeout');
}
