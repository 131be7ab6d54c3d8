/** Watches the calls to the shop: which, when, how long, and how they ended, turn by turn. */

import { AsyncLocalStorage } from 'node:async_hooks';
import type { Result } from '../services/commerce/call';
import type { Shop } from '../services/commerce/shop';
import type { CallRecord } from './protocol';

export type CallWatch = {
  /** The shop to use in place of this one. */
  wrap(shop: Shop): Shop;
  /** Runs something and tells the calls it made; those still under way are left out. */
  during<T>(run: () => Promise<T>): Promise<{ readonly value: T; readonly calls: readonly CallRecord[] }>;
};

type Open = { readonly began: number; readonly calls: CallRecord[] };
type AnyMethod = (...args: unknown[]) => Promise<Result<unknown>>;

/** `now`: real time, milliseconds; finer than a millisecond where it can be. */
export function watchCalls(now: () => number = () => performance.now()): CallWatch {
  const current = new AsyncLocalStorage<Open>();

  async function watched(name: Pick<CallRecord, 'port' | 'method'>, run: () => Promise<Result<unknown>>) {
    const open = current.getStore();
    const start = now();
    const note = (error: string | null) =>
      open?.calls.push({ ...name, start: round(start - open.began), ms: round(now() - start), error });
    try {
      const result = await run();
      note(result.ok ? null : result.error.kind);
      return result;
    } catch (error) {
      note(error instanceof Error ? error.message : 'broke');
      throw error;
    }
  }

  function wrapPort<P extends object>(port: string, methods: P): P {
    const wrapped = Object.entries(methods as Record<string, AnyMethod | string>).map(([method, run]) => [
      method,
      typeof run === 'string' ? run : (...args: unknown[]) => watched({ port, method }, () => run(...args)),
    ]);
    return Object.fromEntries(wrapped) as P;
  }

  return {
    wrap: (shop) => ({
      ...shop,
      accounts: wrapPort('accounts', shop.accounts),
      // What it is named by asks nobody.
      catalogue: { ...wrapPort('catalogue', shop.catalogue), edition: shop.catalogue.edition },
      history: wrapPort('history', shop.history),
      rates: wrapPort('rates', shop.rates),
      purchases: wrapPort('purchases', shop.purchases),
      ...(shop.care ? { care: wrapPort('care', shop.care) } : {}),
      ...(shop.cart && { cart: wrapPort('cart', shop.cart) }),
      ...(shop.advice && { advice: wrapPort('advice', shop.advice) }),
      ...(shop.tracking && { tracking: wrapPort('tracking', shop.tracking) }),
      ...(shop.signIn && { signIn: wrapPort('signIn', shop.signIn) }),
    }),
    async during(run) {
      const open: Open = { began: now(), calls: [] };
      const value = await current.run(open, run);
      return { value, calls: open.calls.toSorted((a, b) => a.start - b.start) };
    },
  };
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
