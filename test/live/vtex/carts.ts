/** Carts as the shop's own pages fill them: an orderForm by its id. Nobody without a key, and not the shopper, sees what is personal in it. */

import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { defaultSla } from './delivery';
import { writtenForm } from './order-form';
import type { Line } from './orders';
import { type Person, personByEmail, type SalesChannel } from './people';
import { quoteOf } from './quote';
import { type Answer, type Asked, answered, type Route, read, refusal } from './wire';
import type { World } from './world';

export type Cart = {
  readonly orderFormId: string;
  readonly salesChannel: SalesChannel;
  readonly email: string | null;
  readonly lines: readonly Omit<Line, 'price'>[];
  readonly addressId: string | null;
  readonly slaId: string | null;
  readonly coupon: string | null;
  readonly payments: readonly unknown[];
};

const ADDED = z.object({
  orderItems: z.array(z.object({ id: z.string(), quantity: z.int().check(z.positive()), seller: z.string() })),
});
const UPDATED = z.object({
  orderItems: z.array(z.object({ index: z.int(), quantity: z.int().check(z.nonnegative()) })),
});
const SHIPPED = z.object({
  selectedAddresses: z.optional(z.array(z.object({ addressId: z.nullable(z.string()) }))),
  logisticsInfo: z.optional(z.array(z.object({ itemIndex: z.int(), selectedSla: z.nullable(z.string()) }))),
});
const FORM = '/api/checkout/pub/orderForm';

export function carts(world: World): readonly Route[] {
  const found = ({ holes }: Asked) => world.carts.get(holes.id ?? '');
  /** Carts are what VTEX answers slowest: up to 45 seconds, which a test lets it take. */
  const on = (what: string, next: (cart: Cart, asked: Asked) => Cart | Answer): Route => ({
    on: what,
    async answer(asked) {
      await world.cartsWait();
      const cart = found(asked);
      if (!cart) return refusal(404, 'CHK003', 'The cart was not found');
      const changed = next(cart, asked);
      if ('status' in changed) return changed;
      world.carts.set(changed.orderFormId, changed);
      remembered(world, changed, 'Carrinho');
      return answered(seen(world, changed, { asked, before: cart }));
    },
  });
  return [
    {
      on: `GET ${FORM}`,
      async answer(asked) {
        await world.cartsWait();
        const isNew = asked.query.get('forceNewCart') === 'true';
        const cart = (isNew ? null : cartOf(world, asked.shopper)) ?? emptyCart(asked.shopper);
        world.carts.set(cart.orderFormId, cart);
        return answered(seen(world, cart, { asked }));
      },
    },
    on(`GET ${FORM}/{id}`, (cart) => cart),
    on(`POST ${FORM}/{id}/items`, (cart, { body }) => added(world, cart, read(ADDED, body).orderItems)),
    on(`POST ${FORM}/{id}/items/update`, (cart, { body }) => updated(world, cart, read(UPDATED, body).orderItems)),
    on(`POST ${FORM}/{id}/coupons`, (cart, { body }) => {
      const { text } = read(z.object({ text: z.string() }), body);
      return { ...cart, coupon: text === '' ? null : text };
    }),
    on(`POST ${FORM}/{id}/attachments/clientProfileData`, (cart, { body }) => {
      const { email } = read(z.object({ email: z.nullable(z.string()) }), body);
      return { ...cart, email };
    }),
    on(`POST ${FORM}/{id}/attachments/shippingData`, (cart, { body }) => {
      const { selectedAddresses, logisticsInfo } = read(SHIPPED, body);
      const addressId = selectedAddresses?.[0]?.addressId ?? cart.addressId;
      return { ...cart, addressId, slaId: logisticsInfo?.[0]?.selectedSla ?? cart.slaId };
    }),
    on(`POST ${FORM}/{id}/attachments/paymentData`, (cart, { body }) => {
      const { payments } = read(z.object({ payments: z.array(z.unknown()) }), body);
      return { ...cart, payments };
    }),
  ];
}

/** What Master Data knows of it besides: as its pages would fill it again, and how far it has come. What was bought stays there. */
export function remembered({ documents }: World, { email, lines, salesChannel }: Cart, DisplayValue: string): void {
  const customers = documents.get('CL');
  const known = [...(customers?.entries() ?? [])].find(([, one]) => email !== null && one.email === email);
  if (!customers || !known) return;
  const [id, customer] = known;
  customers.set(id, { ...customer, rclastcart: writtenLines(lines, salesChannel), checkouttag: { DisplayValue } });
}

/** "add?sku=101&qty=2&seller=1&sc=1"; null: nothing lies in it. */
export function writtenLines(lines: Cart['lines'], salesChannel: string): string | null {
  const each = lines.map(({ skuId, quantity }) => `sku=${skuId}&qty=${quantity}&seller=1`);
  return each.length > 0 ? `add?${each.join('&')}&sc=${salesChannel}` : null;
}

function emptyCart(shopper: Person | null): Cart {
  return {
    ...{ orderFormId: randomUUID().replaceAll('-', ''), salesChannel: '1', email: shopper?.email ?? null },
    ...{ lines: [], addressId: shopper?.addresses[0]?.addressId ?? null, slaId: null, coupon: null, payments: [] },
  };
}

/** The newest of a shopper's own. */
export function cartOf({ carts: all }: Pick<World, 'carts'>, shopper: Person | null): Cart | null {
  return shopper && ([...all.values()].findLast(({ email }) => email === shopper.email) ?? null);
}

/** As the people of the shop left them. */
export function cartsOf({ shelf }: Pick<World, 'shelf'>, people: readonly Person[]): Map<string, Cart> {
  const all = people.flatMap((person): Cart[] => {
    const lines = person.demo.cart.map(([good, quantity]) => ({ skuId: shelf.byGood(good).skuId, quantity }));
    return lines.length > 0 ? [{ ...emptyCart(person), lines }] : [];
  });
  return new Map(all.map((cart) => [cart.orderFormId, cart]));
}

/** As many as there are; what there is none of, and what nobody knows, does not get in. */
function added(
  { shelf }: World,
  cart: Cart,
  items: readonly { readonly id: string; readonly quantity: number }[],
): Cart {
  let { lines } = cart;
  for (const { id, quantity } of items) {
    const stock = shelf.bySku(id)?.stock ?? 0;
    const before = lines.find(({ skuId }) => skuId === id)?.quantity ?? 0;
    const most = Math.min(stock, before + quantity);
    const line = { skuId: id, quantity: most };
    if (most > 0 && before > 0) lines = lines.map((one) => (one.skuId === id ? line : one));
    else if (most > 0) lines = [...lines, line];
  }
  return { ...cart, lines };
}

function updated(
  { shelf }: World,
  cart: Cart,
  items: readonly { readonly index: number; readonly quantity: number }[],
): Cart | Answer {
  if (items.some(({ index }) => !cart.lines[index])) return refusal(400, 'ORD005', 'There is no item at this index');
  const lines = cart.lines.map((line, at) => {
    const wanted = items.find(({ index }) => index === at)?.quantity ?? line.quantity;
    return { ...line, quantity: Math.min(wanted, Math.max(shelf.bySku(line.skuId)?.stock ?? 0, line.quantity)) };
  });
  return { ...cart, lines: lines.filter(({ quantity }) => quantity > 0) };
}

type Seen = { readonly asked: Asked; readonly before?: Cart };

function seen(world: World, cart: Cart, { asked, before }: Seen) {
  const person = cart.email === null ? null : personByEmail(cart.email);
  const isTheirs = asked.isKey || (person !== null && asked.shopper === person);
  const address = person?.addresses.find(({ addressId }) => addressId === cart.addressId) ?? null;
  const items = cart.lines.map(({ skuId, quantity }) => ({ id: skuId, quantity }));
  const quote = quoteOf(world, { items, salesChannel: cart.salesChannel, country: address?.country ?? null });
  const sla = quote.slas.find(({ id }) => id === cart.slaId) ?? defaultSla(quote.slas);
  const refusedItems = before ? missingIn(world, cart, asked) : [];
  return writtenForm(world, { cart, person, address, quote, sla, isTheirs, messages: refusedItems });
}

/** What was asked for and did not get in whole. */
function missingIn({ shelf }: World, cart: Cart, { body }: Asked) {
  const { orderItems = [] } = ADDED.safeParse(body).data ?? {};
  return orderItems.flatMap(({ id, quantity }) => {
    const sku = shelf.bySku(id);
    if (!sku) return [{ code: 'ORD027', text: `The product ${id} was not found`, status: 'error' }];
    const there = cart.lines.find(({ skuId }) => skuId === id)?.quantity ?? 0;
    if (there >= quantity) return [];
    if (there === 0) return [{ code: 'withoutStock', text: `${sku.title} is out of stock`, status: 'error' }];
    return [{ code: 'itemQuantityNotAvailable', text: `Only ${sku.stock} of ${sku.title} are left`, status: 'error' }];
  });
}
