/** Visits of the limits page: one browser's, for a quarter of an hour, and of nobody before somebody has signed in. */

import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { createCookies } from '../http/cookies';
import type { LinkRecords } from '../services/sign-in/link-records';
import { linkIdOf } from '../services/sign-in/link-tokens';
import type { Instant } from '../vocabulary/values';
import { sealedBy } from './forms';

const VISIT_MS = 15 * 60_000;
const KIND = 'LimitsVisit';
const COOKIE = 'earshot-limits';
const VISIT = /^[A-Za-z0-9_-]{43}$/;

export type VisitNeeds = {
  /** Where the house is reached, `https://talk.shop.example`. */
  readonly url: string;
  readonly links: LinkRecords;
  readonly secret: string;
  /** Real time, milliseconds. */
  readonly now: () => Instant;
};

export type LimitsVisits = ReturnType<typeof createLimitsVisits>;

export function createLimitsVisits({ url, links, secret, now }: VisitNeeds) {
  const cookies = createCookies(url);
  const idOf = linkIdOf(secret);

  /** Another name each time somebody signs in, so that nobody is led into a visit of somebody else. */
  function begin(res: Response): string {
    const visit = randomBytes(32).toString('base64url');
    cookies.keep(res, { name: COOKIE, value: visit, ms: VISIT_MS });
    return visit;
  }

  return {
    begin,
    /** null: this browser has none. */
    of(req: Request): string | null {
      const shown = cookies.of(req, COOKIE);
      return VISIT.test(shown) ? shown : null;
    },
    /** What only the page of this visit carries. */
    sealOf: sealedBy(secret),
    /** null: nobody has signed in, or it is over. */
    async shopperIn(visit: string): Promise<string | null> {
      return (await links.find(KIND, idOf(KIND, visit), now()))?.shopperId ?? null;
    },
    async enter(shopperId: string, res: Response): Promise<string> {
      const visit = begin(res);
      const expiresAt = now() + VISIT_MS;
      await links.put({ kind: KIND, id: idOf(KIND, visit), body: '{}', grant: null, shopperId, expiresAt });
      return visit;
    },
    leave: (visit: string) => links.remove(KIND, idOf(KIND, visit)),
  };
}
