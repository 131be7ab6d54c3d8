/** What a large catalogue costs hearing: counted, never timed. */

import { join } from 'node:path';
import { nameOf } from '../../lambda/language/hearing/classifier/shelf';
import { createHearing } from '../../lambda/language/hearing/hear';
import type { Nameable } from '../../lambda/language/hearing/nameable';
import type { Words } from '../../lambda/language/hearing/words';
import { matchProducts, meant, type Product } from '../../lambda/services/commerce/catalogue';
import { INTENT_SLOTS } from '../../scripts/locales/contract';

/** More arguments than a function takes. */
const MANY = 130_000;
const goods = (count: number): readonly Product[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `g${at}`,
    name: { title: `Thing ${at}` },
    words: ['coffee', `thing ${at}`],
    kind: 'thing',
  }));
const hearing = () =>
  createHearing({ directory: join(__dirname, '../../locales'), intents: INTENT_SLOTS, today: () => '2026-01-15' });

it('names a product among more than a call takes arguments', () => {
  const all = goods(MANY);
  expect(matchProducts('coffee', all)).toHaveLength(MANY);
  expect(hearing().hear('reorder my coffee', { locale: 'en-GB', products: all }).slots.product?.ids).toHaveLength(MANY);
});

it('reads each id that was heard a few times, however many goods there are', () => {
  let reads = 0;
  const ids = new Proxy(
    goods(300).map(({ id }) => id),
    {
      get(target, key) {
        reads += 1;
        return Reflect.get(target, key);
      },
    },
  );
  expect(meant({ said: 'coffee', ids }, goods(1_000))).toHaveLength(300);
  expect(reads).toBeLessThan(1_500);
});

/** Goods that count how often their words are looked at. */
function watched(count: number): { readonly products: readonly Nameable[]; readonly looks: () => number } {
  let looks = 0;
  const products = goods(count).map(({ id, name, words }) => ({
    id,
    name,
    get words() {
      looks += 1;
      return words;
    },
  }));
  return { products, looks: () => looks };
}

it('reads the goods once for all locales of a language', async () => {
  const { products, looks } = watched(40);
  const ear = hearing();
  await ear.prepare('en', products);
  const once = looks();
  for (const locale of ['en-GB', 'en-US']) ear.hear('reorder my coffee', { locale, products });
  expect(looks()).toBe(once);
});

it('lets others through while it reads the goods', async () => {
  let others = 0;
  let isReading = true;
  const other = () => {
    others += 1;
    if (isReading) setImmediate(other);
  };
  setImmediate(other);
  await hearing().prepare('en', goods(5_000));
  isReading = false;
  expect(others).toBeGreaterThan(10);
});

it('learns nothing anew when goods change that it does not learn from', () => {
  const products = goods(200);
  const lesson = { sentences: {}, words: {} as Words, intents: {}, language: 'en' };
  const other = products.with(1, { ...(products[1] as Product), words: ['another word'] });
  const sampled = products.with(0, { ...(products[0] as Product), words: ['another word'] });
  expect(nameOf({ ...lesson, products: other })).toBe(nameOf({ ...lesson, products }));
  expect(nameOf({ ...lesson, products: sampled })).not.toBe(nameOf({ ...lesson, products }));
});
