/** Signing a shopper in by the password they have at the shop; later they are known by their id, with the back office's own leave. */

import * as z from 'zod/mini';
import { ok } from '../../../services/commerce/call';
import type { ShopperSignIn } from '../../../services/sign-in/shopper-sign-in';
import { admitted, customerBy, customerWith } from './customers';
import type { VendureWorld } from './world';

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
      return admitted(world, await customerWith(world, shopperId, call), PASS_MS);
    },
  };
}
