/** How far an order has been read, and what was found in it so far. */

import type { Slot } from '../../vocabulary/heard';
import type { Line } from '../../vocabulary/lines';
import type { OrderReader } from './order-reader';
import { meaningOf, type Sense, type Sentence, writtenIn } from './slots';
import { type Phrases, readPhrase } from './words';

/** A stretch of a sentence. */
export type Stretch = { readonly from: number; readonly to: number };
export type HeardCount = { readonly quantity: Slot; readonly unit?: Slot };

export type OrderReading = {
  readonly text: Sentence;
  readonly to: number;
  readonly sense: Sense;
  readonly order: OrderReader;
  at: number;
  /** The goods being named, and what was said of how many. */
  goods: Stretch | undefined;
  counting: HeardCount | undefined;
  /** "Two bags and tea": a number before all goods, of none of them. */
  alone: HeardCount | undefined;
  readonly lines: Line[];
  /** "Not tea": what is named now is not wanted. */
  refuses: boolean;
  /** "Don't order tea": the deed is refused, whatever it is corrected to. */
  isForbidden: boolean;
  /** "Coffee, no, tea": the next line takes the place of the last. */
  replaces: boolean;
  readonly refused: Slot[];
  readonly besides: Record<string, Slot>;
  readonly left: Stretch[];
  inTail: boolean;
};

export function startedAt(
  text: Sentence,
  { from, to }: Stretch,
  given: Pick<OrderReading, 'sense' | 'order'>,
): OrderReading {
  return {
    ...{ text, to, at: from, goods: undefined, counting: undefined, alone: undefined },
    ...{
      lines: [],
      refuses: false,
      isForbidden: false,
      replaces: false,
      refused: [],
      besides: {},
      left: [],
      inTail: false,
    },
    ...given,
  };
}

export function hasBegun({ goods, counting, lines, refused }: OrderReading): boolean {
  return goods !== undefined || counting !== undefined || lines.length > 0 || refused.length > 0;
}

export function wordsOf({ text }: OrderReading, { from, to }: Stretch): readonly string[] {
  return text.said.slice(from, to);
}

/** How many words this phrase takes here; 0: it does not stand here. */
export function lengthAt({ text }: OrderReading, phrases: Phrases<unknown>, at: number): number {
  return readPhrase(phrases, text.said, at)?.length ?? 0;
}

export function isComma({ text }: OrderReading, at: number): boolean {
  return at > 0 && /[,;]$/.test(text.written[at - 1] ?? '') && text.written[at] !== text.written[at - 1];
}

/** The goods named so far are one line, wanted or not. */
export function closeLine(reading: OrderReading): void {
  const { goods, counting, text, sense } = reading;
  reading.goods = undefined;
  reading.counting = undefined;
  if (goods) {
    const product = {
      said: writtenIn(text, goods.from, goods.to),
      ...meaningOf(sense, 'Product', wordsOf(reading, goods)),
    };
    if (reading.refuses) reading.refused.push(product);
    else addLine(reading, { product, ...counting });
  } else if (counting && !reading.refuses) addCount(reading, counting);
}

/** What the shop does not know takes nobody's place, nor gives its own up: "I want a refund for the coffee, no, the tea". */
function addLine(reading: OrderReading, line: Line): void {
  const { lines, replaces } = reading;
  const isOfGoods = [line, lines.at(-1)].every((one) => !one?.product || one.product.ids.length > 0);
  const before = replaces && line.product && isOfGoods ? lines.pop() : undefined;
  reading.replaces = false;
  const { quantity, unit } = before ?? {};
  lines.push({ ...(quantity ? { quantity } : {}), ...(unit ? { unit } : {}), ...line });
}

/** "Coffee, two": the number is of what was named just before; "not two coffees, three" is of them all the same. */
function addCount(reading: OrderReading, counting: HeardCount): void {
  const { lines, replaces, refused } = reading;
  const last = lines.at(-1);
  const product = last ? undefined : refused.pop();
  if (product) lines.push({ product, ...counting });
  if (!last && !product) reading.alone = counting;
  if (last && (replaces || !last.quantity)) lines[lines.length - 1] = { product: last.product, ...counting } as Line;
  reading.replaces = false;
}
