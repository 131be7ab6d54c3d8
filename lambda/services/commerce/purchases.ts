/** Buying: the port (propose, then place once, reconcile what is unknown), and how it can end. */

import type { Instant, Money, PlainDate } from '../../vocabulary/values';
import { ok, type Result, refused, type ShopError, type ShopperCall } from './call';
import type { Product } from './catalogue';
import type { Order } from './orders';
import type { PaymentMeans } from './payments';
import type { Speed } from './shipping';

export type WantedLine = { readonly productId: string; readonly quantity: number };

export type ProposedLine = {
  readonly product: Product;
  readonly quantity: number;
  readonly unitPrice: Money;
  /** What the shopper paid for one last time; absent when never bought in this currency. */
  readonly lastUnitPrice?: Money;
};

export type Proposal = {
  /** Random and used once: the idempotency key of the order. */
  readonly id: string;
  readonly lines: readonly ProposedLine[];
  readonly speed: Speed;
  readonly shippingOptionId: string;
  readonly shipTo: { readonly addressId: string; readonly label: string };
  readonly arrives: PlainDate;
  readonly today: PlainDate;
  readonly items: Money;
  readonly shipping: Money;
  /** Tax and delivery included: what is spoken and what the yes is to. */
  readonly total: Money;
  /** What of the total is tax; absent: the shop does not say so. */
  readonly tax?: Money;
  /** Changes when lines, prices, option, address or total change. */
  readonly fingerprint: string;
  /** Real time after which it must be quoted again. */
  readonly expiresAt: Instant;
  /** As it was wanted. */
  readonly fromCart?: true;
  /** What it is paid with, where that was wished. */
  readonly paidWith?: PaymentMeans;
};

/** Absent: with what the shop takes by itself. */
export type PayingWith = {
  /** One of the shopper's stored means. */
  readonly meansId?: string;
};

export type Wanted = PayingWith & {
  readonly lines: readonly WantedLine[];
  readonly speed?: Speed;
  /** One of the shopper's addresses; absent: the one orders go to. */
  readonly addressId?: string;
  /** These lie in the shopper's cart: as many as are bought leave it as the order is placed. */
  readonly fromCart?: true;
};

/** A secure address. */
export type CheckoutLink = { readonly page: string };

export type Purchases = {
  /** Nothing is bought here by voice: all of it is refused with `not-offered`. */
  readonly isOffered?: false;
  /** Reads and a quote: nothing a shopper could notice. */
  propose(wanted: Wanted, call: ShopperCall): Promise<Result<Proposal>>;
  /**
   * Places what was proposed, at most once per `proposal.id`; a repeated call answers what the first did.
   * Quotes again first: another total is refused with `price-changed`. What is bought `fromCart` leaves it with the order.
   */
  place(proposal: Proposal, call: ShopperCall): Promise<Result<Order>>;
  /** What became of the order with this key: the order, or null when it never happened. */
  reconcile(proposalId: string, call: ShopperCall): Promise<Result<Order | null>>;
  /**
   * What can be paid with without the shopper at a screen; first what an order is paid with unless another is wished.
   * Absent: that is nobody's to choose here.
   */
  means?(call: ShopperCall): Promise<Result<readonly PaymentMeans[]>>;
  /**
   * A page of the shop's own, to be opened on any phone, where these goods lie in a cart and are paid for; it changes nothing
   * until it is opened. Absent: the shop has none.
   */
  checkoutLink?(lines: readonly WantedLine[], call: ShopperCall): Promise<Result<CheckoutLink>>;
  /** Of goods `alike`, those that can be bought, the nearest first. */
  substitutes(wanted: Product, alike: readonly Product[], call: ShopperCall): Promise<Result<readonly Product[]>>;
};

/**
 * How placing an order ended. `unknown`: it was sent and nobody knows; it is reconciled, never sent again.
 * `withdrawn`: given up before it was sent; nobody can send it any more.
 */
export type Bought =
  | { readonly kind: 'placed'; readonly order: Order }
  | { readonly kind: 'refused'; readonly error: ShopError }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'withdrawn' };

/** Of a system that sells nothing by voice: what its shoppers wish goes to a person, with the goods they named. */
export const NO_PURCHASES: Purchases = {
  isOffered: false,
  propose: async () => refused({ kind: 'not-offered' }),
  place: async () => refused({ kind: 'not-offered' }),
  reconcile: async () => refused({ kind: 'not-offered' }),
  substitutes: async () => ok([], 0),
};
