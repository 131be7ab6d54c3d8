/** How many of what was bought is meant: "two of the three bags". Never more than was bought, and asked for where it is not clear of what. */

import * as z from 'zod/mini';
import type { OrderPart } from '../../services/care/care';
import { wholeOf } from '../../services/care/worth';
import type { Order, OrderLine } from '../../services/commerce/orders';
import { shapeOf } from '../../services/shape';
import type { Slots } from '../../vocabulary/heard';
import type { ValueOf } from '../../vocabulary/values';
import { type Acted, ask, done, type Part, type ShopperScene } from '../kit/define';
import { optionOf } from '../kit/goods';
import { amountOf } from './cart-words';
import { goodsMeant, SLOT } from './which-order';

export const PIECES_SLOTS = { pieces: 'Pieces', unit: 'Unit' } as const;

/** "Just two of them" is heard as one of these, whichever of them asks. */
export const PIECES_HEARD = ['CancelOrder', 'ReturnRefund', 'DeliveryProblem', 'Reorder'] as const;
const ASKING = ['CancelOrder', 'ReturnRefund'] as const;
type PiecesIntent = (typeof ASKING)[number];

/** As many as were said of so many that were bought; null: none were said, or more than there were. */
export function piecesOf({ pieces }: Slots, bought: number): number | null {
  const id = pieces?.ids[0];
  const said = id === 'all' ? bought : Number(id);
  return Number.isInteger(said) && said > 0 && said <= bought ? said : null;
}

/** A bare number is one of pieces, in whichever slot it was heard. */
export function countedIn(slots: Slots): Slots {
  const { quantity, ...others } = slots;
  const number = quantity?.number;
  return slots.pieces || number === undefined
    ? slots
    : { ...others, pieces: { said: quantity?.said ?? '', ids: [String(number)] } };
}

/** A number and nothing else: it is about what is being asked. */
export function isOnlyPieces(slots: Slots): boolean {
  const named = Object.entries(slots).filter(([name, { refers }]) => !(refers || name in PIECES_SLOTS));
  return slots.pieces !== undefined && named.length === 0;
}

/** What was named, and how many of it; null: the whole order. */
export function partOf(order: Order, slots: Slots): readonly OrderPart[] | null {
  const goods = goodsMeant(slots, [order]);
  const named = order.lines.filter(({ product }) => goods?.has(product.id));
  const lines = named.length > 0 ? named : order.lines;
  const [only, ...others] = lines;
  const pieces = only && others.length === 0 ? piecesOf(slots, only.quantity) : null;
  const parts = only && pieces ? [{ productId: only.product.id, quantity: pieces }] : wholeOf(lines);
  return isWhole(order, parts) ? null : parts;
}

function isWhole({ lines }: Order, parts: readonly OrderPart[]): boolean {
  return lines.every(({ product, quantity }) =>
    parts.some((part) => part.productId === product.id && part.quantity >= quantity),
  );
}

/** With how many: "Bella Roma ground coffee, two bags"; of several goods, all there is of each is meant where no number is said. */
export function amountsOf(order: Order, parts: readonly OrderPart[]): ValueOf<'list'> {
  const items = parts.flatMap(({ productId, quantity }): ValueOf<'list'>['items'] => {
    const line = order.lines.find(({ product }) => product.id === productId);
    if (!line) return [];
    const isAll = parts.length > 1 && quantity === line.quantity;
    return [isAll ? { type: 'product', product: line.product.name } : amountOf({ product: line.product, quantity })];
  });
  return { type: 'list', items, join: 'and' };
}

type OfWhich = { readonly intent: PiecesIntent; readonly number: string; readonly slots: Slots };

const ofWhich = ask<OfWhich, { options: 'list' }, ShopperScene>({
  id: 'Pieces.ofWhich',
  state: shapeOf<OfWhich>(z.object({ intent: z.enum(ASKING), number: z.string(), slots: z.record(z.string(), SLOT) })),
  commits: false,
  with: { options: 'list' },
  expects: ['ordinal', 'product'],
  amendedBy: ['Reorder', 'CancelOrder', 'ReturnRefund'],
  ifLeft: 'drop',
  async answer(answer, { intent, number, slots }) {
    if (answer.kind === 'no') return done();
    const product =
      answer.kind === 'option' ? { said: '', ids: [answer.option] } : answer.kind === 'slots' && answer.slots.product;
    if (!product) return null;
    return { instead: { intent, slots: { ...slots, product, orderNumber: { said: number, ids: [] } } } };
  },
});

export const Pieces: Part = { name: 'Pieces', personal: true, says: {}, asks: { ofWhich } };

/** Asks of which goods so many are meant; null: it is clear. */
export function unclearPieces(order: Order, slots: Slots, intent: PiecesIntent): Acted | null {
  const id = slots.pieces?.ids[0];
  const lines = linesMeant(order, slots);
  if (id === undefined || id === 'all' || lines.length < 2) return null;
  const options = lines.slice(0, 3).map(({ product }) => optionOf(product));
  const list = { type: 'list', items: options.map(({ label }) => label), join: 'or' } as const;
  return { replies: [], ending: ofWhich.put({ options: list }, { intent, number: order.number, slots }, options) };
}

function linesMeant(order: Order, slots: Slots): readonly OrderLine[] {
  const goods = goodsMeant(slots, [order]);
  return order.lines.filter(({ product }) => !goods || goods.has(product.id));
}
