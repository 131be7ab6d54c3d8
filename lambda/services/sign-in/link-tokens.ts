/** Account links as turns use them: whose token it is that a voice service sends. No raw token is ever kept. */

import { createHmac } from 'node:crypto';
import * as z from 'zod/mini';
import type { ChannelName } from '../../vocabulary/heard';
import type { Instant } from '../../vocabulary/values';
import type { Accounts, Shopper } from '../commerce/account';
import { type Call, type Result, refused } from '../commerce/call';
import type { LinkRecords } from './link-records';
import type { ShopperSignIn } from './shopper-sign-in';

/** 43 characters of base64url, 256 bits: what the linking server gives out, and no platform's own token looks like. */
const LINK_TOKEN = /^[A-Za-z0-9_-]{43}$/;
/** How the linking server knows the page of the web chat. */
export const CHAT_CLIENT = 'chat';

const tokenBody = z.object({ accountId: z.string(), clientId: z.string() });

/** Tokens of the linking server are good on the channel they were given to. */
function channelOf(clientId: string): ChannelName {
  return clientId === CHAT_CLIENT ? 'web' : 'alexa';
}

/** The id under which a token, a code or a sign-in is kept. `secret`: the server's own. */
export function linkIdOf(secret: string) {
  return (kind: string, raw: string): string =>
    createHmac('sha256', secret).update(`link\0${kind}\0${raw}`).digest('hex');
}

type Claiming = Pick<AdmittingNeeds, 'links' | 'secret' | 'now'>;

/** The grant a token is of, whose, and where it is good; null: it is none of ours, over, or revoked. */
async function linkOf(credential: string, { links, secret, now }: Claiming) {
  if (!LINK_TOKEN.test(credential)) return null;
  const kept = await links.find('AccessToken', linkIdOf(secret)('AccessToken', credential), now());
  const body = kept && tokenBody.safeParse(JSON.parse(kept.body)).data;
  return kept?.grant && body
    ? { grant: kept.grant, shopperId: body.accountId, channel: channelOf(body.clientId) }
    : null;
}

/** The account of a voice service that a token was given to: it is good from no other, from now on. */
export async function claimLink(token: string, account: string, needs: Claiming): Promise<void> {
  const link = await linkOf(token, needs);
  if (link?.channel === 'alexa') await needs.links.claim(link.grant, account);
}

export type Presented = { readonly credential: string; readonly channel: ChannelName; readonly address: string };
/** `credential`: what the shop's ports take for this shopper. */
export type Admitted = { readonly shopper: Shopper; readonly credential: string };
/** `claims`: of which shopper a token of ours is, where the shop cannot be asked for them. */
export type Admit = (presented: Presented, call: Call) => Promise<Result<Admitted> & { readonly claims?: string }>;

/** Where no linking is served: the platform's own tokens, and nothing else. */
export function admitByPlatform(accounts: Accounts): Admit {
  return async ({ credential }, call) => {
    const who = await accounts.whoIs(credential, call);
    return who.ok ? { ...who, value: { shopper: who.value, credential } } : who;
  };
}

export type AdmittingNeeds = {
  readonly accounts: Accounts;
  readonly again: ShopperSignIn['again'];
  readonly links: Pick<LinkRecords, 'find' | 'claim'>;
  readonly secret: string;
  /** Real time, milliseconds. */
  readonly now: () => Instant;
};

/** Refuses with `unauthorised` what is expired, revoked, another account's, or of a shopper who is gone. */
export function admitLinked({ accounts, again, links, secret, now }: AdmittingNeeds): Admit {
  const byPlatform = admitByPlatform(accounts);
  return async (presented, call) => {
    const { credential, channel, address } = presented;
    if (!LINK_TOKEN.test(credential)) return byPlatform(presented, call);
    const link = await linkOf(credential, { links, secret, now });
    if (link?.channel !== channel) return refused({ kind: 'unauthorised' });
    // A token that turns up with a second account, or in a second browser, was taken from the first one.
    if ((await links.claim(link.grant, address)) !== address) return refused({ kind: 'unauthorised' });
    const known = await again(link.shopperId, call);
    if (!known.ok) return { ...known, claims: link.shopperId };
    return known.value ? { ...known, value: known.value } : refused({ kind: 'unauthorised' });
  };
}
