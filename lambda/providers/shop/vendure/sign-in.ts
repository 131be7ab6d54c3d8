/** Signing a shopper in by the password they have at the shop; later they are known by their id, with the back office's own leave. */

import * as z from 'zod/mini';
import { ok } from '../../../services/commerce/call';
import type { ShopperSignIn } from '../../../services/sign-in/shopper-sign-in';
import { shopperOf } from './accounts';
import { customerBy, customerWith } from './customers';
import { passFor, type VendureWorld } from './world';

/** Longer than anything keeps it in mind. */
const PASS_MS = 35 * 60_000;

const loggedIn = z.object({ login: z.object({ identifier: z.optional(z.string()) }) });
const LOGIN = `mutation ($email: String!, $password: String!) {
  login(username: $email, password: $password) { ... on CurrentUser { identifier } ... on ErrorResult { errorCode } }
}`;

export function makeSignIn(world: VendureWorld): ShopperSignIn {
  return {
    by: 'password',
    async check({ email, password }, call) {
      // As nobody, at the API of the shop; the session it opens there is not kept.
      const asked = await world.ask(
        { query: LOGIN, variables: { email, password }, shape: loggedIn, token: null },
        call,
      );
      if (!asked.ok) return asked;
      const { identifier } = asked.value.login;
      if (identifier === undefined) return ok(null, asked.asOf);
      const found = await customerBy(world, identifier, call);
      return found.ok ? ok(found.value?.customer.id ?? null, found.asOf) : found;
    },
    async again(shopperId, call) {
      const found = await customerWith(world, shopperId, call);
      if (!found.ok || !found.value) return found.ok ? ok(null, found.asOf) : found;
      const credential = passFor(world, found.value, PASS_MS);
      return ok({ shopper: shopperOf(world, found.value), credential }, found.asOf);
    },
  };
}
