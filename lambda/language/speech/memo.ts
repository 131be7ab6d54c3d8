/** Sentences that were worded before, within bounds; none that holds a shopper's, a person's or an order's own words. */

import type { Reply } from '../../vocabulary/outcome';
import type { Value, ValueType } from '../../vocabulary/values';

export type Memo<T> = {
  /** null: not to be kept. `way`: how it is worded. `products`: how many are told apart; a name depends on the others. */
  keyOf(reply: Reply, way: string, products: number): string | null;
  get(key: string): T | undefined;
  set(key: string, made: T): void;
};

/** A locale's sentences with the values of one shop's day are some hundreds; more are values that hardly recur. */
const MOST = 1_000;

/** Names, orders, references, addresses and what people wrote are somebody's own: they are worded each time. */
const KEPT: Readonly<Record<ValueType, boolean>> = {
  number: true,
  money: true,
  day: true,
  days: true,
  period: true,
  window: true,
  hours: true,
  age: true,
  span: true,
  rhythm: true,
  product: true,
  amount: true,
  country: true,
  currency: true,
  topic: true,
  remedy: true,
  list: true,
  name: false,
  order: false,
  digits: false,
  place: false,
  means: false,
  shown: false,
  quote: false,
  spelling: false,
  phone: false,
  passage: true,
};

export function memoOf<T>(): Memo<T> {
  const made = new Map<string, T>();
  return {
    keyOf({ key, with: values }, way, products) {
      const isKept = products <= 1 && Object.values(values).every(isAnybodys);
      return isKept ? `${key}.${way} ${JSON.stringify(values)}` : null;
    },
    get: (key) => made.get(key),
    set(key, one) {
      if (made.size >= MOST) made.clear();
      made.set(key, one);
    },
  };
}

function isAnybodys(value: Value): boolean {
  return value.type === 'list' ? value.items.every(isAnybodys) : KEPT[value.type];
}
