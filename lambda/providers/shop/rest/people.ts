/** Shoppers: by the token of the shop's own sign-in, or found by their e-mail address and known again by their id. */

import type { Accounts, Shopper } from '../../../services/commerce/account';
import { type Call, ok, type Result } from '../../../services/commerce/call';
import type { KnownAgain, ShopperSignIn } from '../../../services/sign-in/shopper-sign-in';
import { knownIn } from '../kit/account';
import { isId, type RestShopper, shopper, shoppers } from './shapes';
import { askWho, passFor, type RestWorld } from './world';

/** Longer than anything keeps it in mind. */
const PASS_MS = 35 * 60_000;

export function makeAccounts(world: RestWorld): Accounts {
  return {
    async whoIs(token, call) {
      const known = await askWho(world, token, call);
      return known.ok ? ok(shopperOf(known.value), known.asOf) : known;
    },
  };
}

/** By a code that the house sends to their address. */
export function makeSignIn(world: RestWorld): ShopperSignIn {
  return {
    by: 'code',
    async find(email, call) {
      const found = await shopperBy(world, email, call);
      return found.ok ? ok(found.value?.id ?? null, found.asOf) : found;
    },
    async again(shopperId, call) {
      if (!isId(shopperId)) return ok(null, world.now());
      const found = await shopperWith(world, shopperId, call);
      if (found.ok) return ok(admitted(world, found.value), found.asOf);
      return found.error.kind === 'not-found' ? ok(null, world.now()) : found;
    },
  };
}

/** null: nobody has this address. */
export async function shopperBy(world: RestWorld, email: string, call: Call): Promise<Result<RestShopper | null>> {
  const asked = await world.ask({ path: '/shoppers', query: { email }, shape: shoppers }, call);
  if (!asked.ok) return asked;
  // An address two accounts have names neither.
  const [one, other] = asked.value.shoppers;
  return ok(one && !other ? one : null, asked.asOf);
}

export function shopperWith(world: RestWorld, id: string, call: Call): Promise<Result<RestShopper>> {
  return world.ask({ path: `/shoppers/${encodeURIComponent(id)}`, shape: shopper }, call);
}

export function admitted(world: RestWorld, found: RestShopper): KnownAgain {
  return { shopper: shopperOf(found), credential: passFor(world, found, PASS_MS) };
}

function shopperOf({ id, firstName, lastName, email, phone, currency, addresses }: RestShopper): Shopper {
  const [address, ...otherAddresses] = addresses.map(({ street, ...one }) => one);
  if (!address) throw new Error('an account without an address was let in');
  const known = knownIn([
    ...[firstName, lastName, `${firstName} ${lastName}`].map((value) => ({ kind: 'name', value }) as const),
    ...[{ kind: 'email', value: email } as const, { kind: 'phone', value: phone ?? '' } as const],
    ...addresses
      .flatMap(({ street, city, postalCode }) => [street, city, postalCode])
      .map((value) => ({ kind: 'address', value }) as const),
  ]);
  return { id, firstName, currency, address, otherAddresses, contacts: [], known };
}
