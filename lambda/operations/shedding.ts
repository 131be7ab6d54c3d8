/** Keeps an overloaded server quick for those it serves: beyond its measure it says that it is busy, at once. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { bytesOf } from '../http/bodies';
import type { Middleware } from './doors';
import type { Lag } from './lag';

export type SheddingNeeds = {
  /** Turns under way at a time: a bound for memory, so generous. Those that wait for a shop cost little else. */
  readonly most: number;
  readonly lag: Lag;
  /** Milliseconds the event loop may be late before newcomers are turned away. */
  readonly mostLag?: number;
  /** The body of an Alexa response that says so in this locale; null where it is not spoken. */
  readonly busy: (locale: string) => object | null;
};

export type Shedding = {
  /** Before the Alexa door. */
  readonly alexa: Middleware;
  /** Before doors that take in words or webhooks: their senders come again after a 503. */
  readonly others: Middleware;
  /** How many turns are under way, and how many were turned away. */
  counts(): { readonly underWay: number; readonly shed: number };
};

const MOST_LAG_MS = 500;
/** As the Alexa door reads at most. */
const LARGEST_BYTES = 100 * 1_024;
/** What is answered in words. Alexa repeats an event that was not taken (503), and one of them asks for erasure. */
const SPOKEN = /"type"\s*:\s*"(?:LaunchRequest|IntentRequest|SessionResumedRequest)"/;
const LOCALE = /"locale"\s*:\s*"([a-z]{2,3}-[A-Z]{2})"/;

/**
 * Nothing that is shed is verified, read or written: whoever sends it gets a fixed sentence and learns nothing. Mount
 * it on paths, before any parser: `app.use('/alexa', shedding.alexa)`.
 */
export function createShedding({ most, lag, mostLag = MOST_LAG_MS, busy }: SheddingNeeds): Shedding {
  let underWay = 0;
  let shed = 0;
  const isBusy = () => underWay >= most || lag() > mostLag;
  const enter = (res: ServerResponse) => {
    underWay += 1;
    res.once('close', () => {
      underWay -= 1;
    });
  };
  const around =
    (turnAway: (req: IncomingMessage, res: ServerResponse) => void): Middleware =>
    (req, res, next) => {
      if (req.method !== 'POST') return next();
      if (isBusy()) {
        shed += 1;
        return turnAway(req, res);
      }
      enter(res);
      next();
    };
  return {
    alexa: around((req, res) => void sayBusy(req, res, busy)),
    others: around((req, res) => {
      // Unread words would keep the connection busy.
      req.resume();
      comeAgain(res);
    }),
    counts: () => ({ underWay, shed }),
  };
}

async function sayBusy(req: IncomingMessage, res: ServerResponse, busy: SheddingNeeds['busy']): Promise<void> {
  const bytes = await bytesOf(req, LARGEST_BYTES);
  const text = typeof bytes === 'string' ? '' : bytes.toString('utf8');
  const [, locale] = LOCALE.exec(text) ?? [];
  const response = locale !== undefined && SPOKEN.test(text) ? busy(locale) : null;
  if (!response) return comeAgain(res);
  const body = JSON.stringify({ version: '1.0', response });
  res.writeHead(200, { 'content-type': 'application/json;charset=utf-8' }).end(body);
}

function comeAgain(res: ServerResponse): void {
  res.writeHead(503, { 'retry-after': '1' }).end();
}
