/** A corner shop with a small REST API behind the ports of Earshot. */

import { createHash, randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { Shopper } from '../../../../lambda/services/commerce/account';
import {
  type Call,
  ok,
  type Result,
  refused,
  type ShopError,
  type ShopperCall,
} from '../../../../lambda/services/commerce/call';
import { matchProducts, type Product } from '../../../../lambda/services/commerce/catalogue';
import type { Order, Parcel, Stage } from '../../../../lambda/services/commerce/orders';
import type { Proposal } from '../../../../lambda/services/commerce/purchases';
import type { OpenedShop, ShopHouse } from '../../../../lambda/services/commerce/shop';
import { dayAfter, dayIn } from '../../../../lambda/vocabulary/calendar';

// 1. The shapes of its answers: what is not like this is not understood, and nothing is done with it.
const line = z.object({ id: z.string(), quantity: z.int(), cents: z.int() });
const person = z.object({
  ...{ id: z.string(), first: z.string(), last: z.string(), email: z.string(), phone: z.string() },
  ...{ street: z.string(), city: z.string(), zip: z.string(), country: z.string() },
});
const goods = z.array(
  z.object({ id: z.string(), title: z.string(), kind: z.string(), cents: z.int(), stock: z.int() }),
);
const rates = z.array(z.object({ id: z.string(), cents: z.int(), days: z.int() }));
const quote = z.object({ lines: z.array(line), items: z.int(), delivery: z.int(), cents: z.int() });
const sent = z.object({ number: z.string(), carrier: z.string(), ids: z.array(z.string()), state: z.string() });
const sold = z.object({
  ...{ key: z.string(), placedAt: z.number(), cents: z.int(), lines: z.array(line) },
  ...{ state: z.string(), parcels: z.array(sent) },
});
const refusal = z.discriminatedUnion('refusal', [
  z.object({ refusal: z.literal('unknown'), id: z.string() }),
  z.object({ refusal: z.literal('gone'), id: z.string() }),
  z.object({ refusal: z.literal('many'), id: z.string(), max: z.int() }),
  z.object({ refusal: z.literal('little'), least: z.int() }),
  z.object({ refusal: z.literal('price'), was: z.int(), now: z.int() }),
]);

const [CURRENCY, ZONE, DAYS, PAGE] = ['EUR', 'Europe/Rome', 2, 10];
const money = (minor: number) => ({ minor, currency: CURRENCY });

type Sold = z.infer<typeof sold>;
/** Its own words for how far an order or a parcel is. */
const STAGES: Readonly<Record<string, Stage>> = {
  ...{ new: 'placed', unpaid: 'payment-pending', packing: 'preparing', sent: 'shipped', driving: 'out-for-delivery' },
  ...{ counter: 'ready-for-pickup', there: 'delivered', 'called-off': 'cancelled', 'sent-back': 'returned' },
};
const stageOf = (state: string): Stage => (Object.hasOwn(STAGES, state) ? STAGES[state] : undefined) ?? 'unknown';

// 2. What it refuses, in the words of the ports: a closed list, and the dialogue has words for each.
function refusedAs(body: unknown): ShopError {
  const { data } = refusal.safeParse(body);
  switch (data?.refusal) {
    case 'gone':
      return { kind: 'sold-out', productId: data.id };
    case 'many':
      return { kind: 'too-many', productId: data.id, max: data.max };
    case 'little':
      return { kind: 'too-little', least: money(data.least) };
    case 'price':
      return { kind: 'price-changed', was: money(data.was), now: money(data.now) };
    default:
      return { kind: 'not-found' };
  }
}

type Ask<T> = {
  readonly path: string;
  readonly shape: z.ZodMiniType<T>;
  readonly token?: string;
  readonly method?: 'POST' | 'PUT';
  readonly body?: object;
};
export type CornerSettings = { readonly base: string; readonly key: string };

export async function openCorner(settings: CornerSettings, house: ShopHouse): Promise<OpenedShop> {
  const { now, calendar, sayGood } = house;
  /** Yeses that were sent: of these nobody may say that they were not. */
  const yeses = new Set<string>();

  // 3. One place that asks: in time, with the credentials of the back office, and honest about a write without an answer.
  async function ask<T>({ path, shape, token, method, body }: Ask<T>, call: Call): Promise<Result<T>> {
    if (call.signal.aborted || now() >= call.deadline) return refused({ kind: 'timeout', outcome: 'not-sent' });
    const lost = () => refused<T>({ kind: 'timeout', outcome: method === 'PUT' ? 'unknown' : 'not-sent' });
    try {
      const headers = { 'x-shop-key': settings.key, ...(token && { authorization: `Bearer ${token}` }) };
      const sending = method && { method, body: JSON.stringify(body) };
      // Followed, a redirect would carry the key to wherever it points.
      const init = { headers, signal: call.signal, redirect: 'error', ...sending } as const;
      const answer = await house.fetch(settings.base + path, init);
      // It asks for patience: nothing was done.
      if (answer.status === 429) return refused({ kind: 'unavailable' });
      if (answer.status === 401) return refused({ kind: 'unauthorised' });
      const said: unknown = await answer.json();
      if (answer.status === 409 || answer.status === 404) return refused(refusedAs(said));
      const read = shape.safeParse(said);
      return answer.ok && read.success ? ok(read.data, now()) : lost();
    } catch {
      return lost();
    }
  }

  // 4. Whose token it is; in every call that says so, the token must be that shopper's own.
  async function whoIs(token: string, call: Call): Promise<Result<Shopper>> {
    if (!/^[\w-]+$/.test(token)) return refused({ kind: 'unauthorised' });
    const asked = await ask({ path: '/me', shape: person, token }, call);
    if (!asked.ok) return asked;
    const { id, first, last, email, phone, street, city, zip, country } = asked.value;
    const known = [
      ...[first, last, `${first} ${last}`].map((value) => ({ kind: 'name', value }) as const),
      ...[{ kind: 'email', value: email } as const, { kind: 'phone', value: phone } as const],
      { kind: 'address', value: street } as const,
    ];
    const address = { id: 'home', label: 'home', city, postalCode: zip, country, timeZone: ZONE };
    return ok({ id, firstName: first, currency: CURRENCY, address, otherAddresses: [], contacts: [], known }, now());
  }

  async function asShopper<T>(call: ShopperCall, work: () => Promise<Result<T>>): Promise<Result<T>> {
    const who = await whoIs(call.credential, call);
    if (!who.ok) return who;
    return who.value.id === call.shopperId ? work() : refused({ kind: 'unauthorised' });
  }

  // 5. Goods, as people say them: the house reads titles, the shop gives them as they are.
  async function shelf(call: Call) {
    const asked = await ask({ path: `/goods?lang=${call.locale.slice(0, 2)}`, shape: goods }, call);
    if (!asked.ok) return asked;
    const all = asked.value.flatMap((good) => {
      const raw = { id: good.id, title: good.title, categories: [good.kind], options: [], codes: [] };
      const spoken = sayGood(raw, call.locale);
      const product: Product | null = spoken && { id: good.id, ...spoken, kind: good.kind };
      return product ? [{ ...good, product }] : [];
    });
    return ok(all, asked.asOf);
  }

  async function named<T>(call: Call, pick: (all: readonly Product[]) => T): Promise<Result<T>> {
    const all = await shelf(call);
    return all.ok ? ok(pick(all.value.map(({ product }) => product)), all.asOf) : all;
  }

  // 6. Orders, page by page: a state nobody knows is "unknown", never an error.
  async function orderOf(
    one: Pick<Sold, 'key' | 'placedAt' | 'cents' | 'lines'> & Partial<Sold>,
    call: Call,
  ): Promise<Order> {
    const { key, placedAt, cents, lines, state = 'new', parcels = [] } = one;
    const all = await shelf(call);
    const named = (id: string): Product =>
      (all.ok && all.value.find((good) => good.id === id)?.product) || {
        id,
        name: { title: id },
        words: [id],
        language: call.locale.slice(0, 2),
        kind: id,
      };
    const placed = dayIn(ZONE, placedAt);
    const expected = dayAfter(placed, DAYS);
    return {
      ...{ id: key, number: key, placedAt, placed, today: dayIn(ZONE, calendar()), stage: stageOf(state) },
      ...{ total: money(cents), expected },
      parcels: parcels.map(({ number, carrier, ids, state: at }): Parcel => {
        return { id: number, productIds: ids, stage: stageOf(at), carrier, trackingNumber: number, promised: expected };
      }),
      lines: lines.map(({ id, quantity, cents: each }) => ({ product: named(id), quantity, unitPrice: money(each) })),
    };
  }

  async function ordersOf(limit: number, call: ShopperCall): Promise<Result<readonly Order[]>> {
    const all: Sold[] = [];
    for (let page = 0; all.length < limit; page += 1) {
      const path = `/orders?shopper=${encodeURIComponent(call.shopperId)}&page=${page}`;
      const asked = await ask({ path, shape: z.array(sold) }, call);
      if (!asked.ok) return asked;
      all.push(...asked.value);
      if (asked.value.length < PAGE) break;
    }
    return ok(await Promise.all(all.slice(0, limit).map((one) => orderOf(one, call))), now());
  }

  // 7. A quote nobody notices: no more than its own key, which becomes the order's.
  async function propose(
    wanted: readonly { readonly productId: string; readonly quantity: number }[],
    call: ShopperCall,
  ) {
    const merged = new Map<string, number>();
    for (const { productId, quantity } of wanted) merged.set(productId, (merged.get(productId) ?? 0) + quantity);
    const body = { lines: [...merged].map(([id, quantity]) => ({ id, quantity })) };
    const asked = await ask({ path: '/quotes', shape: quote, method: 'POST', body }, call);
    if (!asked.ok) return asked;
    const { lines, items, delivery, cents } = asked.value;
    const today = dayIn(ZONE, calendar());
    const { lines: named } = await orderOf({ key: '', placedAt: now(), cents, lines }, call);
    const proposal: Proposal = {
      ...{ id: randomUUID(), lines: named, speed: 'standard', shippingOptionId: 'van', today },
      ...{ shipTo: { addressId: 'home', label: 'home' }, arrives: dayAfter(today, DAYS) },
      ...{ items: money(items), shipping: money(delivery), total: money(cents), expiresAt: now() + 600_000 },
      fingerprint: createHash('sha256')
        .update(JSON.stringify([call.shopperId, lines, cents]))
        .digest('hex'),
    };
    return ok(proposal, now());
  }

  // 8. The yes: PUT with the key, so that the shop itself makes one order of it, however often it arrives.
  async function place({ id, lines, total }: Proposal, call: ShopperCall): Promise<Result<Order>> {
    const isLate = call.signal.aborted || now() >= call.deadline;
    if (isLate) return refused({ kind: 'timeout', outcome: yeses.has(id) ? 'unknown' : 'not-sent' });
    return asShopper(call, async () => {
      const wish = lines.map(({ product, quantity }) => ({ id: product.id, quantity }));
      const body = { shopper: call.shopperId, cents: total.minor, lines: wish };
      yeses.add(id);
      const asked = await ask({ path: `/orders/${id}`, shape: sold, method: 'PUT', body }, call);
      return asked.ok ? ok(await orderOf(asked.value, call), now()) : asked;
    });
  }

  return {
    shop: {
      accounts: { whoIs },
      catalogue: {
        edition: (locale) => `corner ${locale.slice(0, 2)}`,
        // All of it at once: a large shop gives a page, and says where the next one begins.
        page: (_after, call) => named(call, (all) => ({ goods: all, next: null })),
        find: (said, call) => named(call, (all) => matchProducts(said, all)),
        byIds: (ids, call) => named(call, (all) => ids.flatMap((id) => all.find((one) => one.id === id) ?? [])),
        async offers(ids, currency, call) {
          const all = await shelf(call);
          if (!all.ok) return all;
          const asked = ids.flatMap((id) => all.value.find((good) => good.id === id && currency === CURRENCY) ?? []);
          return ok(
            asked.map(({ product, cents, stock }) => ({
              product,
              price: money(cents),
              availability: { state: stock > 0 ? 'available' : 'sold-out' },
            })),
            all.asOf,
          );
        },
      },
      history: {
        orders: ({ limit }, call) => asShopper(call, () => ordersOf(limit, call)),
      },
      rates: {
        async options({ country }, call) {
          const asked = await ask({ path: `/rates?to=${encodeURIComponent(country)}`, shape: rates }, call);
          if (!asked.ok) return asked;
          const today = dayIn(ZONE, calendar());
          return ok(
            asked.value.map(({ id, cents, days }) => {
              const day = dayAfter(today, days);
              return { id, speed: 'standard', price: money(cents), earliest: day, latest: day, today };
            }),
            asked.asOf,
          );
        },
      },
      purchases: {
        propose: ({ lines }, call) => asShopper(call, () => propose(lines, call)),
        place,
        async reconcile(key, call) {
          const asked = await ask({ path: `/orders/${key}?shopper=${call.shopperId}`, shape: sold }, call);
          if (asked.ok) return ok(await orderOf(asked.value, call), now());
          return asked.error.kind === 'not-found' ? ok(null, now()) : asked;
        },
        substitutes: (_wanted, alike, call) =>
          asShopper(call, async () => {
            const all = await shelf(call);
            if (!all.ok) return all;
            const inStock = new Set(all.value.flatMap(({ id, stock }) => (stock > 0 ? [id] : [])));
            return ok(
              alike.filter(({ id }) => inStock.has(id)),
              all.asOf,
            );
          }),
      },
    },
    close: () => {},
  };
}
