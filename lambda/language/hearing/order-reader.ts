/** The small words of an order, ready to be read. */

import { type CountWords, countWords } from './numbers';
import { onceFor } from './once';
import type { OrderWords } from './order-words';
import { expand } from './sentences';
import { type Phrases, phrases, readPhrase, type Words } from './words';

type Key = Exclude<keyof OrderWords, 'decimal' | 'packOf' | 'numbered' | 'tools' | 'variants' | 'wishes'>;
export type OrderReader = { readonly [K in Key]: Phrases<true> } & {
  readonly decimal: '.' | ',';
  /** Ask for goods: "order", "i want". */
  readonly asks: Phrases<true>;
  readonly packBefore: Phrases<true>;
  readonly packAfter: Phrases<true>;
  readonly numbers: CountWords;
  /** "Blue" to "colour-blue". */
  readonly variants: Phrases<string>;
};

export const orderReader = onceFor(readerOf);

function readerOf(words: Words): OrderReader {
  const { order, deeds, apostrophe } = words;
  const keyed = (texts: readonly string[]) =>
    phrases(
      texts.map((text) => [text, true] as const),
      apostrophe,
    );
  return {
    decimal: order.decimal,
    asks: keyed([...deeds, ...order.wishes]),
    one: keyed(order.one),
    half: keyed(order.half),
    andHalf: keyed(order.andHalf),
    minus: keyed(order.minus),
    times: keyed(order.times),
    packBefore: keyed(order.packOf.before),
    packAfter: keyed(order.packOf.after),
    and: keyed(order.and),
    or: keyed(order.or),
    vague: keyed(order.vague),
    instead: keyed(order.instead),
    but: keyed(order.but),
    except: keyed(order.except),
    swap: keyed(order.swap),
    swapFor: keyed(order.swapFor),
    idle: keyed(order.idle),
    tail: keyed(order.tail),
    because: keyed(order.because),
    to: keyed(order.to),
    toKnown: keyed(order.toKnown),
    made: keyed(order.made),
    sizes: keyed(order.sizes),
    on: keyed(order.on),
    by: keyed(order.by),
    delivery: keyed(order.delivery),
    numbers: countWords(words),
    variants: phrases(
      Object.entries(order.variants).flatMap(([id, texts]) => texts.flatMap(expand).map((text) => [text, id] as const)),
      apostrophe,
    ),
  };
}

/** The number of a size: "4" in "size 4". */
export function isOfSize({ sizes }: Pick<OrderReader, 'sizes'>, said: readonly string[], from: number): boolean {
  return from > 0 && readPhrase(sizes, said, from - 1)?.length === 1;
}
