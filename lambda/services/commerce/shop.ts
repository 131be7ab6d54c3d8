/** A shop as the services see it: a record of small ports, so that orders can come from one system and rates from another. */

import type { SayGood } from '../../vocabulary/goods';
import type { Instant } from '../../vocabulary/values';
import type { Care, CareKind } from '../care/care';
import type { ContactRecords } from '../hand-off/contact-records';
import type { OrderChanges } from '../news/changes';
import type { ShopperSignIn } from '../sign-in/shopper-sign-in';
import type { Accounts, Shopper } from './account';
import type { ShopAdvice } from './advice';
import type { Call, Result } from './call';
import type { Carts, PageCarts } from './cart';
import type { Catalogue } from './catalogue';
import type { Merchant } from './merchant';
import type { OrderHistory } from './orders';
import type { Purchases } from './purchases';
import type { ShippingRates } from './shipping';
import type { Tracking } from './tracking';

/** What one system keeps: its ids are its own. */
type Keeping = {
  readonly accounts: Accounts;
  readonly catalogue: Catalogue;
  readonly history: OrderHistory;
  readonly rates: ShippingRates;
  readonly purchases: Purchases;
  /** Absent: the shop keeps none, or nobody but its own pages may look into it. */
  readonly cart?: Carts | PageCarts;
  /** What is absent of it, or all of it, this platform cannot do: a person does. */
  readonly care?: Care;
  /** Absent: the shop says nothing of its sales. */
  readonly advice?: ShopAdvice;
};

export type Shop = Keeping & {
  /** Absent: of its parcels the shop's history says all there is. */
  readonly tracking?: Tracking;
  /** Absent: accounts of this platform cannot be linked by a page of ours. */
  readonly signIn?: ShopperSignIn;
};

/** The systems that can stand behind the ports, by the name that the setting SHOP gives them. */
export const SHOPS = ['demo', 'vendure', 'rest', 'vtex', 'tryton'] as const;

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

/** What is asked of a shop besides its ports when somebody sets it up: `npm run shop -- check`. It changes nothing that lasts. */
export type ShopCheck = {
  /** What is wrong with how it is set up, a line each that names the setting; none: nothing is. */
  faults(call: Call): Promise<readonly string[]>;
  /** A shopper by e-mail, and a credential that only this process believes; null: nobody has this address. */
  shopperBy(
    email: string,
    call: Call,
  ): Promise<Result<{ readonly shopper: Shopper; readonly credential: string } | null>>;
  /** What the shop's own credentials may do about an order, and the setting to change where they may not. */
  may(kind: CareKind, call: Call): Promise<Result<{ readonly may: boolean; readonly setting: string }>>;
  /** Takes away what asking has left at the shop, such as quotes. */
  tidy(call: Call): Promise<void>;
};

export type OpenedShop = {
  readonly shop: Shop;
  /** Absent: only the ports are tried. */
  readonly check?: ShopCheck;
  /** Absent: what changes about an order is seen when somebody asks. */
  readonly changes?: OrderChanges;
  /** Absent: the shop keeps no records of talking with its shoppers. */
  readonly records?: ContactRecords;
  close(): void | Promise<void>;
};
