/** The orders of the account: each goes through its states by the clock, and one that is not paid for in time dies. */

import { dayIn, daysFrom } from '../../../lambda/vocabulary/calendar';
import { businessDaysAfter, type Sla, shareOf } from './delivery';
import type { Shelf } from './goods';
import { idOf, type Person, type VtexAddress } from './people';

export const MINUTE = 60_000;
/** Of the day its list of holidays and its dates are made by. */
export const STORE_ZONE = 'Europe/Rome';
/** A payment must have come and been called back by then. */
const UNPAID_LIVES = 5 * MINUTE;
/** The list of orders knows of a change so much later. */
export const LIST_LAG = 4 * MINUTE;

export type Line = { readonly skuId: string; readonly quantity: number; readonly price: number };

export type Package = {
  readonly type: 'Output' | 'Input';
  readonly invoiceNumber: string;
  readonly invoiceValue: number;
  readonly issuedAt: number;
  readonly items: readonly { readonly itemIndex: number; readonly quantity: number; readonly price: number }[];
  readonly courier: string | null;
  readonly trackingNumber: string | null;
  readonly trackingUrl: string | null;
  readonly courierStatus: CourierStatus | null;
};

export type CourierStatus = {
  readonly finished: boolean;
  readonly deliveredAt: number | null;
  readonly events: readonly { readonly at: number; readonly city: string; readonly description: string }[];
};

export type Status = { readonly at: number; readonly is: string };

export type Order = {
  readonly orderId: string;
  readonly orderGroup: string;
  readonly sequence: string;
  readonly person: Person;
  readonly salesChannel: string;
  readonly createdAt: number;
  /** Some of them may be still to come. */
  readonly states: readonly Status[];
  readonly lines: readonly Line[];
  readonly sla: Sla;
  readonly address: VtexAddress;
  /** Minor units, positive. */
  readonly discount: number;
  /** On top of goods and delivery: a share of them. */
  readonly taxShare: number;
  readonly coupon: string | null;
  readonly openTextField: string | null;
  readonly customApps: readonly CustomApp[];
  readonly payment: Payment;
  /** When it is promised for, once it is paid; null: by its estimate. */
  readonly estimatedFor: number | null;
  readonly window: { readonly from: number; readonly to: number } | null;
  readonly packages: readonly Package[];
  /** What was taken out of it later. */
  readonly changed: readonly { readonly at: number; readonly reason: string; readonly gone: readonly Line[] }[];
  readonly cancelled: { readonly at: number; readonly reason: string; readonly byUser: boolean } | null;
  /** The shopper's own requests to call it off. */
  readonly wished: readonly Wish[];
};

export type Wish = {
  readonly at: number;
  readonly reason: string;
  /** When the seller has declined it. */
  readonly denied: { readonly at: number; readonly why: string } | null;
};

export type CustomApp = {
  readonly id: string;
  readonly major: number;
  readonly fields: Readonly<Record<string, string>>;
};

export type Payment = {
  readonly transactionId: string;
  readonly paymentSystem: string;
  readonly accountId: string | null;
  /** What has been sent for it: nothing yet, or means that will or will not do. */
  readonly sent: 'nothing' | 'enough';
};

export type Book = {
  all(): readonly Order[];
  byId(orderId: string): Order | undefined;
  byGroup(orderGroup: string): Order | undefined;
  byTransaction(transactionId: string): Order | undefined;
  put(order: Order): void;
  /** A number no order has yet. */
  nextSequence(): number;
};

export type Moved = (before: string | null, order: Order) => void;

export function createBook(shelf: Shelf, clock: () => number): Book {
  const orders = new Map<string, Order>();
  let latest = 0;
  /** What nobody has paid for in time goes back to its shelf. */
  const settled = (order: Order): Order => {
    if (statusOf(order, clock()) !== 'order-created' || clock() < order.createdAt + UNPAID_LIVES) return order;
    const dead = { ...order, states: [...order.states, { at: order.createdAt + UNPAID_LIVES, is: INCOMPLETE }] };
    orders.set(order.orderId, dead);
    unpaid.delete(order.orderId);
    shelf.giveBack(order.lines);
    return dead;
  };
  /** Of the others nothing changes by itself. */
  const unpaid = new Set<string>();
  const byName = new Map<string, string>();
  const find = (name: string) => {
    const found = orders.get(byName.get(name) ?? '');
    return found && settled(found);
  };
  return {
    all() {
      for (const id of unpaid) find(id);
      return [...orders.values()];
    },
    byId: find,
    byGroup: find,
    byTransaction: find,
    put(order) {
      const { orderId, orderGroup, sequence, payment } = order;
      for (const name of [orderId, orderGroup, `seq${sequence}`, payment.transactionId]) byName.set(name, orderId);
      orders.set(orderId, order);
      if (statusOf(order, clock()) === 'order-created') unpaid.add(orderId);
      else unpaid.delete(orderId);
      latest = Math.max(latest, Number(sequence));
    },
    nextSequence: () => latest + 1,
  };
}

/** Where an order ends that nobody has paid for. */
export const INCOMPLETE = 'incomplete';

export function statusOf({ states }: Order, at: number): string {
  return states.findLast((one) => one.at <= at)?.is ?? 'order-created';
}

/** Whether it has become an order at all. */
export function isComplete(order: Order, at: number): boolean {
  return !['order-created', INCOMPLETE].includes(statusOf(order, at));
}

export function lastChangeOf({ states, createdAt }: Order, at: number): number {
  return states.findLast((one) => one.at <= at)?.at ?? createdAt;
}

/** From now on it is this, whatever was to come. */
export function withStatus(order: Order, is: string, at: number): Order {
  return { ...order, states: [...order.states.filter((one) => one.at < at), { at, is }] };
}

/** What happens by itself once it has been called back: the bank, then half an hour in which it can be called off freely. */
export function paidStates(at: number): readonly Status[] {
  return [
    { at, is: 'on-order-completed' },
    { at: at + MINUTE, is: 'payment-approved' },
    { at: at + 2 * MINUTE, is: 'window-to-cancel' },
    { at: at + 32 * MINUTE, is: 'ready-for-handling' },
  ];
}

/** null until its payment is approved. */
export function estimatedDate(order: Order, at: number): number | null {
  if (order.estimatedFor !== null) return order.estimatedFor;
  const approved = order.states.find((one) => one.is === 'payment-approved');
  if (!approved || approved.at > at) return null;
  const day = dayIn(STORE_ZONE, approved.at);
  const days = Number.parseInt(order.sla.shippingEstimate, 10);
  return approved.at + daysFrom(day, businessDaysAfter(day, days)) * 24 * 60 * MINUTE;
}

export function itemsOf({ lines }: Pick<Order, 'lines'>): number {
  return lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0);
}

export function totalOf(order: Order): number {
  return itemsOf(order) + order.sla.price - order.discount + taxOf(order);
}

/** Of each line, and of its part of what delivery costs. */
export function taxOf({ lines, sla, taxShare }: Pick<Order, 'lines' | 'sla' | 'taxShare'>): number {
  return lines.reduce((sum, { quantity, price }, at) => {
    const delivery = shareOf(sla.price, lines.length, at);
    return sum + Math.round(quantity * price * taxShare) + Math.round(delivery * taxShare);
  }, 0);
}

/** "1000000104233" and what a seller's part of it is called. */
export function groupOf(sequence: number): string {
  return `1${String(sequence).padStart(12, '0')}`;
}

export function transactionOf(orderGroup: string): string {
  return idOf('transaction', orderGroup).toUpperCase();
}
