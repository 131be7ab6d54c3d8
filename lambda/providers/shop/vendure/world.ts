/** What the parts of the provider share: the client, what the shop sets, and what was learned of shoppers and quotes. */

import * as z from 'zod/mini';
import { type Call, ok, type Result, refused, type ShopperCall } from '../../../services/commerce/call';
import type { Merchant } from '../../../services/commerce/merchant';
import { dayIn } from '../../../vocabulary/calendar';
import type { SayGood } from '../../../vocabulary/goods';
import type { Instant, PlainDate } from '../../../vocabulary/values';
import { keyOf, newPass } from '../kit/pass';
import type { Remembered } from '../kit/remember';
import { zoneIn } from '../kit/zones';
import type { VendureClient } from './client';
import type { VendureSettings } from './settings';
import { CUSTOMER_FIELDS, customer, type VendureCustomer } from './shapes';

export type VendureWorld = VendureClient & {
  readonly settings: VendureSettings;
  readonly merchant: Merchant;
  readonly sayGood: SayGood;
  /** The shop's calendar. */
  readonly calendar: () => Instant;
  /** Real time. */
  readonly now: () => Instant;
  readonly people: Remembered<KnownShopper>;
};

/** Whose token it is, as the shop has them. */
export type KnownShopper = { readonly customer: VendureCustomer; readonly currency: string; readonly at: Instant };

/** A token that was taken back is believed no longer than this. */
const FRESH_MS = 60_000;

const who = z.object({
  activeCustomer: z.nullable(customer),
  activeChannel: z.object({ defaultCurrencyCode: z.string() }),
});
const WHO = `{ activeCustomer { ${CUSTOMER_FIELDS} } activeChannel { defaultCurrencyCode } }`;

/** Asks the shop whose token it is, and remembers it. */
export async function askWho(world: VendureWorld, token: string, call: Call): Promise<Result<KnownShopper>> {
  const asked = await world.ask({ query: WHO, shape: who, token }, call);
  if (!asked.ok) return asked;
  const { activeCustomer, activeChannel } = asked.value;
  if (activeCustomer === null) return refused({ kind: 'unauthorised' });
  const known = { customer: activeCustomer, currency: activeChannel.defaultCurrencyCode, at: world.now() };
  world.people.set(keyOf(token), known);
  return ok(known, known.at);
}

/** Who calls; the token must be this shopper's own. */
export async function caller(world: VendureWorld, call: ShopperCall): Promise<Result<KnownShopper>> {
  if (call.signal.aborted || world.now() >= call.deadline) return refused({ kind: 'timeout', outcome: 'not-sent' });
  const before = world.people.get(keyOf(call.credential));
  const isFresh = before !== undefined && world.now() - before.at < FRESH_MS;
  const known = isFresh ? ok(before, before.at) : await askWho(world, call.credential, call);
  if (!known.ok) return known;
  return known.value.customer.id === call.shopperId ? known : refused({ kind: 'unauthorised' });
}

/** Lets this process call as somebody it has found, for `ms`; the credential is known nowhere else. */
export function passFor(world: VendureWorld, found: Omit<KnownShopper, 'at'>, ms: number): string {
  const credential = newPass();
  world.people.set(keyOf(credential), { ...found, at: world.now() + ms - FRESH_MS });
  return credential;
}

export function zoneOf({ merchant }: VendureWorld, country: string): string {
  return zoneIn(country, merchant.support.hours.timeZone);
}

export function todayIn(world: VendureWorld, country: string): PlainDate {
  return dayIn(zoneOf(world, country), world.calendar());
}
