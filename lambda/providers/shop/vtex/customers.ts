/** Shoppers in Master Data: by their id or their address, what they agreed to, and what they call where they live. */

import * as z from 'zod/mini';
import { type Call, ok, type Result } from '../../../services/commerce/call';
import { customer, customerAddress, type VtexCustomer } from './shapes';
import type { VtexWorld } from './world';

/** It is wanted, and more than a hundred are refused. */
export const CUSTOMER_RANGE = { 'REST-Range': 'resources=0-20' };
const CUSTOMERS = z.array(customer);
const ADDRESSES = z.array(customerAddress);

/** What nobody's address or id has: a wildcard gets whoever asks for it shut out for a while. */
export const SEARCHABLE = /^[^\s*"'()\\]{3,200}$/;

/** null: nobody is known by it. */
export async function customerBy(
  world: VtexWorld,
  by: { readonly userId: string } | { readonly email: string },
  call: Call,
): Promise<Result<VtexCustomer | null>> {
  const [[field, value] = ['', '']] = Object.entries(by);
  if (!SEARCHABLE.test(value)) return ok(null, world.now());
  const query = { [field]: value, _fields: 'id,email,userId,isNewsletterOptIn' };
  const path = '/api/dataentities/CL/search';
  const asked = await world.ask({ path, query, headers: CUSTOMER_RANGE, shape: CUSTOMERS }, call);
  if (!asked.ok) return asked;
  const one = asked.value.find(
    (found) => (field === 'email' ? found.email : found.userId)?.toLowerCase() === value.toLowerCase(),
  );
  return ok(one ?? null, asked.asOf);
}

/** What a shopper calls each of their addresses, by its id; where nobody can say, none. */
export async function labelsOf(
  world: VtexWorld,
  { id }: VtexCustomer,
  call: Call,
): Promise<ReadonlyMap<string, string>> {
  const query = { userId: id, _fields: 'addressName,addressLabel' };
  const asked = await world.ask(
    { path: '/api/dataentities/AD/search', query, headers: CUSTOMER_RANGE, shape: ADDRESSES },
    call,
  );
  const all = asked.ok ? asked.value : [];
  return new Map(
    all.flatMap(({ addressName, addressLabel }) => {
      const label = addressLabel?.trim() ?? '';
      return addressName && label !== '' ? [[addressName, label] as const] : [];
    }),
  );
}
