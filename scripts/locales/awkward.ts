/** Values that trip up sentences: none, one, few, many, broken, huge; names with signs, apostrophes and another script. */

import type { PlainDate, Value, ValueOf, Values, ValueType } from '../../lambda/vocabulary/values';

type Awkward = { readonly number: number; readonly name: string };

const NUMBERS = [0, 1, 2, 5, 12, 22, 1.5, 1_000_000] as const;
const NAMES = ["L'Oréal & Co", 'Тётя Зинаида', 'Øyvind d’Arc'] as const;

export const AWKWARD: readonly Awkward[] = NUMBERS.map((number, at) => ({
  number,
  name: NAMES[at % NAMES.length] ?? NAMES[0],
}));

/** A Sunday; what is near has the longest weekdays, what is far a long date. */
const TODAY: PlainDate = '2026-08-30';
const BEFORE: PlainDate = '2026-07-28';
const NEAR: PlainDate = '2026-09-02';
const FAR: PlainDate = '2026-09-30';

/** Pieces are whole, and there is at least one. */
const whole = ({ number }: Awkward) => Math.max(1, Math.ceil(number));
const euros = ({ number }: Awkward) => ({ minor: Math.round(number * 100) + (number > 1 ? 85 : 0), currency: 'EUR' });
const product = ({ name, number }: Awkward) =>
  ({
    title: `${name} Ground Coffee 250 g`,
    pack: { kind: 'bag', size: { amount: Math.max(1, number), unit: 'gram' } },
  }) as const;

const MADE: { readonly [T in ValueType]: (awkward: Awkward) => ValueOf<T> } = {
  name: ({ name }) => ({ type: 'name', name }),
  number: ({ number }) => ({ type: 'number', number }),
  money: (awkward) => ({ type: 'money', money: euros(awkward) }),
  day: ({ number }) => ({ type: 'day', day: number > 5 ? FAR : NEAR, today: TODAY }),
  days: ({ number }) => ({ type: 'days', from: NEAR, to: number > 5 ? FAR : NEAR, today: TODAY }),
  period: () => ({ type: 'period', from: '2026-07-01', to: '2026-07-31', today: TODAY }),
  window: ({ number }) => ({ type: 'window', from: 14 * 60, to: 14 * 60 + (number > 1 ? 125 : 0) }),
  hours: ({ number }) => ({ type: 'hours', from: 9 * 60 + 30, to: number > 1 ? 18 * 60 : null }),
  age: ({ number }) => ({ type: 'age', minutes: Math.round(number * 60) }),
  span: (awkward) => ({ type: 'span', days: Math.min(whole(awkward), 400) }),
  rhythm: (awkward) => ({ type: 'rhythm', days: Math.min(whole(awkward), 400) }),
  product: (awkward) => ({ type: 'product', product: product(awkward) }),
  amount: (awkward) => ({ type: 'amount', product: product(awkward), quantity: whole(awkward) }),
  order: (awkward) => ({
    ...{ type: 'order', number: 'W-1042', product: product(awkward), others: Math.floor(awkward.number) },
    ...{ placed: BEFORE, today: TODAY },
  }),
  digits: () => ({ type: 'digits', digits: '1042', full: 'W-1042' }),
  place: ({ name, number }) => ({ type: 'place', label: number > 2 ? name : 'home' }),
  country: ({ number }) => ({ type: 'country', code: number > 2 ? 'US' : 'IT' }),
  currency: ({ number }) => ({ type: 'currency', code: number > 2 ? 'CZK' : 'EUR' }),
  topic: ({ number }) => ({ type: 'topic', intent: number > 2 ? 'ReturnRefund' : 'OrderStatus' }),
  remedy: (awkward) => ({ type: 'remedy', remedy: 'refund', amount: euros(awkward), pieces: whole(awkward) }),
  means: ({ name }) => ({ type: 'means', means: { kind: 'card', name, last: '4242' } }),
  spelling: () => ({ type: 'spelling', text: 'W1042' }),
  phone: () => ({ type: 'phone', number: '+39 02 1234 5678' }),
  shown: () => ({ type: 'shown', text: 'https://willow-market.example/r/1042' }),
  quote: ({ name }) => ({ type: 'quote', text: `${name}: a new bag is on its way` }),
  passage: () => ({ type: 'passage', voice: 'We are open from nine to six.', text: 'We are open from 9:00 to 18:00.' }),
  list: (awkward) => ({
    type: 'list',
    join: 'and',
    items: [
      { type: 'product', product: product(awkward) },
      { type: 'product', product: { title: 'Green Tea 20 bags' } },
    ],
  }),
};

/** Values of these kinds, all of them awkward in the same way. */
export function awkwardValues(kinds: Readonly<Record<string, ValueType>>, awkward: Awkward): Values {
  const join = 'count' in kinds && awkward.number > 0 ? 'more' : 'or';
  const entries = Object.entries(kinds).map(([name, type]): [string, Value] => {
    const value = made(type, awkward);
    return [name, name === 'options' && value.type === 'list' ? { ...value, join } : value];
  });
  return Object.fromEntries(entries);
}

function made(type: ValueType, awkward: Awkward): Value {
  return MADE[type](awkward);
}
