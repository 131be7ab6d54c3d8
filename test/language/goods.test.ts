/** Everyday names of what the demo shop sells, and of what it does not: neither list is in its own words. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textsIn } from '../../lambda/providers/shop/demo/texts';
import { goodsFor } from '../../scripts/locales/catalogue';
import { exactEars } from '../kit/ears';

type Lists = { readonly sold: Readonly<Record<string, readonly string[]>>; readonly notSold: readonly string[] };

/** As somebody orders in each language. */
const ORDER = { en: 'order some', it: 'ordina' } as const;

/** The kinds of goods that would be offered. */
function offered(language: keyof typeof ORDER, name: string): readonly string[] {
  const products = textsIn(language).list;
  const { slots } = exactEars.hear(`${ORDER[language]} ${name}`, { locale: language, goods: goodsFor(language) });
  const ids = Object.values(slots).flatMap((slot) => slot.ids);
  return [...new Set(products.filter(({ id }) => ids.includes(id)).map(({ kind }) => kind))];
}

describe.each(['en', 'it'] as const)('%s', (language) => {
  const file = join(__dirname, `goods.${language}.json`);
  const { sold, notSold } = JSON.parse(readFileSync(file, 'utf8')) as Lists;

  it('knows what it sells by everyday names', () => {
    const all = Object.entries(sold).flatMap(([kind, names]) => names.map((name) => ({ kind, name })));
    const missed = all.filter(({ kind, name }) => !offered(language, name).includes(kind));
    expect(all.length).toBeGreaterThanOrEqual(150);
    expect(missed.length / all.length).toBeLessThanOrEqual(0.03);
  });

  it('offers nothing for what it does not sell', () => {
    const wrong = notSold.filter((name) => offered(language, name).length > 0);
    expect(notSold.length).toBeGreaterThanOrEqual(150);
    expect(wrong.length / notSold.length).toBeLessThanOrEqual(0.02);
  });

  it('has a name to say for all it sells', () => {
    expect(textsIn(language).list.filter(({ name }) => !name.voiceTitle)).toEqual([]);
  });
});

it.each([
  ['en', 'none'],
  ['en', 'none of those'],
  ['en', 'help'],
  ['en', 'three'],
  ['en', 'a hand'],
  ['it', 'una mano'],
  ['it', 'nessuno di questi'],
  ['it', 'tutto'],
] as const)('%s: takes "%s" for no goods', (language, words) => {
  expect(offered(language, words)).toEqual([]);
});
