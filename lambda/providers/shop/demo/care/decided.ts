/** What the demo shop decides about each action, by what the order has come to. */

import { randomBytes, randomInt } from 'node:crypto';
import type { ActionOf, CareKind, MoneyBack, OrderPart, ReceiptOf } from '../../../../services/care/care';
import { stageOf, wholeOf, worthOf } from '../../../../services/care/worth';
import { type Result, refused } from '../../../../services/commerce/call';
import type { Order, Stage } from '../../../../services/commerce/orders';
import type { Money, PlainDate } from '../../../../vocabulary/values';
import { addDays, addDeliveryDays } from '../calendar';
import type { DemoPerson } from '../people/person';
import { said, type World } from '../world';

type About = { readonly world: World; readonly person: DemoPerson; readonly order: Order };
type Decision<K extends CareKind> = (action: ActionOf<K>, about: About) => Result<ReceiptOf<K>>;

/** Delivery days until money that goes back is there, and until what is sent again or fetched is. */
const BANK_DAYS = 3;
const RETURN_DAYS = 8;
const AGAIN_DAYS = 1;

const FREELY: ReadonlySet<Stage> = new Set(['placed', 'payment-pending']);
const ON_ITS_WAY: ReadonlySet<Stage> = new Set(['shipped', 'out-for-delivery', 'ready-for-pickup', 'delivered']);

export const DECIDED: { readonly [K in CareKind]: Decision<K> } = {
  cancel: ({ parts }, about) => {
    const { world, order } = about;
    const off = parts ?? wholeOf(order.lines);
    const stages = off.map(({ productId }) => stageOf(order, productId));
    if (!isPartOf(order, off) || stages.some((stage) => stage === 'cancelled' || stage === 'returned')) return notNow();
    if (stages.some((stage) => ON_ITS_WAY.has(stage)))
      return said(world, { kind: 'cancel', how: 'too-late', instead: 'return' });
    const how = stages.every((stage) => FREELY.has(stage)) ? 'done' : 'asked';
    if (how === 'done') onShelf(world, off, 1);
    const amount = parts === null ? order.total : worthOf(order, off);
    const back = order.stage === 'payment-pending' ? null : moneyBack(amount, BANK_DAYS, about);
    return said(world, { kind: 'cancel', how, back });
  },
  refund: ({ parts, amount }, about) => {
    const { world, order } = about;
    if (world.faults.is('declined')) return refused({ kind: 'payment-declined' });
    if (!isPartOf(order, parts) || amount.minor > worthOf(order, parts).minor || isOver(order)) return notNow();
    return said(world, { kind: 'refund', back: moneyBack(amount, BANK_DAYS, about) });
  },
  resend: ({ parts }, { world, order, person }) => {
    if (!isPartOf(order, parts) || isOver(order)) return notNow();
    const gone = parts.find(
      ({ productId, quantity }) => world.faults.is('sold-out') || stockOf(world, productId) < quantity,
    );
    if (gone) return refused({ kind: 'sold-out', productId: gone.productId });
    onShelf(world, parts, -1);
    const arrives = addDeliveryDays(order.today, AGAIN_DAYS, countryOf(person));
    return said(world, { kind: 'resend', arrives });
  },
  return: ({ parts, by, amount }, about) => {
    const { world, order, person } = about;
    const isHere = parts.every(({ productId }) => stageOf(order, productId) === 'delivered');
    if (!isPartOf(order, parts) || !isHere) return notNow();
    const back = moneyBack(amount, RETURN_DAYS, about);
    const label = `https://willow-market.example/labels/${randomBytes(9).toString('base64url')}`;
    const day = by === 'pick-up' ? addDeliveryDays(order.today, 1, countryOf(person)) : null;
    return said(world, { kind: 'return', by, day, label: by === 'label' ? label : null, back });
  },
  address: ({ addressId }, { world, order, person }) => {
    if (!person.addresses.some(({ id }) => id === addressId)) return refused({ kind: 'not-found' });
    if (isOver(order)) return notNow();
    const isGone = order.lines.some(({ product }) => ON_ITS_WAY.has(stageOf(order, product.id)));
    return said(world, { kind: 'address', how: isGone ? 'too-late' : 'done', addressId });
  },
  coupon: ({ worth, days }, { world, order }) => {
    const code = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
    return said(world, { kind: 'coupon', code: `WM-${code}`, worth, until: addDays(order.today, days) });
  },
};

/** None that is taken for another. */
const LETTERS = 'ACDEFHJKLMNPRTUVWXY34679';

function notNow(): Result<never> {
  return refused({ kind: 'not-now' });
}

function isOver({ stage }: Order): boolean {
  return stage === 'cancelled' || stage === 'returned';
}

/** No more than was ordered of each. */
function isPartOf({ lines }: Order, parts: readonly OrderPart[]): boolean {
  return (
    parts.length > 0 &&
    parts.every(({ productId, quantity }) =>
      lines.some((line) => line.product.id === productId && quantity > 0 && quantity <= line.quantity),
    )
  );
}

function moneyBack(amount: Money, days: number, { order, person }: About): MoneyBack {
  const by: PlainDate = addDeliveryDays(order.today, days, countryOf(person));
  return { amount, means: 'original', by };
}

function countryOf(person: DemoPerson): string {
  return person.addresses[0].country;
}

function stockOf({ db }: World, id: string): number {
  return db.first(db.sql.selectFrom('goods').select('stock').where('id', '=', id))?.stock ?? 0;
}

/** `sign` 1: they go back to be sold; -1: they are taken from it. */
function onShelf({ db }: World, parts: readonly OrderPart[], sign: 1 | -1): void {
  for (const { productId, quantity } of parts) {
    const now = db.sql.updateTable('goods').set((row) => ({ stock: row('stock', '+', sign * quantity) }));
    db.run(now.where('id', '=', productId));
  }
}
