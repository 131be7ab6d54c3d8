/** A shopper's cart is their active order at the shop, read and changed with the credentials of the back office. */

import * as z from 'zod/mini';
import { type Call, ok, type Result, refused, type ShopError, type ShopperCall } from '../../../services/commerce/call';
import type { CartLine, Carts } from '../../../services/commerce/cart';
import type { WantedLine } from '../../../services/commerce/purchases';
import { isPass } from '../kit/pass';
import { isGone, isId, offersOf, productOf } from './catalogue';
import { OFFER_FIELDS, offered, REFUSAL, type VendureOrder } from './shapes';
import { caller, type VendureWorld } from './world';

const active = z.object({
  id: z.string(),
  state: z.string(),
  lines: z.array(z.object({ id: z.string(), quantity: z.int(), productVariant: offered })),
});
type Active = z.infer<typeof active>;
const ACTIVE_FIELDS = `id state lines { id quantity productVariant { ${OFFER_FIELDS} } }`;
const ACTIVE = `customer(id: $id) {
  orders(options: { take: 1, filter: { active: { eq: true }, state: { eq: "AddingItems" } } }) { items { ${ACTIVE_FIELDS} } }
}`;
const owned = z.object({ customer: z.nullable(z.object({ orders: z.object({ items: z.array(active) }) })) });

export function makeCarts(world: VendureWorld): Carts {
  return {
    async contents(call) {
      const who = await caller(world, call);
      if (!who.ok) return who;
      const cart = await activeOf(world, call);
      return cart.ok ? ok(linesOf(world, cart.value, call.locale), cart.asOf) : cart;
    },
    change: (lines, call) => change(world, lines, call),
  };
}

async function activeOf(
  world: VendureWorld,
  call: Call & { readonly shopperId: string },
): Promise<Result<Active | null>> {
  const query = `query ($id: ID!) { ${ACTIVE} }`;
  const asked = await world.ask({ query, variables: { id: call.shopperId }, shape: owned }, call);
  return asked.ok ? ok(asked.value.customer?.orders.items[0] ?? null, asked.asOf) : asked;
}

function linesOf(world: VendureWorld, cart: Active | null, locale: string): readonly CartLine[] {
  return (cart?.lines ?? []).map(({ productVariant: one, quantity }) => ({
    product: productOf(world, one, locale),
    quantity,
    unitPrice: { minor: one.priceWithTax, currency: one.currencyCode },
    availability: { state: isGone(one) ? 'sold-out' : 'available' },
  }));
}

async function change(
  world: VendureWorld,
  lines: readonly WantedLine[],
  call: ShopperCall,
): Promise<Result<readonly CartLine[]>> {
  const who = await caller(world, call);
  if (!who.ok) return who;
  const refusal = await refusalOf(world, lines, call);
  if (refusal) return refused(refusal);
  const cart = await activeOf(world, call);
  if (!cart.ok) return cart;
  const steps = cart.value ? changed(cart.value, lines) : begun(lines);
  if (steps.length === 0) return ok(linesOf(world, cart.value, call.locale), cart.asOf);
  // Nobody but the shopper can begin a cart, and of a linked one we have no session.
  if (!cart.value && isPass(call.credential)) return refused({ kind: 'unavailable' });
  const token = cart.value ? {} : { token: call.credential };
  const query = `mutation { ${steps.map(({ field }, at) => `s${at}: ${field}`).join('\n')} }`;
  const asked = await world.ask({ query, shape: answers, ...token }, call);
  if (!asked.ok) return asked;
  const failed = refusedStep(asked.value, steps);
  if (failed) return refused(failed);
  const now = await activeOf(world, call);
  return now.ok ? ok(linesOf(world, now.value, call.locale), now.asOf) : now;
}

/** All of a change is looked at before any of it is done. Throws on what no dialogue may ask for. */
async function refusalOf(world: VendureWorld, lines: readonly WantedLine[], call: Call): Promise<ShopError | null> {
  const wrong = lines.find(({ quantity }) => !Number.isInteger(quantity) || quantity < 0);
  if (wrong) throw new RangeError(`Nobody can put aside ${wrong.quantity} of something`);
  const known = await offersOf(
    world,
    lines.map(({ productId }) => productId),
    call,
  );
  if (!known.ok) return known.error;
  const byId = new Map(known.value.map((one) => [one.id, one]));
  if (lines.some(({ productId }) => !byId.has(productId))) return { kind: 'not-found' };
  const max = world.merchant.limits.quantity;
  const big = lines.find(({ quantity }) => quantity > max);
  if (big) return { kind: 'too-many', productId: big.productId, max };
  const gone = lines.find(({ productId, quantity }) => {
    const one = byId.get(productId);
    return quantity > 0 && one !== undefined && isGone(one);
  });
  return gone ? { kind: 'sold-out', productId: gone.productId } : null;
}

type Step = { readonly field: string; readonly productId: string };
const answer = z.object({ errorCode: z.optional(z.string()), quantityAvailable: z.optional(z.int()) });
const answers = z.record(z.string(), answer);
const ANSWER = `{ ${REFUSAL} ... on InsufficientStockError { quantityAvailable } }`;

/** In a cart that is there. Ids were checked: they hold nothing that a query could be made of. */
function changed(cart: Active, lines: readonly WantedLine[]): readonly Step[] {
  return lines.flatMap(({ productId, quantity }): readonly Step[] => {
    const line = cart.lines.find(({ productVariant }) => productVariant.id === productId);
    if (quantity === (line?.quantity ?? 0)) return [];
    const order = `orderId: "${cart.id}"`;
    if (!line) {
      const input = `input: { productVariantId: "${productId}", quantity: ${quantity} }`;
      return [{ productId, field: `addItemToDraftOrder(${order}, ${input}) ${ANSWER}` }];
    }
    const field =
      quantity === 0
        ? `removeDraftOrderLine(${order}, orderLineId: "${line.id}") { ${REFUSAL} }`
        : `adjustDraftOrderLine(${order}, input: { orderLineId: "${line.id}", quantity: ${quantity} }) ${ANSWER}`;
    return [{ productId, field }];
  });
}

function begun(lines: readonly WantedLine[]): readonly Step[] {
  return lines.flatMap(({ productId, quantity }) =>
    quantity === 0
      ? []
      : [{ productId, field: `addItemToOrder(productVariantId: "${productId}", quantity: ${quantity}) ${ANSWER}` }],
  );
}

function refusedStep(value: z.infer<typeof answers>, steps: readonly Step[]): ShopError | null {
  for (const [at, { productId }] of steps.entries()) {
    const one = value[`s${at}`];
    if (one?.errorCode === undefined) continue;
    const left = one.quantityAvailable ?? 0;
    return left > 0 ? { kind: 'too-many', productId, max: left } : { kind: 'sold-out', productId };
  }
  return null;
}

/** What a cart was bought of is written beside the payment; that it left the cart, beside the order. */
const TAKEN = 'Earshot took these from the cart';

const taking = z.extend(owned, {
  order: z.nullable(z.object({ history: z.object({ items: z.array(z.object({ data: z.unknown() })) }) })),
});
const note = z.object({ note: z.string() });
const TAKING = `query ($id: ID!, $order: ID!) {
  ${ACTIVE}
  order(id: $order) { history(options: { filter: { type: { eq: "ORDER_NOTE" } } }) { items { data } } }
}`;
const ORDER_ID = /^[\da-f-]+$/;

/** As many as were bought; what was put in meanwhile stays. Once: whoever asks what became of the order asks again. */
export async function takeFromCart(
  world: VendureWorld,
  bought: VendureOrder,
  call: Call & { readonly shopperId: string },
): Promise<void> {
  const variables = { id: call.shopperId, order: bought.id };
  const asked = await world.ask({ query: TAKING, variables, shape: taking }, call);
  if (!asked.ok || !asked.value.order || !ORDER_ID.test(bought.id)) return;
  const isTaken = asked.value.order.history.items.some(({ data }) => note.safeParse(data).data?.note === TAKEN);
  const cart = asked.value.customer?.orders.items[0];
  if (isTaken || !cart) return;
  const left = cart.lines.flatMap(({ quantity, productVariant }) => {
    const off = bought.lines.find((line) => line.productVariant.id === productVariant.id)?.orderPlacedQuantity ?? 0;
    return off > 0 ? [{ productId: productVariant.id, quantity: Math.max(0, quantity - off) }] : [];
  });
  const steps = changed(
    cart,
    left.filter(({ productId }) => isId(productId)),
  );
  const fields = steps.map(({ field }, at) => `s${at}: ${field}`).join('\n');
  const query = `mutation { noted: addNoteToOrder(input: { id: "${bought.id}", note: "${TAKEN}", isPublic: false }) { id } ${fields} }`;
  await world.ask({ query, shape: z.unknown() }, call);
}
