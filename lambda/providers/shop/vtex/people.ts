/** Who is speaking: a session of VTEX ID, the shop's own sign-in, or somebody this process has found itself. */

import * as z from 'zod/mini';
import { type Call, ok, type Result, refused, type ShopperCall } from '../../../services/commerce/call';
import { isPass, keyOf, newPass } from '../kit/pass';
import { customerBy, labelsOf } from './customers';
import { profile, type VtexCustomer } from './shapes';
import type { VtexShopper, VtexWorld } from './world';

/** A token that was taken back is believed no longer than this. */
const FRESH_MS = 60_000;

const validated = z.object({ authStatus: z.string(), id: z.string(), user: z.string() });
const exchanged = z.object({ authToken: z.string() });

/** What a header and an address can carry. */
const CARRIED = /^[\x21-\x7e]{8,4000}$/;

/** Asks VTEX ID whose session it is, and remembers it. */
export async function askWho(world: VtexWorld, token: string, call: Call): Promise<Result<VtexShopper>> {
  if (!CARRIED.test(token)) return refused({ kind: 'unauthorised' });
  const session = await sessionOf(world, token, call);
  if (!session.ok) return session;
  const heard = await world.answer(
    {
      ...{ path: '/api/vtexid/credential/validate', method: 'POST', body: { token: session.value } },
      ...{ takes: [401], does: 'asks' },
    },
    call,
  );
  if (!heard.ok) return heard;
  const user = validated.safeParse(heard.value.body).data;
  if (heard.value.status === 200 && user?.authStatus === 'Success') return met(world, { user, token }, call);
  return refused({ kind: heard.value.status < 500 ? 'unauthorised' : 'unavailable' });
}

type Met = { readonly user: z.infer<typeof validated>; readonly token: string };

async function met(world: VtexWorld, { user, token }: Met, call: Call): Promise<Result<VtexShopper>> {
  const known = await profileOf(world, { id: user.id, email: user.user }, call);
  if (!known.ok) return known;
  world.people.set(keyOf(token), { ...known.value, at: world.now() });
  return known;
}

/** A session lives for two hours at most, in minutes here: the token of the shop's own sign-in is what is kept. */
const SESSION_MINUTES = 10;

/** The session in which a shopper may ask by themselves; null: whoever speaks was found by us, and has none. */
export async function ownSession(
  world: VtexWorld,
  { credential, ...call }: Call & { readonly credential?: string },
): Promise<string | null> {
  if (credential === undefined || isPass(credential) || !CARRIED.test(credential)) return null;
  const session = await sessionOf(world, credential, call);
  return session.ok ? session.value : null;
}

/** Where the shop signs its shoppers in by itself, what Alexa has is its own token, which VTEX gives a session for. */
async function sessionOf(world: VtexWorld, token: string, call: Call): Promise<Result<string>> {
  const { provider: providerId } = world.settings;
  if (providerId === null) return ok(token, world.now());
  const path = '/api/vtexid/audience/webstore/provider/oauth/exchange';
  const body = { providerId, accessToken: token, duration: SESSION_MINUTES };
  const heard = await world.answer({ path, method: 'POST', body, takes: [401, 403], does: 'asks' }, call);
  if (!heard.ok) return heard;
  const session = exchanged.safeParse(heard.value.body).data;
  if (session && heard.value.status === 200) return ok(session.authToken, heard.asOf);
  return refused({ kind: heard.value.status < 500 ? 'unauthorised' : 'unavailable' });
}

/** `known`: what Master Data has of them, where that was asked for before. */
type Whose = Pick<VtexShopper, 'id' | 'email'> & { readonly known?: VtexCustomer | null };

/** With the key, so that nothing in it is stars; who has never bought has a user and no profile yet. */
export async function profileOf(
  world: VtexWorld,
  { id, email, known = null }: Whose,
  call: Call,
): Promise<Result<VtexShopper>> {
  const query = { email, ensureComplete: 'false' };
  const [asked, more] = await Promise.all([
    world.ask({ path: '/api/checkout/pub/profiles', query, shape: profile }, call),
    besides(world, { email, known }, call),
  ]);
  return asked.ok ? ok({ id, email, profile: asked.value, ...more }, asked.asOf) : asked;
}

/** What Master Data knows besides, which can be done without. */
async function besides(
  world: VtexWorld,
  { email, known }: Pick<Whose, 'email' | 'known'>,
  call: Call,
): Promise<Pick<VtexShopper, 'consents' | 'labels'>> {
  const found = known ? ok(known, world.now()) : await customerBy(world, { email }, call);
  const one = found.ok ? found.value : null;
  return {
    consents: one?.isNewsletterOptIn === true,
    labels: one ? await labelsOf(world, one, call) : new Map(),
  };
}

/** A shopper who was recognised before, for whoever has no token of theirs; null: there is no such account any more. */
export async function shopperWith(world: VtexWorld, id: string, call: Call): Promise<Result<VtexShopper | null>> {
  const before = world.people.get(id);
  if (before && world.now() - before.at < FRESH_MS) return ok(before, before.at);
  const known = await customerBy(world, { userId: id }, call);
  if (!known.ok) return known;
  if (!known.value?.email) return ok(null, known.asOf);
  const found = await profileOf(world, { id, email: known.value.email, known: known.value }, call);
  if (found.ok) world.people.set(id, { ...found.value, at: world.now() });
  return found;
}

/** Who calls; the token must be this shopper's own. */
export async function caller(world: VtexWorld, call: ShopperCall): Promise<Result<VtexShopper>> {
  if (call.signal.aborted || world.now() >= call.deadline) return refused({ kind: 'timeout', outcome: 'not-sent' });
  const before = world.people.get(keyOf(call.credential));
  const isFresh = before !== undefined && world.now() - before.at < FRESH_MS;
  const known = isFresh ? ok<VtexShopper>(before, before.at) : await askWho(world, call.credential, call);
  if (!known.ok) return known;
  return known.value.id === call.shopperId ? known : refused({ kind: 'unauthorised' });
}

/** Lets this process call as somebody it has found, for `ms`; the credential is known nowhere else. */
export function passFor(world: VtexWorld, found: VtexShopper, ms: number): string {
  const credential = newPass();
  world.people.set(keyOf(credential), { ...found, at: world.now() + ms - FRESH_MS });
  return credential;
}
