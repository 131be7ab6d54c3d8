/** What the parts of the provider share: the client, what the shop sets, and what was learned of shoppers. */

import type { Result } from '../../../services/commerce/call';
import type { Merchant } from '../../../services/commerce/merchant';
import { dayIn } from '../../../vocabulary/calendar';
import type { SayGood } from '../../../vocabulary/goods';
import type { Instant, PlainDate } from '../../../vocabulary/values';
import type { Remembered } from '../kit/remember';
import { zoneIn } from '../kit/zones';
import type { VtexAttempt } from './attempt';
import type { VtexClient } from './client';
import type { VtexSettings } from './settings';
import type { VtexOrder, VtexProfile } from './shapes';

export type VtexWorld = VtexClient & {
  readonly settings: VtexSettings;
  readonly merchant: Merchant;
  readonly sayGood: SayGood;
  /** The shop's calendar. */
  readonly calendar: () => Instant;
  /** Real time. */
  readonly now: () => Instant;
  readonly people: Remembered<VtexShopper & { readonly at: Instant }>;
  /** What each sales channel sells in: ISO 4217. */
  readonly currencies: Remembered<KnownOnce<string>>;
  /** What each SKU cost in each channel when it was last for sale: "1 101". Minor units. */
  readonly prices: Remembered<number>;
  /** What VTEX has put on top of a basket without simulating it: minor units, by what is in it and where it goes. */
  readonly onTop: Remembered<number>;
  /** Who sells an SKU. */
  readonly sellers: Remembered<string>;
  /** What this process has placed for each shopper, newest last. */
  readonly placed: Remembered<readonly { readonly orderId: string; readonly at: Instant }[]>;
  /** Orders to which nothing happens any more. */
  readonly closed: Remembered<VtexOrder>;
  /** What each SKU of an order was paid with, by its id: minor units. */
  readonly paid: Remembered<readonly (readonly [string, number])[]>;
  /** By the key of a proposal. */
  readonly attempts: Remembered<VtexAttempt>;
  readonly holidays: Remembered<KnownOnce<ReadonlySet<PlainDate>>>;
};

/** An answer that was a success. */
export type KnownOnce<T> = Extract<Result<T>, { readonly ok: true }>;

/** A user of the shop and their profile, unmasked. */
export type VtexShopper = {
  readonly id: string;
  readonly email: string;
  readonly profile: VtexProfile;
  /** They have agreed to be written to. */
  readonly consents: boolean;
  /** What they call each of their addresses, by its id. */
  readonly labels: ReadonlyMap<string, string>;
};

/** `country`: ISO 3166-1 alpha-2. */
export function zoneOf({ merchant }: VtexWorld, country: string): string {
  return zoneIn(country, merchant.support.hours.timeZone);
}

export function todayIn(world: VtexWorld, country: string): PlainDate {
  return dayIn(zoneOf(world, country), world.calendar());
}

/** The sales channel through which this country buys. */
export function channelFor({ settings }: VtexWorld, country: string): string {
  const { channels } = settings;
  return (channels.find(({ countries }) => countries.includes(country)) ?? channels[0])?.id ?? '1';
}
