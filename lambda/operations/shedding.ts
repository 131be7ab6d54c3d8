/** Keeps an overloaded server quick for those it serves: beyond its measure it says that it is busy, at once. */

import type { Answered, SaidWords } from '../vocabulary/answer';
import type { Turn } from '../vocabulary/heard';
import type { Middleware } from './doors';
import type { Lag } from './lag';

export type SheddingNeeds = {
  /** Turns under way at a time: a bound for memory, so generous. Those that wait for a shop cost little else. */
  readonly most: number;
  readonly lag: Lag;
  /** Milliseconds the event loop may be late before newcomers are turned away. */
  readonly mostLag?: number;
  /** Says so in this locale. */
  readonly busy: (locale: string) => Answered;
};

type Answering = (turn: Turn, onSlow?: (words: SaidWords) => void) => Promise<Answered>;

export type Shedding = {
  /** A turn counts from here on: whoever has not sent all of it, or is not who they say, never came this far. */
  around(answer: Answering): Answering;
  /** Before doors that take in webhooks: their senders come again after a 503. */
  readonly webhooks: Middleware;
  /** How many turns are under way, and how many were turned away. */
  counts(): { readonly underWay: number; readonly shed: number };
};

const MOST_LAG_MS = 500;

/** What is shed is neither read nor written. */
export function createShedding({ most, lag, mostLag = MOST_LAG_MS, busy }: SheddingNeeds): Shedding {
  let underWay = 0;
  let shed = 0;
  return {
    around: (answer) => async (turn, onSlow) => {
      if (underWay >= most || lag() > mostLag) {
        shed += 1;
        return busy(turn.locale);
      }
      underWay += 1;
      return answer(turn, onSlow).finally(() => {
        underWay -= 1;
      });
    },
    webhooks: (req, res, next) => {
      if (req.method !== 'POST' || lag() <= mostLag) return next();
      shed += 1;
      // Unread words would keep the connection busy.
      req.resume();
      res.writeHead(503, { 'retry-after': '1' }).end();
    },
    counts: () => ({ underWay, shed }),
  };
}
