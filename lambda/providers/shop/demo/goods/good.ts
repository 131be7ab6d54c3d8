/** What the demo shop writes down about one product; every brand in these files is invented. */

import type { Pack } from '../../../../vocabulary/values';

export const CURRENCIES = ['EUR', 'GBP', 'USD'] as const;
export type Currency = (typeof CURRENCIES)[number];

/** Minor units, tax included. */
export type Prices = Readonly<Record<Currency, number>>;

/** The languages the shop writes its titles in; every other language gets the English ones. */
export type ShopLanguage = 'en' | 'it';

export type Good = {
  readonly id: string;
  /** Goods of one kind stand in for each other when one is sold out. */
  readonly kind: string;
  readonly pack: Pack;
  readonly prices: Prices;
  /** What it cost until so many days ago: the price has changed since many shoppers bought it. */
  readonly formerly?: { readonly daysAgo: number; readonly prices: Prices };
  /** Absent: plenty. */
  readonly stock?: number;
  /** Days until a sold-out product is expected back; absent: nobody knows. */
  readonly backInDays?: number;
  /** The long title of the shop's page. */
  readonly title: Readonly<Record<ShopLanguage, string>>;
  /** What is said of it: at most seven words. */
  readonly voice: Readonly<Record<ShopLanguage, string>> & {
    /** Where it is called otherwise there. */ readonly american?: string;
  };
  /** Lower case, the most general first, singular and plural as shoppers say them. */
  readonly words: Readonly<Record<ShopLanguage, readonly string[]>>;
};
