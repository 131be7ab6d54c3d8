/** Shoppers as the back office finds them, by their address or by their id. */

import * as z from 'zod/mini';
import { type Call, ok, type Result } from '../../../services/commerce/call';
import type { KnownAgain } from '../../../services/sign-in/shopper-sign-in';
import { shopperOf } from './accounts';
import { CUSTOMER_FIELDS, customer } from './shapes';
import { type KnownShopper, passFor, type VendureWorld } from './world';

const CHANNEL = 'activeChannel { defaultCurrencyCode }';
const activeChannel = z.object({ defaultCurrencyCode: z.string() });

const byEmail = z.object({ customers: z.object({ items: z.array(customer) }), activeChannel });
const BY_EMAIL = `query ($email: String!) {
  customers(options: { take: 1, filter: { emailAddress: { eq: $email } } }) { items { ${CUSTOMER_FIELDS} } }
  ${CHANNEL}
}`;

const byId = z.object({ customer: z.nullable(customer), activeChannel });
const BY_ID = `query ($id: ID!) { customer(id: $id) { ${CUSTOMER_FIELDS} } ${CHANNEL} }`;

type FoundCustomer = Result<KnownShopper | null>;

/** null: nobody has this address. */
export async function customerBy(world: VendureWorld, email: string, call: Call): Promise<FoundCustomer> {
  const asked = await world.ask({ query: BY_EMAIL, variables: { email }, shape: byEmail }, call);
  if (!asked.ok) return asked;
  const { customers, activeChannel: channel } = asked.value;
  const [one] = customers.items;
  return ok(one ? { customer: one, currency: channel.defaultCurrencyCode, at: asked.asOf } : null, asked.asOf);
}

/** null: there is no such shopper any more. */
export async function customerWith(world: VendureWorld, id: string, call: Call): Promise<FoundCustomer> {
  const asked = await world.ask({ query: BY_ID, variables: { id }, shape: byId }, call);
  if (!asked.ok) return asked.error.kind === 'not-found' ? ok(null, world.now()) : asked;
  const { customer: one, activeChannel: channel } = asked.value;
  return ok(one && { customer: one, currency: channel.defaultCurrencyCode, at: asked.asOf }, asked.asOf);
}

/** Whoever was found, with a credential that this process believes for `ms`. */
export function admitted(world: VendureWorld, found: FoundCustomer, ms: number): Result<KnownAgain | null> {
  if (!found.ok) return found;
  const { value, asOf } = found;
  return ok(value && { shopper: shopperOf(world, value), credential: passFor(world, value, ms) }, asOf);
}
