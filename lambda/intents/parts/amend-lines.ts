/** The goods of a purchase and those that are to come to them, as lines that are ordered anew. */

import type { Slot, Slots } from '../../vocabulary/heard';
import { LINES, linesIn, slotsOfLines } from '../../vocabulary/lines';
import { atPlace } from '../../vocabulary/places';
import type { Basket, BasketLine } from './basket';

export type Amended =
  | { readonly kind: 'basket'; readonly basket: Basket }
  /** Goods that have to be found out: an order of its own, line by line. */
  | { readonly kind: 'goods'; readonly slots: Slots }
  /** Nothing is left of it. */
  | { readonly kind: 'nothing' }
  /** It cannot be done: of several goods it is not clear which, or there is no such thing. */
  | { readonly kind: 'unclear' }
  | { readonly kind: 'none' }
  /** More are to go than there are. */
  | { readonly kind: 'fewer' }
  /** What is not in it cannot go. */
  | { readonly kind: 'absent'; readonly product: Slot }
  | { readonly kind: 'cheapest' }
  | { readonly kind: 'nowhere' };

type Line = { readonly product: Slot; readonly quantity?: Slot; readonly unit?: Slot };

export function lineOf(productId: string): Line {
  return { product: { said: '', ids: [productId] } };
}

/** The same goods with the same number, and where and how they go, as an order that is said anew. */
export function goods(lines: readonly Line[], { speed }: Basket): Amended {
  return {
    kind: 'goods',
    slots: { ...slotsOfLines(lines.slice(0, LINES.length)), ...(speed ? { speed: { said: '', ids: [speed] } } : {}) },
  };
}

export function hasProduct<L extends { readonly product?: Slot }>(line: L): line is L & Line {
  return line.product !== undefined;
}

export function named({ ids, ordinal }: Slot, { lines }: Basket): readonly BasketLine[] {
  if (ids.length === 0 && ordinal !== undefined) return [atPlace(lines, ordinal) ?? []].flat();
  return lines.filter(({ productId }) => ids.includes(productId));
}

export function keptLine({ productId, quantity }: BasketLine): Line {
  return { ...lineOf(productId), quantity: { said: '', ids: [], number: quantity } };
}

/** "Two coffees and three teas": so many of what is there, and what is not comes to it; null: nothing of it is there, or something has no number. */
export function eachCounted(slots: Slots, basket: Basket): Amended | null {
  const said = linesIn(slots).filter(hasProduct);
  const isCounted = ({ quantity }: Line) => Number.isInteger(quantity?.number) && (quantity?.number ?? 0) > 0;
  const there = said.map((line) => named(line.product, basket));
  const isKnown = there.some((lines) => lines.length === 1) && there.every((lines) => lines.length <= 1);
  if (!isKnown || !said.every(isCounted)) return null;
  const lines = basket.lines.map((line) => countedIn(line, said[there.findIndex(([one]) => one === line)]));
  const news = said.filter((_, at) => there[at]?.length === 0);
  return news.length === 0
    ? { kind: 'basket', basket: { ...basket, lines } }
    : goods([...lines.map(keptIn), ...news], basket);
}

function countedIn(line: BasketLine, said: Line | undefined): BasketLine {
  const unit = said?.unit?.ids[0];
  return said ? { ...line, quantity: said.quantity?.number ?? line.quantity, ...(unit ? { unit } : {}) } : line;
}

function keptIn(line: BasketLine): Line {
  return { ...keptLine(line), ...(line.unit ? { unit: { said: '', ids: [line.unit] } } : {}) };
}

/** "Make it one and add dog food": the number is of what is there. */
export function added(slots: Slots, basket: Basket, change: 'add' | 'also'): Amended {
  if (change === 'also' && slots.quantity) return countedAndMore(slots, slots.quantity, basket);
  // "A bag and tea": the unit is of what is there, too.
  const unit = change === 'also' && !slots.product ? slots.unit : undefined;
  const said = linesIn(slots).filter(hasProduct);
  if (said.length === 0) return { kind: 'none' };
  const { lines, news } = change === 'add' ? onTop(said, basket) : { lines: basket.lines, news: said };
  if (news.length === 0) return { kind: 'basket', basket: { ...basket, lines } };
  return goods([...lines.map(keptLine).map((line) => (unit ? { ...line, unit } : line)), ...news], basket);
}

/** "Add two dog food", of which one is there: three. What is there and comes without a number stays as it is. */
function onTop(said: readonly Line[], basket: Basket) {
  let { lines } = basket;
  const news: Line[] = [];
  for (const line of said) {
    const [one, ...more] = named(line.product, basket);
    const by = line.quantity?.number ?? 0;
    if (!one || more.length > 0 || !Number.isInteger(by) || by < 1) news.push(line);
    else lines = lines.map((old) => (old.productId === one.productId ? { ...old, quantity: old.quantity + by } : old));
  }
  return { lines, news };
}

/** "Three bags and tea": three of what comes in bags, else of the only thing there is besides tea. */
function countedAndMore(slots: Slots, quantity: Slot, basket: Basket): Amended {
  const { unit, quantity: _, ...others } = slots;
  // What hearing knew by its pack has no words of its own.
  const [first, ...next] = linesIn(others).filter(hasProduct);
  const isOfIt = first?.product.said === '';
  const behind = isOfIt ? next : [first ?? [], next].flat();
  if (behind.length === 0) return { kind: 'none' };
  const isThere = (line: Line) => named(line.product, basket).length > 0;
  const rest = basket.lines.filter((line) => !behind.some((one) => named(one.product, basket).includes(line)));
  const [one, ...more] = isOfIt ? named(first.product, basket) : rest.length > 0 ? rest : basket.lines;
  if (!one || more.length > 0) return { kind: 'unclear' };
  const lines = basket.lines.map((line) => {
    const again = behind.find((other) => named(other.product, basket).includes(line));
    if (line === one) return { ...lineOf(line.productId), quantity, ...(unit ? { unit } : {}) };
    return { ...keptLine(line), ...(again?.quantity ? { quantity: again.quantity } : {}) };
  });
  return goods([...lines, ...behind.filter((line) => line.product.ids.length === 0 || !isThere(line))], basket);
}
