/** A shop as the services see it: a record of small ports, so that orders can come from one system and rates from another. */

import type { SayGood } from '../../vocabulary/goods';
import type { Instant } from '../../vocabulary/values';
import type { Care } from '../care/care';
import type { Accounts } from './account';
import type { ShopAdvice } from './advice';
import type { Carts } from './cart';
import type { Catalogue } from './catalogue';
import type { Merchant } from './merchant';
import type { OrderHistory } from './orders';
import type { Purchases } from './purchases';
import type { ShippingRates } from './shipping';

export type Shop = {
  readonly accounts: Accounts;
  readonly catalogue: Catalogue;
  readonly history: OrderHistory;
  readonly rates: ShippingRates;
  readonly purchases: Purchases;
  /** Absent: the shop keeps none, or nobody but its own pages may look into it. */
  readonly cart?: Carts;
  /** What is absent of it, or all of it, this platform cannot do: a person does. */
  readonly care?: Care;
  /** Absent: the shop says nothing of its sales. */
  readonly advice?: ShopAdvice;
};

/** The systems that can stand behind the ports, by the name that the setting SHOP gives them. */
export const SHOPS = ['demo', 'vendure'] as const;

export type ShopKind = (typeof SHOPS)[number];

/** What a provider of a shop gets of the house. */
export type ShopHouse = {
  /** Where it may keep files of its own; null: in memory only. */
  readonly folder: string | null;
  readonly merchant: Merchant;
  /** The shop's calendar. */
  readonly calendar: () => Instant;
  /** Real time. */
  readonly now: () => Instant;
  readonly fetch: typeof fetch;
  /** A platform's goods as people say them, with what the merchant has corrected. */
  readonly sayGood: SayGood;
  /** `--fresh`: what it keeps of its own is thrown away. */
  readonly fresh: boolean;
};

export type OpenedShop = { readonly shop: Shop; close(): void | Promise<void> };
