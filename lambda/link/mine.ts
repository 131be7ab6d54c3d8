/** What a shopper has linked: which clients hold a grant of theirs, and since when. */

import { createHash, randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import * as z from 'zod/mini';
import type { LinkRecords } from '../services/sign-in/link-records';
import { ALEXA, CHAT, CONSOLE, PAGE, SCOPE } from './clients';
import { wished } from './forms';
import type { ShownLink } from './page';

const NAMES: ReadonlyMap<string, string> = new Map([
  [ALEXA, 'Alexa'],
  [CONSOLE, 'Earshot'],
]);

/** Of a grant, as the protocol keeps it. `iat`: seconds. */
const grant = z.object({ clientId: z.string(), iat: z.optional(z.number()) });

type Needs = { readonly links: Pick<LinkRecords, 'live'>; readonly now: () => number };

export async function linksShown(shopperId: string, { links, now }: Needs): Promise<readonly ShownLink[]> {
  const live = await links.live(shopperId, now());
  return live.map(({ id, body }) => {
    const { clientId, iat } = grant.parse(JSON.parse(body));
    return {
      id,
      name: clientId === CHAT ? null : (NAMES.get(clientId) ?? clientId),
      since: iat === undefined ? null : iat * 1_000,
    };
  });
}

/** The sign-in of whoever wants to see it; the code at its end is of no use to anybody. */
export function seeMine(issuer: string): RequestHandler {
  return (req, res) => {
    const challenge = createHash('sha256').update(randomBytes(32)).digest('base64url');
    const proof = { code_challenge: challenge, code_challenge_method: 'S256' };
    const wish = { client_id: PAGE, redirect_uri: issuer, response_type: 'code', scope: SCOPE };
    res.redirect(303, `${issuer}/auth?${new URLSearchParams({ ...wish, ...proof, ui_locales: wished(req) })}`);
  };
}
