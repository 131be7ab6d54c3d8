/** The index of goods: written behind whoever is served, kept when the shop is down, shared by programs on one file. */

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGoodsNaming } from '../../lambda/language/hearing/goods-naming';
import { restsOf } from '../../lambda/language/hearing/slip-keys';
import { openGoodsIndex } from '../../lambda/providers/goods/index';
import { ok, refused } from '../../lambda/services/commerce/call';
import { matchProducts, type Product } from '../../lambda/services/commerce/catalogue';
import { createGoods, type Goods } from '../../lambda/services/commerce/goods';
import { anyCall } from '../kit/call';
import { LOCALES } from '../kit/house';

const MINUTE = 60_000;
const product = (id: string, words: readonly string[]): Product => ({
  id,
  name: { title: id },
  words,
  language: 'en',
  kind: 'thing',
});
const TEA = product('tea', ['green tea']);

/** A shop of pages, and programs that read it on one clock. */
class Street {
  time = 1_000_000;
  /** null: this page is refused. */
  pages: (readonly Product[] | null)[] = [[TEA]];
  readonly asked: string[] = [];
  readonly folder = mkdtempSync(join(tmpdir(), 'earshot-goods-'));
  readonly file = join(this.folder, 'goods.sqlite');
  private readonly open: { close(): void }[] = [];

  program(file: string | null = this.file, how: 'fixed' | 'building' | 'kept' = 'kept'): Goods {
    const now = () => this.time;
    const store = openGoodsIndex({ file, now, restsOf, isFixed: how === 'fixed', isBuilding: how === 'building' });
    this.open.push(store);
    const none = async () => refused<readonly Product[]>({ kind: 'unavailable' });
    const find = async (said: string) =>
      ok(
        matchProducts(
          said,
          this.pages.flatMap((page) => page ?? []),
        ),
        this.time,
      );
    return createGoods({
      catalogue: { find: this.pages.includes(null) ? none : find, byIds: none },
      source: {
        edition: (locale) => locale.slice(0, 2),
        page: async (after, { locale }) => {
          this.asked.push(`${locale} ${after ?? 0}`);
          const at = Number(after ?? 0);
          const goods = this.pages[at];
          const next = at + 1 < this.pages.length ? String(at + 1) : null;
          return goods ? ok({ goods, next }, this.time) : refused({ kind: 'unavailable' });
        },
      },
      naming: createGoodsNaming(LOCALES),
      ...{ store, now },
    });
  }

  shut(): void {
    for (const one of this.open.splice(0)) one.close();
  }

  close(): void {
    this.shut();
    rmSync(this.folder, { recursive: true });
  }
}

let street: Street;
beforeEach(() => {
  street = new Street();
});
afterEach(() => street.close());

const call = () => ({ ...anyCall('en-GB'), deadline: Number.POSITIVE_INFINITY });
const idsOf = async (goods: Goods, said: string) => {
  const found = await goods.meant({ said, ids: [] }, call());
  return found.ok ? found.value.map(({ id }) => id) : found.error.kind;
};

/** What was begun behind the last answer has had its turn. */
const settled = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

test('reads the goods once for all locales that share them', async () => {
  const goods = street.program();
  for (const locale of ['en', 'en-GB', 'en-US', 'it']) await goods.ready(locale);
  expect(street.asked).toEqual(['en 0', 'it 0']);
});

test('finds, in any order and number, what the pages hold, and gives it back as it was', async () => {
  street.pages = [[TEA], [product('beans', ['coffee beans', 'Monte']), TEA]];
  const goods = street.program();
  expect(await idsOf(goods, 'green teas')).toEqual(['tea']);
  expect(await idsOf(goods, 'beans')).toEqual([]);
  expect(await idsOf(goods, 'coffee beans monte')).toEqual(['beans']);
  expect(await goods.byIds(['beans', 'gone', 'tea'], call())).toMatchObject({ value: [{ id: 'beans' }, TEA] });
  expect(await goods.ofKind('thing', call())).toMatchObject({ value: [{ id: 'tea' }, { id: 'beans' }] });
});

test('finds alike in a shop of few goods and in one of many', async () => {
  const odd = [
    'L’Oréal & Co',
    'İnci straße',
    'krmivo №5',
    'Œuf-dur',
    'green tea',
    'tea "best"',
    '茶 grün',
    'café 🥐',
    'size 4 nappies',
  ];
  const some = odd.map((name, at) => product(`odd${at}`, [name]));
  const many = Array.from({ length: 600 }, (_, at) => product(`other${at}`, [`thing ${at}`]));
  const found = async (goods: readonly Product[]) => {
    street.pages = [goods];
    const read = street.program(null);
    return Promise.all([...odd, 'oréal co', 'eggs', 'greentea', 'nappies', 'tea'].map((said) => idsOf(read, said)));
  };
  const few = await found(some);
  expect(await found([...some, ...many])).toEqual(few);
  expect(few.slice(0, odd.length).every((ids) => ids.length > 0)).toBe(true);
});

test('is written anew by and by, behind the turn that finds it old, and the new one is read from then on', async () => {
  const goods = street.program();
  expect(await idsOf(goods, 'green tea')).toEqual(['tea']);
  street.pages = [[product('other', ['black tea'])]];
  street.time += 14 * MINUTE;
  expect(await idsOf(goods, 'black tea')).toEqual([]);
  street.time += MINUTE;
  expect(await idsOf(goods, 'black tea')).toEqual([]);
  await settled();
  expect([await idsOf(goods, 'black tea'), await idsOf(goods, 'green tea')]).toEqual([['other'], []]);
  expect(street.asked).toHaveLength(2);
});

test('keeps what there is while the shop is down, and while it breaks off in the middle', async () => {
  const goods = street.program();
  expect(await idsOf(goods, 'green tea')).toEqual(['tea']);
  for (const pages of [[null], [[product('half', ['half tea'])], null]]) {
    street.pages = pages;
    street.time += 20 * MINUTE;
    await idsOf(goods, 'green tea');
    await settled();
    expect([await idsOf(goods, 'green tea'), await idsOf(goods, 'half tea')]).toEqual([['tea'], []]);
  }
  expect(await idsOf(street.program(), 'green tea')).toEqual(['tea']);
});

test('a shop that is down from the start is asked again after a while, not by every turn', async () => {
  street.pages = [null];
  const goods = street.program();
  for (let turn = 0; turn < 3; turn += 1) expect(await idsOf(goods, 'green tea')).toBe('unavailable');
  expect(street.asked).toHaveLength(1);
  street.pages = [[TEA]];
  street.time += MINUTE;
  expect(await idsOf(goods, 'green tea')).toEqual(['tea']);
});

test('lets others through while it reads the goods', async () => {
  street.pages = [Array.from({ length: 1_000 }, (_, at) => product(`g${at}`, [`thing ${at}`]))];
  let others = 0;
  let isReading = true;
  const other = () => {
    others += 1;
    if (isReading) setImmediate(other);
  };
  setImmediate(other);
  await street.program(null).ready('en');
  isReading = false;
  expect(others).toBeGreaterThanOrEqual(9);
});

test('programs on one file read what one of them has written, and one that died in the middle is in nobody’s way', async () => {
  const first = openGoodsIndex({ file: street.file, now: () => street.time, restsOf });
  const dying = first.write('en');
  dying?.add([{ id: 'half', json: '{}', keys: [], spelled: [], packedIn: undefined }]);
  expect(first.write('en')).toBeNull();
  first.close();
  street.time += 3 * MINUTE;
  const [one, other] = [street.program(), street.program()];
  expect(await idsOf(one, 'green tea')).toEqual(['tea']);
  expect(await idsOf(other, 'green tea')).toEqual(['tea']);
  expect(street.asked).toEqual(['en-GB 0']);
});

test('a file that is damaged is made anew', async () => {
  writeFileSync(street.file, 'no database at all, but some text that is long enough to be read as one');
  expect(await idsOf(street.program(), 'green tea')).toEqual(['tea']);
});

test('what a build brought along is one file, read and never written; what has come since is asked of the shop', async () => {
  await street.program(street.file, 'building').ready('en-GB');
  street.shut();
  expect(readdirSync(street.folder)).toEqual(['goods.sqlite']);
  street.pages = [[TEA, product('other', ['black tea'])]];
  street.time += 24 * 60 * MINUTE;
  const goods = street.program(street.file, 'fixed');
  expect([await idsOf(goods, 'green tea'), await idsOf(goods, 'black tea')]).toEqual([['tea'], ['other']]);
  await settled();
  expect(street.asked).toHaveLength(1);
  expect(readdirSync(street.folder)).toEqual(['goods.sqlite']);
});
