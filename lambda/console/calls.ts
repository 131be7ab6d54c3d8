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

  function wrapPort(port: string, methods: object): object {
    const wrapped = Object.entries(methods as Record<string, AnyMethod | string>).map(([method, run]) => [
      method,
      typeof run === 'string' ? run : (...args: unknown[]) => watched({ port, method }, () => run(...args)),
    ]);
    return Object.fromEntries(wrapped);
  }

  return {
    wrap(shop) {
      const ports = Object.entries(shop).map(([port, methods]) => [port, wrapPort(port, methods)]);
      const wrapped: Shop = Object.fromEntries(ports);
      // What it is named by asks nobody.
      return { ...wrapped, catalogue: { ...wrapped.catalogue, edition: shop.catalogue.edition } };
    },
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
