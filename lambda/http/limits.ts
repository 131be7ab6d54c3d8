/** Token buckets with a bounded memory: so many at once, refilled evenly. */

import type { RequestHandler } from 'express';
import { refuse } from './refusals';

export type Limit = {
  /** 0: go ahead. Otherwise the seconds after which it is worth trying again. */
  take(key: string): number;
};

export type LimitOptions = {
  readonly amount: number;
  readonly perMs: number;
  readonly now: () => number;
};

type Bucket = { readonly left: number; readonly at: number };

/** The oldest are forgotten first; to be forgotten is to be full again, which takes this many other keys. */
const MOST_KEYS = 20_000;

export function createLimit({ amount, perMs, now }: LimitOptions): Limit {
  const buckets = new Map<string, Bucket>();
  return {
    take(key) {
      const at = now();
      const { left: before, at: since } = buckets.get(key) ?? { left: amount, at };
      // A clock that was set back fills nothing, and takes nothing away.
      const left = Math.min(amount, before + (Math.max(0, at - since) / perMs) * amount);
      const wait = left >= 1 ? 0 : Math.ceil(((1 - left) * perMs) / amount / 1000);
      buckets.delete(key);
      buckets.set(key, { left: wait === 0 ? left - 1 : left, at });
      for (const oldest of buckets.keys()) if (buckets.size > MOST_KEYS) buckets.delete(oldest);
      return wait;
    },
  };
}

/** So many requests of one source. */
export function limited(limit: Limit): RequestHandler {
  return (req, res, next) => {
    const wait = limit.take(sourceOf(req.ip));
    if (wait > 0) return refuse(res, 429, 'too-many', { retryAfter: wait });
    next();
  };
}

/** Whom an address belongs to: an IPv6 household owns a whole /64, and IPv4 may be written as IPv6. */
export function sourceOf(ip: string | undefined): string {
  const address = ip?.replace(/^::ffff:(?=[\d.]+$)/i, '') ?? 'nobody';
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':');
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').length;
  return [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...(tail ?? '').split(':')]
    .slice(0, 4)
    .join(':');
}
