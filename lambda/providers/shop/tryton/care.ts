/** What a Tryton's books have of a shopper: their orders, and the money that comes back. Nothing is put right here: all of that is a person's. */

import {
  type Care,
  type CareCall,
  type CareFile,
  NO_CARE,
  type Refund,
  type RefundState,
} from '../../../services/care/care';
import { ok, type Result, refused } from '../../../services/commerce/call';
import { dayIn } from '../../../vocabulary/calendar';
import { BANK_DAYS, workingDaysAfter } from '../kit/working-days';
import { type CreditState, creditsOf, type TrytonCredit } from './credits';
import { ordersOf } from './orders';
import { shopperWith } from './people';
import { isPaid, salesOf, type TrytonSale } from './sales';
import { moneyOf } from './values';
import type { Company, TrytonWorld } from './world';

/** Orders a file holds. */
const FILED = 20;
/** As many sales as are looked through for what came back. */
const LOOKED_THROUGH = 200;

export function makeCare(world: TrytonWorld): Care {
  return {
    ...NO_CARE,
    file: (call) => fileOf(world, call),
    refunds: (orderId, call) => refundsOf(world, orderId, call),
  };
}

const partyOf = ({ shopperId }: CareCall) => (/^[1-9]\d{0,9}$/.test(shopperId) ? Number(shopperId) : null);

async function fileOf(world: TrytonWorld, call: CareCall): Promise<Result<CareFile>> {
  const party = partyOf(call);
  if (party === null) return ok({ orders: [], addresses: [], phone: null }, world.now());
  const [orders, who] = await Promise.all([
    ordersOf(world, { party, limit: FILED }, call),
    shopperWith(world, call.shopperId, call),
  ]);
  if (!orders.ok) return orders;
  if (!who.ok) return who;
  const places = who.value ? [who.value.address, ...who.value.otherAddresses] : [];
  const phone = who.value?.known.find(({ kind }) => kind === 'phone')?.value ?? null;
  const addresses = places.map(({ id, label, city }) => ({ id, label, city }));
  return ok({ orders: orders.value, addresses, phone }, orders.asOf);
}

/** Refuses with `not-found` where the order is not this shopper's. */
async function refundsOf(world: TrytonWorld, orderId: string, call: CareCall): Promise<Result<readonly Refund[]>> {
  const party = partyOf(call);
  if (party === null) return refused({ kind: 'not-found' });
  const [sales, credits, firm] = await Promise.all([
    salesOf(world.client, { party, most: LOOKED_THROUGH }, call),
    creditsOf(world.client, party, call),
    world.company(call),
  ]);
  if (!sales.ok) return sales;
  if (!credits.ok) return credits;
  if (!firm.ok) return firm;
  const one = sales.value.find(({ id }) => `${id}` === orderId);
  if (!one) return refused({ kind: 'not-found' });
  if (!isPaid(one)) return ok([], sales.asOf);
  const backs = sales.value.filter(({ origin, state }) => origin === `sale.sale,${one.id}` && state !== 'cancelled');
  const own = credits.value.filter(({ sale }) => sale === one.id || backs.some(({ id }) => id === sale));
  // What is agreed and has no credit note yet: somebody has still to write it.
  const agreed = backs.filter(({ id }) => !own.some(({ sale }) => sale === id));
  const told = [
    ...own.map((credit) => refundOf(credit, orderId, firm.value)),
    ...agreed.map((back) => agreedOf(back, orderId, firm.value)),
  ];
  return ok(
    told.filter(({ amount }) => amount.minor > 0).sort((a, b) => b.since - a.since),
    credits.asOf,
  );
}

/** Until it is posted somebody at the shop has still to agree to it; for which day, Tryton does not know. */
const STATES: Readonly<Record<CreditState, RefundState>> = {
  ...{ draft: 'asked', validated: 'asked', posted: 'on-its-way', paid: 'paid' },
};

function refundOf({ amount, productIds, since, ...credit }: TrytonCredit, orderId: string, firm: Company): Refund {
  const day = credit.day ?? dayIn(firm.timeZone, since);
  const state = STATES[credit.state];
  const by = state === 'paid' ? (credit.paidOn ?? day) : workingDaysAfter(day, BANK_DAYS);
  return { orderId, productIds, amount, means: 'original', state, since, by };
}

function agreedOf(back: TrytonSale, orderId: string, firm: Company): Refund {
  const day = back.sale_date ?? dayIn(firm.timeZone, back.create_date);
  return {
    ...{ orderId, productIds: [], means: 'original', state: 'asked', since: back.create_date },
    amount: moneyOf(-(back.total_amount ?? 0), back['currency.'].code),
    by: workingDaysAfter(day, BANK_DAYS),
  };
}
