/** Failing on demand: what a fault does to a call before it reaches the shop, and what a shop under a fault remembers. */

import { type Call, type Result, refused, type ShopError } from '../../../services/commerce/call';
import type { Instant } from '../../../vocabulary/values';

export const FAULTS = ['sold-out', 'declined', 'slow', 'down', 'price-changed', 'unknown-outcome'] as const;
export type Fault = (typeof FAULTS)[number];

/** Resolves after so many milliseconds, or as soon as the signal aborts; never rejects. */
export type Wait = (milliseconds: number, signal: AbortSignal) => Promise<void>;

const SLOW = 7000;

export type Faults = {
  set(fault: Fault | null): void;
  is(fault: Fault): boolean;
  /** Every call comes in here: null lets it through. */
  enter(call: Call): Promise<ShopError | null>;
  /** Under `sold-out`: whether this shopper is told that this product is gone. Goods offered instead stay buyable. */
  takes(shopperId: string, productId: string): boolean;
  /** Whether the fault has told this shopper, or anybody, that this product is gone. */
  hasTaken(productId: string, shopperId?: string): boolean;
  /** Under `sold-out`: these were offered instead. */
  offered(shopperId: string, productIds: readonly string[]): void;
  /** Under `unknown-outcome`: what was done, and nobody hears of it. */
  lose<T>(done: Result<T>): Result<T>;
  /** Under `price-changed`: true the first time a product is about to be bought. */
  raises(productId: string): boolean;
};

export function makeFaults(options: { readonly realNow: () => Instant; readonly wait: Wait }): Faults {
  let fault: Fault | null = null;
  const taken = new Set<string>();
  const offered = new Set<string>();
  const raised = new Set<string>();
  const late = (call: Call) => call.signal.aborted || options.realNow() >= call.deadline;
  return {
    set: (next) => {
      fault = next;
      for (const memory of [taken, offered, raised]) memory.clear();
    },
    is: (asked) => fault === asked,
    enter: async (call) => {
      if (late(call)) return { kind: 'timeout', outcome: 'not-sent' };
      if (fault === 'down') return { kind: 'unavailable' };
      if (fault === 'slow') await options.wait(SLOW, call.signal);
      return late(call) ? { kind: 'timeout', outcome: 'not-sent' } : null;
    },
    takes: (shopperId, productId) => {
      if (fault !== 'sold-out' || offered.has(`${shopperId} ${productId}`)) return false;
      taken.add(`${shopperId} ${productId}`);
      return true;
    },
    hasTaken: (productId, shopperId) =>
      shopperId === undefined
        ? [...taken].some((pair) => pair.endsWith(` ${productId}`))
        : taken.has(`${shopperId} ${productId}`),
    offered: (shopperId, productIds) => {
      if (fault === 'sold-out') for (const id of productIds) offered.add(`${shopperId} ${id}`);
    },
    lose: (done) => (done.ok && fault === 'unknown-outcome' ? refused({ kind: 'timeout', outcome: 'unknown' }) : done),
    raises: (productId) => {
      if (fault !== 'price-changed' || raised.has(productId)) return false;
      raised.add(productId);
      return true;
    },
  };
}

/** The real clock. */
export function waitFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done);
  });
}
