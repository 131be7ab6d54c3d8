/** Nonsense, small talk and questions of general knowledge: no business of a shop, and not done as if it were. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { goodsFor } from '../../scripts/locales/catalogue';
import { shopEars } from '../kit/ears';

const _ROOT = join(__dirname, '..', '..');
const SAID = JSON.parse(readFileSync(join(__dirname, 'nonsense.json'), 'utf8')) as Readonly<
  Record<string, readonly string[]>
>;
/** Answers that do nothing and ask nothing of the shop. */
const IDLE = ['Fallback', 'SmallTalk', 'Thanks', 'Help'];
/** What was reached, and one more: a word more or less in the sentences moves it. */
const HELD: Readonly<Record<string, { readonly acted: number; readonly asked: number }>> = {
  en: { acted: 3, asked: 2 },
  it: { acted: 2, asked: 3 },
  de: { acted: 2, asked: 4 },
  pl: { acted: 3, asked: 2 },
  cs: { acted: 2, asked: 3 },
};

test.each(Object.keys(SAID))('is acted on, or asked about, hardly ever, in %s', (locale) => {
  const goods = goodsFor(locale);
  const heard = (SAID[locale] ?? []).map((text) => ({ text, ...shopEars.hear(text, { locale, goods }) }));
  const acted = heard.filter(({ intent }) => !IDLE.includes(intent));
  const asked = heard.filter(({ intent, maybe }) => intent === 'Fallback' && maybe);
  const told = (all: typeof heard) => all.map(({ text, intent }) => `${text}: ${intent}`);
  expect({
    acted: told(acted).slice(HELD[locale]?.acted ?? 0),
    asked: told(asked).slice(HELD[locale]?.asked ?? 0),
  }).toEqual({
    acted: [],
    asked: [],
  });
  expect(heard.filter(({ intent, slots }) => intent === 'Reorder' && (slots.product?.ids.length ?? 0) > 0)).toEqual([]);
});
