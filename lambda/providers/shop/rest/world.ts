/** What the parts of the provider share: the client, the house, and who was recognised a moment ago. */

import { type Call, ok, type Result, refused, type ShopperCall } from '../../../services/commerce/call';
import type { ShopHouse } from '../../../services/commerce/shop';
import { keyOf, newPass } from '../kit/pass';
import type { Remembered } from '../kit/remember';
import type { RestClient } from './client';
import type { RestShopSettings } from './settings';
import { type RestShopper, shopper } from './shapes';

export type RestWorld = RestClient &
  Pick<ShopHouse, 'merchant' | 'sayGood' | 'calendar' | 'now'> & {
    readonly settings: RestShopSettings;
    readonly people: Remembered<Recognised>;
  };

type Recognised = { readonly shopper: RestShopper; readonly until: number };

/** A token that was taken back is believed no longer than this. */
const FRESH_MS = 60_000;

/** Asks the shop whose token it is, and remembers it for a moment. */
export async function askWho(world: RestWorld, token: string, call: Call): Promise<Result<RestShopper>> {
  // What no header can carry is nobody's.
  if (!/^[\x21-\x7e]{1,2000}$/.test(token)) return refused({ kind: 'unauthorised' });
  const asked = await world.ask({ path: '/me', shape: shopper, shopperToken: token }, call);
  if (!asked.ok) return asked.error.kind === 'not-found' ? refused({ kind: 'unauthorised' }) : asked;
  world.people.set(keyOf(token), { shopper: asked.value, until: world.now() + FRESH_MS });
  return asked;
}

/** Who calls; the token must be this shopper's own. */
export async function caller(world: RestWorld, call: ShopperCall): Promise<Result<RestShopper>> {
  if (call.signal.aborted || world.now() >= call.deadline) return refused({ kind: 'timeout', outcome: 'not-sent' });
  const before = world.people.get(keyOf(call.credential));
  const isFresh = before !== undefined && world.now() < before.until;
  const known = isFresh ? ok(before.shopper, world.now()) : await askWho(world, call.credential, call);
  if (!known.ok) return known;
  return known.value.id === call.shopperId ? known : refused({ kind: 'unauthorised' });
}

/** A credential by which this process knows somebody it has found, for `ms`; nobody else has ever seen it. */
export function passFor(world: RestWorld, found: RestShopper, ms: number): string {
  const credential = newPass();
  world.people.set(keyOf(credential), { shopper: found, until: world.now() + ms });
  return credential;
}
