/** Signing a shopper in by a code that our linking page sends to their e-mail; later they are known by their id. */

import * as z from 'zod/mini';
import { type Call, ok, type Result } from '../../../services/commerce/call';
import type { ShopperSignIn } from '../../../services/sign-in/shopper-sign-in';
import { shopperOf } from './accounts';
import { passFor, shopperWith } from './people';
import type { VtexWorld } from './world';

/** Longer than anything keeps it in mind. */
const PASS_MS = 35 * 60_000;

/** Nobody has this address: an empty answer, of which nothing is said to whoever asks. */
const user = z.object({ userId: z.nullish(z.string()), user: z.nullish(z.string()) });

/** The id of whoever has this address; null: nobody. */
export async function userBy(world: VtexWorld, email: string, call: Call): Promise<Result<string | null>> {
  const query = { user: email };
  const asked = await world.ask({ path: '/api/vtexid/pvt/user/info', query, shape: user, takes: [404] }, call);
  if (!asked.ok) return asked.error.kind === 'not-found' ? ok(null, world.now()) : asked;
  const isTheirs = asked.value.user?.toLowerCase() === email.toLowerCase();
  return ok(isTheirs ? (asked.value.userId ?? null) : null, asked.asOf);
}

export function makeSignIn(world: VtexWorld): ShopperSignIn {
  return {
    by: 'code',
    find: (email, call) => userBy(world, email, call),
    async again(shopperId, call) {
      const found = await shopperWith(world, shopperId, call);
      if (!found.ok) return found;
      if (found.value === null) return ok(null, found.asOf);
      const shopper = await shopperOf(world, found.value, call);
      if (!shopper.ok) return shopper;
      return ok({ shopper: shopper.value, credential: passFor(world, found.value, PASS_MS) }, shopper.asOf);
    },
  };
}
