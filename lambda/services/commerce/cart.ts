/** What a shopper has put aside at the shop, on its site or by voice: the port that reads and changes it. */

import type { Money } from '../../vocabulary/values';
import type { Result, ShopperCall } from './call';
import type { Product, StockState } from './catalogue';
import type { CheckoutLink, WantedLine } from './purchases';

/** `unitPrice`: today's, in the shopper's currency. */
export type CartLine = {
  readonly product: Product;
  readonly quantity: number;
  readonly unitPrice: Money;
  readonly availability: StockState;
};

/**
 * Buying is the purchase's: what was proposed with `fromCart` leaves the cart in the moment it becomes an order, so that
 * no crash between the two can sell it twice.
 */
export type Carts = {
  /** What lies in it, the oldest first, in the language of the call. */
  contents(call: ShopperCall): Promise<Result<readonly CartLine[]>>;
  /**
   * From now on so many of each of these lie in it, 0: none; what is not named stays. All of it or nothing, and the same
   * said twice is the same. Answers what lies in it then. Refuses `not-found`, `too-many`, and `sold-out` where the shop lets
   * nothing be put aside that it has not.
   */
  change(lines: readonly WantedLine[], call: ShopperCall): Promise<Result<readonly CartLine[]>>;
};

/** One that only the shop's own pages change: buying by voice would leave what was bought lying in it, so it is finished there. */
export type PageCarts = Pick<Carts, 'contents'> & {
  /** Where it is finished; refuses `not-found` where nothing lies in it, or the shop has no such page. */
  page(call: ShopperCall): Promise<Result<CheckoutLink>>;
};
