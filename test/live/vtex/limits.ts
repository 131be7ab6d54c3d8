/** How often a minute VTEX lets itself be asked, and what it says to one too many. */

import { type Answer, type Asked, refusal } from './wire';

const MINUTE = 60_000;
/** Of one order. */
const USUAL = 6_000;

export type Limits = {
  /** The next so many requests of anything are one too many. */
  throttle(requests: number): void;
  /** null: it may be asked. */
  refused(asked: Pick<Asked, 'method' | 'path'>): Answer | null;
};

export function createLimits(clock: () => number, mostOrders = USUAL): Limits {
  let throttled = 0;
  let minute = 0;
  let count = 0;
  const tooMany = (): Answer => ({ ...refusal(429, '429', 'Too many requests'), headers: { 'retry-after': '60' } });
  return {
    throttle(requests) {
      throttled = requests;
    },
    refused({ method, path }) {
      if (throttled > 0) {
        throttled -= 1;
        return tooMany();
      }
      if (method !== 'GET' || !/\/api\/oms\/\w+\/orders\/[^/]+$/.test(path)) return null;
      const now = Math.floor(clock() / MINUTE);
      if (now !== minute) [minute, count] = [now, 0];
      count += 1;
      return count > mostOrders ? tooMany() : null;
    },
  };
}
