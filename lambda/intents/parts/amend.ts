/** What an answer changes of a purchase that is being made: its goods, their number, where they go. Data in, data out. */

import type { Slot, Slots } from '../../vocabulary/heard';
import { linesIn } from '../../vocabulary/lines';
import { atPlace } from '../../vocabulary/places';
import { type Amended, added, eachCounted, goods, hasProduct, lineOf, named } from './amend-lines';
import type { Basket, BasketLine } from './basket';

/** What there is to choose from besides what is in the basket. */
export type Choices = {
  /** The goods that were offered, in their order; else those of the same kind. */
  readonly among: readonly string[];
  /** Whether the shopper heard these one after another, so that "the second" means something. */
  readonly offered: boolean;
  /** Today's prices, by product. */
  readonly prices: ReadonlyMap<string, number>;
};

/** null: it changes nothing of the goods. */
export function amended(slots: Slots, basket: Basket, choices: Choices): Amended | null {
  const change = (slots.change ?? slots.amend)?.ids[0];
  const at = slots.ordinal?.ordinal ?? slots.product?.ordinal;
  if (at !== undefined && !isOfBasket(slots, basket, choices))
    return instead(choices.offered ? atPlace(choices.among, at) : undefined, basket);
  switch (change) {
    case 'each':
      return eachTo(slots.quantity, basket);
    case 'double':
      return counted(slots, basket, (quantity) => quantity * 2);
    case 'more':
      return moreOf(slots, basket);
    case 'less':
      return stepped(slots, basket, -1);
    case 'other':
      return others(slots, basket, choices);
    case 'cheaper':
      return cheaper(basket, choices);
    case 'both':
      return both(basket, choices);
    case 'drop':
    case 'except':
      return slots.quantity && !slots.product ? stepped(slots, basket, -1) : without(slots, basket);
    case 'only':
      return only(slots, basket);
    case 'add':
      return hasNews(slots) ? added(slots, basket, change) : moreOf(slots, basket);
    case 'also':
      return added(slots, basket, change);
    case 'instead':
      return swapped(slots, basket);
    // None of the shopper's addresses.
    case 'work':
      return { kind: 'nowhere' };
    default:
      return slots.quantity ? countedTo(slots.quantity, slots, basket) : null;
  }
}

/** What is done to what is there. */
const TO_THESE: Readonly<Record<string, true>> = {
  drop: true,
  except: true,
  only: true,
  more: true,
  less: true,
  double: true,
  each: true,
};

/** "Remove the second one", of several that are being bought, is none of those it was chosen from. */
function isOfBasket({ change, amend, quantity }: Slots, { lines }: Basket, { offered }: Choices): boolean {
  const deed = (change ?? amend)?.ids[0];
  return (lines.length > 1 || !offered) && (deed ? TO_THESE[deed] === true : quantity !== undefined);
}

/** "Add three" names none: three more of what is there. */
function hasNews(slots: Slots): boolean {
  return slots.quantity === undefined || linesIn(slots).some(hasProduct);
}

/** "Two more": so many of what is there; of what is not, that comes to it. */
function moreOf(slots: Slots, basket: Basket): Amended {
  const { product } = slots;
  if (product && product.ids.length > 0 && named(product, basket).length === 0) return added(slots, basket, 'add');
  return stepped(slots, basket, 1);
}

/** So many more or fewer of it; one where no number was said. */
function stepped(slots: Slots, basket: Basket, sign: 1 | -1): Amended {
  const by = slots.quantity ? countIn(slots.quantity) : 1;
  return by === null ? { kind: 'unclear' } : counted(slots, basket, (quantity) => quantity + sign * by);
}

/** null: it was not heard as a number of things, and takes nothing away. */
function countIn({ number = 0 }: Slot): number | null {
  return Number.isInteger(number) && number > 0 ? number : null;
}

function counted({ product }: Slots, basket: Basket, next: (quantity: number) => number): Amended {
  const meant = product ? named(product, basket) : basket.lines;
  const [one, ...more] = meant;
  if (!one || more.length > 0) return { kind: 'unclear' };
  const quantity = next(one.quantity);
  if (quantity < 0) return { kind: 'fewer' };
  if (quantity < 1) return dropped([one], basket);
  return changedTo(
    basket.lines.map((line) => (line === one ? { ...line, quantity } : line)),
    basket,
  );
}

function countedTo(said: Slot, slots: Slots, basket: Basket): Amended {
  const number = countIn(said);
  return number === null ? { kind: 'unclear' } : counted(slots, basket, () => number);
}

/** "Three of each". */
function eachTo(said: Slot | undefined, basket: Basket): Amended {
  const quantity = said ? countIn(said) : null;
  if (quantity === null) return { kind: 'unclear' };
  return changedTo(
    basket.lines.map((line) => ({ ...line, quantity })),
    basket,
  );
}

function changedTo(lines: readonly BasketLine[], basket: Basket): Amended {
  return lines.length === 0 ? { kind: 'nothing' } : { kind: 'basket', basket: { ...basket, lines } };
}

function dropped(gone: readonly BasketLine[], basket: Basket): Amended {
  return changedTo(
    basket.lines.filter((line) => !gone.includes(line)),
    basket,
  );
}

function without({ product }: Slots, basket: Basket): Amended {
  const gone = product ? named(product, basket) : basket.lines;
  if (product && gone.length === 0) return { kind: 'absent', product };
  return gone.length === 0 ? { kind: 'none' } : dropped(gone, basket);
}

/** Both that are being bought are there; else both that were offered. */
function both(basket: Basket, { among, offered }: Choices): Amended {
  if (basket.lines.length === 2) return { kind: 'basket', basket };
  return offered && among.length > 1 ? goods(among.slice(0, 2).map(lineOf), basket) : { kind: 'none' };
}

/** "Just the dog food": of these goods, or these instead. */
function only(slots: Slots, basket: Basket): Amended {
  const stay = linesIn(slots)
    .filter(hasProduct)
    .flatMap(({ product }) => named(product, basket));
  return stay.length > 0 ? changedTo(stay, basket) : swapped(slots, basket);
}

function swapped(slots: Slots, basket: Basket): Amended {
  // "Rather three" says how many of it.
  if (slots.quantity && !slots.product) return countedTo(slots.quantity, slots, basket);
  const news = linesIn(slots).filter(hasProduct);
  if (news.length === 0) return { kind: 'none' };
  const counted = eachCounted(slots, basket);
  if (counted) return counted;
  return basket.lines.length === 1 ? goods(news, basket) : { kind: 'unclear' };
}

function instead(productId: string | undefined, basket: Basket): Amended {
  if (!productId) return { kind: 'none' };
  return basket.lines.length === 1 ? goods([lineOf(productId)], basket) : { kind: 'unclear' };
}

/** null: "the other tea" is none of what is there. */
function others({ product }: Slots, basket: Basket, { among }: Choices): Amended | null {
  if (product && named(product, basket).length === 0) return null;
  const [current, ...more] = basket.lines;
  if (!current || more.length > 0) return { kind: 'unclear' };
  const left = among.filter((id) => id !== current.productId);
  return left.length === 0 ? { kind: 'none' } : goods([{ product: { said: '', ids: left } }], basket);
}

function cheaper(basket: Basket, choices: Choices): Amended {
  const [current, ...more] = basket.lines;
  if (!current || more.length > 0) return { kind: 'unclear' };
  const best = cheapestThan(current.productId, choices);
  return best ? instead(best.id, basket) : { kind: 'cheapest' };
}

/** What costs the least of what there is to choose from, and less than this; `price` in minor units. */
export function cheapestThan(productId: string, { among, prices }: Choices) {
  const now = prices.get(productId) ?? 0;
  const [best] = among
    .flatMap((id) => [{ id, price: prices.get(id) ?? Number.POSITIVE_INFINITY }])
    .filter(({ price }) => price < now)
    .sort((one, two) => one.price - two.price);
  return best;
}
