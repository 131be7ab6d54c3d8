/** A shop that does not write the shopper's language: its goods are found by what that language calls them, and said as the shop does. */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGoodsSayer } from '../../lambda/language/goods/goods-sayer';
import { catalogueFor } from '../../scripts/locales/catalogue';
import { LOCALES } from '../kit/house';
import { useHouse } from '../kit/use-house';

/** A made-up language: Italian sentences, and words of its own for goods. The demo shop answers it in English. */
const root = mkdtempSync(join(tmpdir(), 'earshot-goods-'));
const locales = join(root, 'locales');
cpSync(LOCALES, locales, { recursive: true });
cpSync(join(LOCALES, 'it'), join(locales, 'eo'), { recursive: true });
const file = join(locales, 'eo/goods.json');
const goods = JSON.parse(readFileSync(file, 'utf8'));
for (const kind of Object.keys(goods.kinds)) goods.kinds[kind] = [`${kind.replaceAll('-', '')}o`];
for (const kind of ['coffee-beans', 'ground-coffee', 'decaf-coffee']) goods.kinds[kind].unshift('kafo');
writeFileSync(file, JSON.stringify({ ...goods, also: {}, plain: {} }));
afterAll(() => rmSync(root, { recursive: true }));

const at = useHouse({ locales, lasts: 'file' });

test('is ordered, looked for and asked back about by its own words', async () => {
  for (const form of ['text', 'speech'] as const) {
    const ana = at.texter({ locale: 'eo', form });
    const bought = await ana.says('ordina il mio kafo');
    expect([bought.intent, bought.asks]).toEqual(['Reorder', 'Purchase.confirm']);
    expect(bought.show).toContain('Bella Roma ground coffee');
    await ana.says('no');
    expect((await ana.says("dov'è il mio kafo")).replies[0]).toMatch(/^OrderStatus\.(?!none)/);
    const bruno = at.texter({ locale: 'eo', form, shopper: 'bruno' });
    const asked = await bruno.says('ordina il riceo');
    expect(asked.asks).toBe('Reorder.which');
    expect(asked.show).toMatch(/Risaia Azzurra risotto rice .* Padimoor basmati rice/);
  }
});

test('is what Alexa is to hear, beside the names the shop gives', () => {
  const coffee = catalogueFor('eo', locales).find(({ id }) => id.startsWith('bella-roma'));
  expect(coffee?.words).toEqual(expect.arrayContaining(['kafo', 'ground coffee']));
  expect(coffee?.name.voiceTitle).toBe('Bella Roma ground coffee');
  expect(catalogueFor('it', locales)).toEqual(catalogueFor('it-IT', LOCALES));
});

test('a title is taken apart by the words of the language the platform says it is in', () => {
  const say = createGoodsSayer(locales, { good: () => undefined, kind: () => undefined });
  const raw = {
    id: '7',
    title: 'Lucano Caffè macinato - OFFERTA - 250 g',
    categories: [],
    options: [],
    codes: [],
  };
  expect(say(raw, 'en-GB')?.kind).toBe('7');
  expect(say({ ...raw, language: 'it' }, 'en-GB')).toMatchObject({
    kind: 'ground-coffee',
    name: { title: raw.title, pack: { size: { amount: 250, unit: 'gram' } } },
  });
});
