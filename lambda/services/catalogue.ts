/** What the shop sells, and which goods a shopper means by a few words. */

import type { Money, PlainDate, ProductName } from '../turn';
import type { Call, Result } from './call';

export type Product = {
  readonly id: string;
  readonly name: ProductName;
  /** What people call it in the language of the call, the most general word first: "coffee", "ground coffee". */
  readonly words: readonly string[];
  /** Goods of one kind may stand in for each other. */
  readonly kind: string;
};

export type Availability =
  | { readonly state: 'available' }
  | { readonly state: 'sold-out'; readonly backOn?: PlainDate };

/** Today's price in the currency asked for. */
export type Offer = { readonly product: Product; readonly price: Money; readonly availability: Availability };

export type Catalogue = {
  /** Every product, in the language of the call; also what the static slot type is made from. */
  products(call: Pick<Call, 'locale'>): Promise<Result<readonly Product[]>>;
  /** Today's offers for these ids; unknown ids are left out. */
  offers(ids: readonly string[], currency: string, call: Call): Promise<Result<readonly Offer[]>>;
};
