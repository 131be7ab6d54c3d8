/** What a word means that very many goods share: the first of them, and of those that were bought all. */

import { join } from 'node:path';
import { nameOf } from '../../lambda/language/hearing/classifier/shelf';
import { createHearing } from '../../lambda/language/hearing/hear';
import type { Words } from '../../lambda/language/hearing/words';
import { meant, type Product } from '../../lambda/services/commerce/catalogue';
import { MOST_RESOLVED } from '../../lambda/vocabulary/goods-tables';
import { goodsOf } from '../../scripts/locales/catalogue';
import { INTENT_SLOTS } from '../../scripts/locales/contract';

const MANY = 3 * MOST_RESOLVED;
/** A word of its own for each. */
const blend = (at: number) => `zu${[...String(at)].map((digit) => 'bdfgklmnpr'.charAt(Number(digit))).join('o')}`;
const SOLD: readonly Product[] = Array.from({ length: MANY }, (_, at) => ({
  id: `g${at}`,
  name: { title: `Thing ${at}`, pack: { kind: 'bag' } },
  words: ['coffee', `coffee ${blend(at)}`],
  language: 'en',
  kind: 'thing',
}));
const goods = goodsOf(SOLD, 'en');
const hearing = createHearing({
  directory: join(__dirname, '../../locales'),
  intents: INTENT_SLOTS,
  today: () => '2026-01-15',
});
const productIn = (text: string) => hearing.hear(text, { locale: 'en-GB', goods }).slots.product;

test.each(['reorder my coffee', 'reorder my cofee', 'coffee'])(
  'of "%s" the first goods are told, and which of the others were bought is found all the same',
  (text) => {
    const slot = productIn(text);
    expect(slot?.ids).toEqual(SOLD.slice(0, MOST_RESOLVED).map(({ id }) => id));
    const bought = [1, MANY - 1].flatMap((at) => SOLD[at] ?? []);
    expect(slot && meant(slot, bought)).toEqual(bought);
  },
);

test('what means a few goods means them and no others', () => {
  const slot = productIn(`reorder my coffee ${blend(MANY - 1)}`);
  expect(slot).toMatchObject({ ids: [`g${MANY - 1}`] });
  expect(slot && meant(slot, SOLD.slice(-3))).toEqual(SOLD.slice(-1));
});

test('a slot of a voice channel is cut and completed alike', () => {
  const slots = { product: { said: 'coffee', ids: ['word:coffee'] } };
  const { product } = hearing.complete({ intent: 'Reorder', slots }, 'en-GB', goods).slots;
  expect(product?.ids).toHaveLength(MOST_RESOLVED);
  expect(product && meant(product, SOLD.slice(-1))).toEqual(SOLD.slice(-1));
});

test('reads each id that was heard a few times, however many goods there are', () => {
  let reads = 0;
  const ids = new Proxy(
    SOLD.map(({ id }) => id),
    {
      get(target, key) {
        reads += 1;
        return Reflect.get(target, key);
      },
    },
  );
  expect(meant({ said: 'coffee', ids }, SOLD)).toHaveLength(MANY);
  expect(reads).toBeLessThan(5 * MANY);
});

test('learns nothing anew when goods change that it does not learn from', () => {
  const lesson = { sentences: {}, words: {} as Words, intents: {}, language: 'en' };
  const sampleOf = (at: number) =>
    goodsOf(SOLD.with(at, { ...(SOLD[at] as Product), words: ['another word'] }), 'en').sample;
  expect(nameOf({ ...lesson, goods: sampleOf(1) })).toBe(nameOf({ ...lesson, goods: goods.sample }));
  expect(nameOf({ ...lesson, goods: sampleOf(0) })).not.toBe(nameOf({ ...lesson, goods: goods.sample }));
});
