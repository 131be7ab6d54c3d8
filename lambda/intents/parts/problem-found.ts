/** What a complaint is about: the order and the line, found by what was said, what was talked about, and what came lately. */

import * as z from 'zod/mini';
import { DELIVERY_TROUBLES, type DeliveryTrouble, REMEDIES, type Remedy } from '../../services/care/policy';
import { parcelOf, stageOf } from '../../services/care/worth';
import type { Order, OrderLine } from '../../services/commerce/orders';
import { shapeOf } from '../../services/shape';
import type { Slots } from '../../vocabulary/heard';
import type { PlainDate } from '../../vocabulary/values';
import type { ShopperScene } from '../kit/define';
import { byAge, goodsMeant, isUnderWay, ordersLike } from './which-order';

/** One line of an order that something may be wrong with. */
export type Suspect = { readonly order: Order; readonly line: OrderLine };

/** Of which it is asked how many. `remedy`: what was wished of it meanwhile; absent: nothing yet. */
export type Counted = {
  readonly orderId: string;
  readonly productId: string;
  readonly trouble: DeliveryTrouble;
  readonly remedy?: Remedy | undefined;
};

export const isCounted = shapeOf<Counted>(
  z.object({
    orderId: z.string(),
    productId: z.string(),
    trouble: z.enum(DELIVERY_TROUBLES),
    remedy: z.optional(z.enum(REMEDIES)),
  }),
);

/** "Send a new one"; undefined: nothing that can be done. */
export function remedyIn({ remedy }: Slots): Remedy | undefined {
  return REMEDIES.find((one) => one === remedy?.ids[0]);
}

/** What can only be wrong with goods that are there. */
const IN_THE_BOX: Readonly<Record<DeliveryTrouble, boolean>> = {
  damaged: true,
  defective: true,
  spoiled: true,
  missing: true,
  wrong: true,
  late: false,
  lost: false,
};

export function isInTheBox(trouble: DeliveryTrouble): boolean {
  return IN_THE_BOX[trouble];
}

/** When it came; null: it has not, or nobody wrote it down. */
export function cameOn({ order, line }: Suspect): PlainDate | null {
  const held = order.parcels.filter(({ productIds }) => productIds.includes(line.product.id));
  return held.findLast(({ deliveredOn }) => deliveredOn)?.deliveredOn ?? null;
}

/** What an answer to "which one?" says of it; null: nothing. */
export function namedIn({ product, date }: Slots): Slots | null {
  if (!product && !date) return null;
  return { ...(product ? { product } : {}), ...(date ? { date } : {}) };
}

const DAY_MS = 24 * 3_600_000;

export function daysSince(day: PlainDate, today: PlainDate): number {
  return Math.round((Date.parse(today) - Date.parse(day)) / DAY_MS);
}

/** It came once, whatever was sent after it. */
function hasCome({ order, line }: Suspect): boolean {
  const { id } = line.product;
  const isIn = order.parcels.some((parcel) => parcel.stage === 'delivered' && parcel.productIds.includes(id));
  return isIn || stageOf(order, id) === 'delivered';
}

/** Nothing was said of which: what came this lately is meant, if it is but one. */
const LATELY_DAYS = 7;

/** Those that fit, the latest first; more than one has to be asked about. */
export function suspects(slots: Slots, trouble: DeliveryTrouble, orders: readonly Order[], scene: ShopperScene) {
  const about = withTopic(slots, orders, scene);
  const goods = goodsMeant(about, orders);
  const all = ordersLike(about, orders).flatMap((order) =>
    order.lines.filter(({ product }) => !goods || goods.has(product.id)).map((line): Suspect => ({ order, line })),
  );
  const fitting = asCounted(all, slots);
  const here = fitting.filter(hasCome);
  if (!isInTheBox(trouble)) return notHere(all, here);
  const [newest] = here;
  // The same goods of an earlier order are not what came last.
  if (goods || slots.orderNumber || byAge(slots, here))
    return newest ? here.filter(({ order }) => order.id === newest.order.id) : [];
  const { report } = scene.services.merchant.policy;
  const within = (days: number) => here.filter((one) => since(one) <= days);
  const lately = within(Math.min(LATELY_DAYS, report.days[trouble]));
  return lately.length === 1 ? lately : newestOfEach(within(report.days[trouble]));
}

/** Two of one name nobody can choose between: the same goods of an earlier order are not what came last. */
function newestOfEach(found: readonly Suspect[]): readonly Suspect[] {
  return found.filter((one, at) => found.findIndex(({ line }) => line.product.id === one.line.product.id) === at);
}

/** "Two of the tins": those that come in tins, and of which there were two; all, where that fits none. */
function asCounted(all: readonly Suspect[], { pieces, unit }: Slots): readonly Suspect[] {
  const most = Number(pieces?.ids[0]);
  // "Il pacco è rotto": the word for a pack is that for a parcel, unless somebody counts them.
  const kind = unit?.ids[0] === 'pack' && !pieces ? undefined : unit?.ids[0];
  const ofKind = kind ? all.filter(({ line }) => line.product.name.pack?.kind === kind) : all;
  const those = ofKind.length > 0 ? ofKind : all;
  const enough = those.filter(({ line }) => !(line.quantity < most));
  return enough.length > 0 ? enough : those;
}

function since(one: Suspect): number {
  const day = cameOn(one);
  return day ? daysSince(day, one.order.today) : Number.POSITIVE_INFINITY;
}

/** On its way, else what is said to have come. */
function notHere(all: readonly Suspect[], here: readonly Suspect[]): readonly Suspect[] {
  const coming = all.filter(({ order }) => isUnderWay(order));
  const [newest] = here;
  if (coming.length > 0) return coming;
  return newest ? here.filter(({ order }) => order.id === newest.order.id) : [];
}

/** "The last bag was torn", of the goods that were talked about. */
function withTopic(slots: Slots, orders: readonly Order[], { memory }: ShopperScene): Slots {
  const { productId, product } = memory.topic;
  const isSaid = slots.product || slots.orderNumber || slots.date;
  const isBought = orders.some(({ lines }) => lines.some((line) => line.product.id === productId));
  if (isSaid || !productId || !product || !isBought) return slots;
  return { ...slots, product: { said: product.voiceTitle ?? product.title, ids: [productId] } };
}

/** The parcel is late: its promised day is over, and it is not here. */
export function isOverdue({ order, line }: Suspect): boolean {
  const parcel = parcelOf(order, line.product.id);
  const due = parcel?.promised ?? parcel?.expected ?? order.expected;
  return isUnderWay(order) && stageOf(order, line.product.id) !== 'delivered' && due !== undefined && order.today > due;
}

/** What is late is one parcel's matter, however many lines are in it. */
export function onePerOrder(found: readonly Suspect[]): readonly Suspect[] {
  const overdue = found.filter(isOverdue);
  const those = overdue.length > 0 ? overdue : found;
  return [...new Map(those.map((one) => [one.order.id, one])).values()];
}

export function idOf({ order, line }: Suspect): string {
  return `${order.id} ${line.product.id}`;
}

/** Nobody said what is wrong, and there is one that should have come by now. */
export async function overdueOf(slots: Slots, scene: ShopperScene): Promise<DeliveryTrouble | null> {
  const orders = await scene.services.shop.history.orders({ limit: 100 }, scene.call);
  if (!orders.ok) return null;
  return suspects(slots, 'late', orders.value, scene).some(isOverdue) ? 'late' : null;
}
