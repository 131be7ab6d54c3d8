/** Any title is said well: 320 of ten trades, in each language there is; and whatever a title holds, no harm is done. */

import * as fc from 'fast-check';
import { createGoodsSayer } from '../../lambda/language/goods/goods-sayer';
import { judgeName } from '../../lambda/language/goods/judge';
import type { RawGood, SayGood } from '../../lambda/vocabulary/goods';
import { type GoodKind, isKind } from '../../lambda/vocabulary/kinds';
import { LOCALES } from '../kit/house';
import { mass } from '../kit/masses';
import { heardWords, isSaidWell, packText, type TitleCase, titleCases } from './titles';

const sayGood: SayGood = createGoodsSayer(LOCALES, { good: () => undefined, kind: () => undefined });

/** The same with the kind that is known. */
let known: GoodKind | undefined;
const sayKnown = createGoodsSayer(LOCALES, { good: () => undefined, kind: () => known });

function said(raw: RawGood, locale: string) {
  const good = sayGood(raw, locale);
  if (!good) throw new Error('hidden by nobody');
  return good;
}

const BARE = { categories: [], options: [], codes: [] } as const;
const LANGUAGES = ['en', 'it'] as const;

/** Of 80 titles of a half: at least so many with the right name, the right kind, the right pack. */
const AIMS = { name: 72, kind: 77, pack: 77 } as const;

test.each(LANGUAGES)(
  'names, kinds and packs are those people use, also of titles no rule was made for: %s',
  (language) => {
    const cases = titleCases(language);
    for (const isKeptBack of [false, true]) {
      const half = cases.filter((one) => one.isKeptBack === isKeptBack);
      const right = (is: (one: TitleCase) => boolean) => half.filter(is).length;
      expect(half.length).toBe(80);
      expect(right((one) => isSaidWell(said(one.raw, language), one.said))).toBeGreaterThanOrEqual(AIMS.name);
      expect(right((one) => said(one.raw, language).kind === one.kind)).toBeGreaterThanOrEqual(AIMS.kind);
      expect(right((one) => packText(said(one.raw, language)) === one.pack)).toBeGreaterThanOrEqual(AIMS.pack);
    }
  },
);

const UNFIT = /[\p{C}\p{Extended_Pictographic}<>&|[\]{}()*_#~^\\/="“”«»]|\d{7,}/u;

function expectFitForEar(raw: RawGood, language: string): void {
  const { name, words, kind } = said(raw, language);
  const voice = name.voiceTitle ?? '';
  expect(voice.split(' ').length).toBeLessThanOrEqual(7);
  expect(voice.length).toBeLessThanOrEqual(60);
  expect(voice).not.toMatch(UNFIT);
  expect(voice).toBe(voice.trim());
  expect(name.title).toBe(raw.title);
  expect([words.length > 0 || voice === '', kind.length > 0]).toEqual([true, true]);
  expect(said(raw, language)).toEqual({ name, words, kind, language });
}

test.each(LANGUAGES)(
  'a name has at most seven words, all of them the title’s own, and stays as it is when it is said again: %s',
  (language) => {
    const joins = language === 'en' ? ['and', 'with', 'without'] : ['e', 'con', 'senza'];
    for (const { raw } of titleCases(language)) {
      expectFitForEar(raw, language);
      const voice = said(raw, language).name.voiceTitle ?? '';
      const own = heardWords(`${raw.title} ${raw.brand}`.replace(/[^\p{L}\p{N}'’%+.,-]+/gu, ' ')).join(' ');
      const invented = heardWords(voice).filter((word) => !own.includes(word) && !joins.includes(word));
      expect({ title: raw.title, invented }).toEqual({ title: raw.title, invented: [] });
      const { kind } = said(raw, language);
      known = isKind(kind) ? kind : undefined;
      const again = sayKnown({ ...raw, title: voice }, language)?.name.voiceTitle;
      expect(again?.toLowerCase()).toBe(voice.toLowerCase());
    }
  },
);

test('hostile titles are harmless', () => {
  const titles = [
    '',
    ' ',
    '☕️👶🏽',
    '8055512345678',
    'A'.repeat(10_000),
    `${'coffee 2x250g, '.repeat(700)}`,
    '(('.repeat(5_000),
    `${'1 x '.repeat(2_500)}`,
    '<speak><audio src="https://evil.example/a.mp3"/>Coffee</speak>',
    '</speak>&lt;break time="10s"/&gt; Coffee &#x202E;eeffoc &#0;',
    '\u202Egreen tea\u202C \u200Bzero\u200Dwidth\uFEFF tea',
    '\uD800 lone coffee \uDFFF',
    '𝗡𝗘𝗪 𝗖𝗢𝗙𝗙𝗘𝗘 ＧＲＯＵＮＤ',
    '{{shop}} $t(format.and) %s coffee',
    'constructor __proto__ toString coffee',
    'кофе молотый 250 г',
    '挽いたコーヒー 250g',
    'קפה טחון 250 גרם',
  ];
  for (const title of titles)
    for (const language of LANGUAGES) expectFitForEar({ ...BARE, id: 'x', title, brand: title, unit: title }, language);
});

test('whatever a title holds, its name is fit for the ear', () => {
  const pieces = fc.oneof(
    fc.constantFrom(
      'Coffee',
      'CAFFÈ',
      'x',
      '2',
      '250g',
      '1,5 L',
      '-',
      '|',
      '&',
      '&amp;',
      '<b>',
      '(',
      ']',
      '"',
      'OFFERTA',
      'pack of',
      '9-14 kg',
      'USB-C',
      'Ref. A1',
    ),
    fc.string({ maxLength: 8, unit: 'binary' }),
  );
  const title = fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(' '));
  fc.assert(
    fc.property(title, fc.constantFrom(...LANGUAGES), (text, language) => {
      expectFitForEar({ ...BARE, id: 'x', title: text }, language);
    }),
    { numRuns: mass(80, 20_000) },
  );
});

test('codes the platform knows are never said, wherever they stand', () => {
  const raw = { ...BARE, id: 'x', title: 'Bella Valle KX77-Q ground coffee', brand: 'Bella Valle', codes: ['KX77-Q'] };
  expect(said(raw, 'en').name.voiceTitle).toBe('Bella Valle ground coffee');
});

test('a pack is read from the title, or from the unit where that stands apart', () => {
  const packs: readonly (readonly [string, string])[] = [
    ['Coffee 2 x 250 grams', '2x250 gram'],
    ['Batteries 12-pack', '12'],
    ['Acqua 1,5 L', '1.5 liter'],
    ['Cerotti 100 pz', '100'],
    ['Latte 1.000 ml', '1000 milliliter'],
    ['Riso 1.250 kg', '1.25 kilogram'],
    ['Vino 75cl', '750 milliliter'],
    ['Nappies 9-14 kg', ''],
    ['Sauce 12 fl oz', '12 fluid-ounce'],
  ];
  for (const [title, pack] of packs) {
    const language = /[A-Z][a-z]+ (?:1,5|100 pz|1\.|75cl)/.test(title) ? 'it' : 'en';
    expect([title, packText(said({ ...BARE, id: 'x', title }, language))]).toEqual([title, pack]);
  }
  expect(packText(said({ ...BARE, id: 'x', title: 'Ground coffee', unit: '250 g' }, 'en'))).toBe('250 gram');
});

test('options keep what they are, in the words of the platform', () => {
  const options = [
    { name: 'Taglia', value: 'M/L' },
    { name: 'Colore', value: 'Blu' },
    { name: 'Macinatura', value: 'moka' },
    { name: 'Altro', value: 'sì' },
  ];
  const { name } = said({ ...BARE, id: 'x', title: 'Maglietta Blu M/L', options }, 'it');
  expect(name.options).toEqual([
    { role: 'size', value: 'M/L' },
    { role: 'colour', value: 'Blu' },
    { role: 'grind', value: 'moka' },
    { role: 'detail', value: 'sì' },
  ]);
  expect(name.voiceTitle).toBe('Maglietta');
});

test('a word the name of other goods is no kind by itself, and what a thing is without is never lost', () => {
  const kinds: readonly (readonly [string, 'en' | 'it', string, string])[] = [
    ['Stainless Steel Water Bottle 750ml', 'en', 'Stainless Steel Water Bottle', 'x'],
    ['Kettle-Cooked Sea Salt Crisps 40g', 'en', 'Kettle-Cooked Sea Salt Crisps', 'crisps'],
    ['Vegan mug for coffee', 'en', 'vegan mug for coffee', 'x'],
    ['3 for 2 Baby Wipes', 'en', 'Baby Wipes', 'baby-wipes'],
    ['Asciugamano 100% Cotone', 'it', 'Asciugamano 100% Cotone', 'x'],
    ['Latte di Mandorla senza Zucchero 1L', 'it', 'Latte di Mandorla senza Zucchero', 'almond-milk'],
    ['Gelato Fragola senza Latte', 'it', 'Gelato Fragola senza Latte', 'x'],
    ['Carta Igienica 2 Veli 24 Rotoli', 'it', 'Carta Igienica', 'toilet-paper'],
    ['Crema Solare SPF 30 200 ml', 'it', 'Crema Solare SPF 30', 'sun-cream'],
  ];
  for (const [title, language, voice, kind] of kinds) {
    const good = said({ ...BARE, id: 'x', title }, language);
    expect([title, good.name.voiceTitle, good.kind]).toEqual([title, voice, kind]);
  }
});

test('how well a name speaks is told, and why', () => {
  const judged = (title: string, language: 'en' | 'it') =>
    judgeName({ id: 'x', ...said({ ...BARE, id: 'x', title }, language) }).faults;
  expect(judged('Ground Coffee Moka 250 g', 'en')).toEqual([]);
  expect(judged('Zylofon', 'en')).toEqual(['no-kind', 'one-word']);
  expect(judged('8055512345678', 'en')).toEqual(['nameless', 'no-kind']);
  expect(judged('кофе молотый', 'en')).toEqual(['other-script', 'no-kind']);
  const unread = { id: 'x', name: { title: 'OFFERTA | CAFFÈ 8055512345678' }, kind: 'x' };
  expect(judgeName(unread)).toEqual({ score: 0.1, faults: ['no-kind', 'shouted', 'code'] });
  const all = titleCases('it').map(({ raw }) => judgeName({ id: raw.id, ...said(raw, 'it') }).score);
  expect(all.filter((score) => score >= 0.75).length).toBeGreaterThan(all.length * 0.9);
});
