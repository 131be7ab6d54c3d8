/** What a word means that very many goods share: the first of them, and of those that were bought all. */

import { nameOf } from '../../lambda/language/hearing/classifier/shelf';
import type { Words } from '../../lambda/language/hearing/words';
import { meant, type Product } from '../../lambda/services/commerce/catalogue';
import { MOST_RESOLVED } from '../../lambda/vocabulary/goods-tables';
import { goodsOf } from '../../scripts/locales/catalogue';
import { exactEars } from '../kit/ears';

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
const productIn = (text: string) => exactEars.hear(text, { locale: 'en-GB', goods }).slots.product;

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
  const { product } = exactEars.complete({ intent: 'Reorder', slots }, 'en-GB', goods).slots;
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

const shelf = (language: string, names: readonly (readonly string[])[]) =>
  goodsOf(
    names.map(([title = '', ...words]) => ({
      id: title,
      name: { title, voiceTitle: title },
      words,
      language,
      kind: 'x',
    })),
    language,
  );
const OTHERS = {
  en: shelf('en', [
    ['Dalixa mild omega 3', 'omega 3'],
    ['Norola omega 3', 'omega 3'],
    ['Zanon vitamin b12', 'vitamin b12'],
    ['Norola vitamin b12', 'vitamin b12'],
    ['Norola ladder', 'ladder'],
    ['Norola coffee', 'coffee'],
  ]),
  it: shelf('it', [
    ['omega 3 Rosolaxa', 'omega 3'],
    ['omega 3 Noravo', 'omega 3'],
    ['batteria 9 volt Noravo', 'batteria 9 volt'],
    ['capsula Noravo', 'capsula'],
    ['carta Noravo', 'carta'],
  ]),
};
const orderedIn = (language: keyof typeof OTHERS, text: string) => {
  const { product, quantity, also } = exactEars.hear(text, { locale: language, goods: OTHERS[language] }).slots;
  return { ids: product?.ids, quantity: quantity?.number, also: also?.said };
};

test.each([
  ['en', 'order some omega 3 dalixa', 'Dalixa mild omega 3', undefined],
  ['en', 'order some norola omega 3', 'Norola omega 3', undefined],
  ['en', 'order two omega 3 norola', 'Norola omega 3', 2],
  ['en', 'order vitamin b12 zanon', 'Zanon vitamin b12', undefined],
  ['it', 'ordina omega 3 noravo', 'omega 3 Noravo', undefined],
  ['it', 'ordina due batterie 9 volt noravo', 'batteria 9 volt Noravo', 2],
] as const)('%s: a number in a name counts nothing: "%s"', (language, text, id, quantity) => {
  expect(orderedIn(language, text)).toEqual({ ids: [id], quantity, also: undefined });
});

test.each([
  ['en', 'order some laddders', ['Norola ladder']],
  ['en', 'order some cofees', ['Norola coffee']],
  ['it', 'ordina noravo capsuule', ['capsula Noravo']],
  ['en', 'order some laaddders', []],
  // Meat is no paper.
  ['it', 'ordina carne', []],
] as const)('%s: a slip in a plural is forgiven, and no more than one: "%s"', (language, text, ids) => {
  expect(orderedIn(language, text).ids).toEqual(ids);
});

test('learns nothing anew when goods change that it does not learn from', () => {
  const lesson = { sentences: {}, words: {} as Words, intents: {}, language: 'en' };
  const sampleOf = (at: number) =>
    goodsOf(SOLD.with(at, { ...(SOLD[at] as Product), words: ['another word'] }), 'en').sample;
  expect(nameOf({ ...lesson, goods: sampleOf(1) })).toBe(nameOf({ ...lesson, goods: goods.sample }));
  expect(nameOf({ ...lesson, goods: sampleOf(0) })).not.toBe(nameOf({ ...lesson, goods: goods.sample }));
});
