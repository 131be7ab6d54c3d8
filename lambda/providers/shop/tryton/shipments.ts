/** What of an order has left the warehouse: Tryton ships moves, a part of an order at a time, and packs them or not. */

import * as z from 'zod/mini';
import { type Call, ok, type Result } from '../../../services/commerce/call';
import type { Stage } from '../../../services/commerce/orders';
import type { PackedParcel } from '../../../services/commerce/packed';
import type { PlainDate } from '../../../vocabulary/values';
import type { TrytonClient, TrytonReading } from './client';
import { date } from './values';

const code = z.nullable(z.object({ code: z.nullable(z.string()) }));
const move = z.object({
  ...{ id: z.int(), state: z.string(), quantity: z.number(), origin: z.nullable(z.string()) },
  ...{ shipment: z.nullable(z.string()), product: z.int(), 'product.': code },
});
const party = z.nullish(z.object({ 'party.': z.nullable(z.object({ name: z.nullable(z.string()) })) }));
const left = { planned_date: z.nullish(date), effective_date: z.nullish(date) };
const shipment = z.object({ id: z.int(), state: z.string(), ...left, 'carrier.': party });
const pack = z.object({
  ...{ id: z.int(), moves: z.array(z.int()) },
  ...{ shipping_reference: z.nullish(z.string()), shipping_tracking_url: z.nullish(z.string()) },
});

type Move = z.infer<typeof move>;

/** Tryton's own, and its modules': it knows of no parcel whether it has arrived. What is cancelled is no parcel. */
const STAGES: Readonly<Record<string, Stage>> = {
  ...{ draft: 'preparing', waiting: 'preparing', assigned: 'preparing', picked: 'preparing', packed: 'preparing' },
  ...{ shipped: 'shipped', done: 'shipped' },
};

const OUT = 'stock.shipment.out';

export type Shipped = {
  /** The ids of each sale's lines, by the sale. */
  readonly lines: ReadonlyMap<number, readonly number[]>;
  /** What goods go by: the code the merchant gave them, or Tryton's own id. */
  readonly goodsBy: 'code' | 'id';
  /** When it is there, by the day on which it leaves; absent: nobody knows. */
  readonly expected?: (leaves: PlainDate) => PlainDate;
};

/** The parcels of some sales, by the sale. */
export async function shippedOf(
  client: TrytonClient,
  { lines, goodsBy, expected }: Shipped,
  call: Call,
): Promise<Result<ReadonlyMap<number, readonly PackedParcel[]>>> {
  const origins = [...lines.values()].flat().map((id) => `sale.line,${id}`);
  if (origins.length === 0) return ok(new Map(), client.now());
  const fields = [...['state', 'quantity', 'origin'], ...['shipment', 'product', 'product.code']];
  const moves = await client.read(
    { model: 'stock.move', shape: move, where: [['origin', 'in', origins]], fields },
    call,
  );
  if (!moves.ok) return moves;
  const live = moves.value.filter(({ state }) => state !== 'cancelled');
  const around = await aroundOf(client, live, call);
  if (!around.ok) return around;
  const told = [...lines].map(([sale, ids]) => {
    const own = new Set(ids.map((id) => `sale.line,${id}`));
    const theirs = live.filter(({ origin }) => origin !== null && own.has(origin));
    return [sale, parcelsOf(theirs, around.value, { goodsBy, expected })] as const;
  });
  return ok(new Map(told), around.asOf);
}

type Around = { readonly sent: readonly z.infer<typeof shipment>[]; readonly packs: readonly z.infer<typeof pack>[] };

async function aroundOf(client: TrytonClient, moves: readonly Move[], call: Call): Promise<Result<Around>> {
  const ids = [...new Set(moves.flatMap((one) => sentWith(one.shipment) ?? []))];
  if (ids.length === 0) return ok({ sent: [], packs: [] }, client.now());
  const sending = {
    model: OUT,
    shape: shipment,
    where: [['id', 'in', ids]],
    fields: ['state', 'planned_date', 'effective_date'],
  };
  const packed = [['moves', 'in', moves.map(({ id }) => id)]];
  const packing = { model: 'stock.package', shape: pack, where: packed, fields: ['moves'] };
  const [sent, packs] = await Promise.all([
    readMore(client, { ...sending, more: ['carrier.party.name'] }, call),
    readMore(client, { ...packing, more: ['shipping_reference', 'shipping_tracking_url'] }, call),
  ]);
  return sent.ok ? ok({ sent: sent.value, packs: packs.ok ? packs.value : [] }, sent.asOf) : sent;
}

/** `more`: fields of modules that a Tryton may lack: what they would say is left out then. */
async function readMore<T>(
  client: TrytonClient,
  { more, ...reading }: TrytonReading<T> & { readonly more: readonly string[] },
  call: Call,
): Promise<Result<readonly T[]>> {
  const all = await client.read({ ...reading, fields: [...reading.fields, ...more] }, call);
  return all.ok || all.error.kind !== 'unavailable' ? all : client.read(reading, call);
}

type Telling = Pick<Shipped, 'goodsBy'> & { readonly expected: Shipped['expected'] | undefined };

/** A parcel for each package; what of a shipment is in none is one. */
function parcelsOf(moves: readonly Move[], { sent, packs }: Around, telling: Telling): readonly PackedParcel[] {
  return [...sent]
    .sort((a, b) => a.id - b.id)
    .flatMap((one): readonly PackedParcel[] => {
      const held = moves.filter((each) => sentWith(each.shipment) === one.id);
      if (one.state === 'cancelled' || held.length === 0) return [];
      const parcel = (id: string, inside: readonly Move[]) => parcelOf(one, { id, inside, telling });
      const parcels = packs.flatMap((each): readonly PackedParcel[] => {
        const inside = held.filter(({ id }) => each.moves.includes(id));
        const { shipping_reference: number, shipping_tracking_url: url } = each;
        const named = {
          ...parcel(`${one.id}-${each.id}`, inside),
          ...(number ? { trackingNumber: number } : {}),
          ...(url?.startsWith('https://') ? { trackingUrl: url } : {}),
        };
        return inside.length > 0 ? [named] : [];
      });
      const loose = held.filter(({ id }) => !packs.some((each) => each.moves.includes(id)));
      return loose.length > 0 ? [...parcels, parcel(`${one.id}`, loose)] : parcels;
    });
}

type Inside = { readonly id: string; readonly inside: readonly Move[]; readonly telling: Telling };

function parcelOf(one: Around['sent'][number], { id, inside, telling }: Inside): PackedParcel {
  const carrier = one['carrier.']?.['party.']?.name;
  const stage = Object.hasOwn(STAGES, one.state) ? (STAGES[one.state] ?? 'unknown') : 'unknown';
  const leaves = one.effective_date ?? one.planned_date;
  return {
    ...{ id, stage, goods: [...countsOf(inside, telling)].map(([of, quantity]) => ({ code: of, quantity })) },
    ...(carrier ? { carrier } : {}),
    ...(leaves && telling.expected ? { expected: telling.expected(leaves) } : {}),
  };
}

function countsOf(moves: readonly Move[], { goodsBy }: Telling): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { quantity, product, 'product.': named } of moves) {
    const of = goodsBy === 'id' ? `${product}` : (named?.code ?? '');
    counts.set(of, (counts.get(of) ?? 0) + quantity);
  }
  return counts;
}

/** "stock.shipment.out,5" is the fifth of these; null: it goes with another, or with none. */
function sentWith(reference: string | null): number | null {
  const [model, id] = reference?.split(',') ?? [];
  return model === OUT && id !== undefined && Number(id) > 0 ? Number(id) : null;
}
