/** Any number of goods, made up by us in the style of shops: brands of syllables, kinds of ours, colours, scents, sizes. The same each time. */

import { join } from 'node:path';
import { createGoodsSayer } from '../../lambda/language/goods/goods-sayer';
import { readGoodsWords } from '../../lambda/language/goods/goods-words';
import { randomFrom } from '../../lambda/language/hearing/classifier/random';
import type { Product } from '../../lambda/services/commerce/catalogue';
import type { RawGood } from '../../lambda/vocabulary/goods';

export const LOCALES = join(__dirname, '..', '..', 'locales');

const BEGINS = [
  'bel',
  'cor',
  'dal',
  'fen',
  'gar',
  'lum',
  'mar',
  'nor',
  'pel',
  'quin',
  'ros',
  'sol',
  'tam',
  'ver',
  'zan',
];
const MIDDLES = ['a', 'e', 'i', 'o', 'ari', 'eni', 'ola', 'ubi', 'ondo', 'ista'];
const ENDS = ['ba', 'dor', 'fia', 'gon', 'la', 'mera', 'nix', 'po', 'rella', 'sta', 'tti', 'vo', 'xa', 'zen'];
const KINDS_OF = {
  en: {
    look: ['red', 'blue', 'green', 'white', 'black', 'dark', 'light', 'strong', 'mild', 'classic', 'fresh', 'soft'],
    with: ['lemon', 'lavender', 'vanilla', 'rose', 'mint', 'almond', 'coconut', 'ginger', 'orange', 'peach'],
  },
  it: {
    look: ['rosso', 'blu', 'verde', 'bianco', 'nero', 'scuro', 'chiaro', 'forte', 'delicato', 'classico', 'fresco'],
    with: ['limone', 'lavanda', 'vaniglia', 'rosa', 'menta', 'mandorla', 'cocco', 'zenzero', 'arancia', 'pesca'],
  },
} as const;
const SIZES = ['250 g', '500 g', '1 kg', '3 kg', '330 ml', '750 ml', '1.5 l', '12 pcs', '6 x 200 ml', '40 pcs'];

export type Tongue = keyof typeof KINDS_OF;
/** `of`: what is said of it besides brand and noun, in the order of its title. */
export type MadeUp = {
  readonly product: Product;
  readonly brand: string;
  readonly noun: string;
  readonly of: readonly string[];
};

/** `notSold`: nothing that goes by one of these names is among them. */
export function madeUp(count: number, language: Tongue, notSold: ReadonlySet<string> = new Set()): readonly MadeUp[] {
  const random = randomFrom(7);
  const pick = <T>(all: readonly T[]): T => all[random(all.length)] as T;
  const kinds = Object.values(readGoodsWords(LOCALES, language)?.kinds ?? {}).filter(
    (words) => !words.some((word) => notSold.has(word.replace('-', ' '))),
  );
  const brands = Array.from({ length: Math.max(30, Math.ceil(count / 25)) }, () =>
    [pick(BEGINS), pick(MIDDLES), pick(ENDS), ...(random(3) === 0 ? [pick(ENDS)] : [])].join(''),
  );
  const say = createGoodsSayer(LOCALES, { good: () => undefined, kind: () => undefined });
  const { look, with: scents } = KINDS_OF[language];
  const one = (at: number): MadeUp => {
    const brand = pick(brands);
    const words = pick(kinds);
    const noun = words[random(words.length)] ?? '';
    const of: readonly string[] = [pick(look), ...(random(2) === 0 ? [pick(scents)] : [])];
    const name = language === 'en' ? [...of.toReversed(), noun].join(' ') : [noun, ...of].join(' ');
    const raw: RawGood = {
      id: `g${at}`,
      title: `${brand.toUpperCase()} ${name} ${pick(SIZES)}`,
      ...{ categories: [words[0] ?? ''], options: [], codes: [], brand: brand[0]?.toUpperCase() + brand.slice(1) },
    };
    const spoken = say(raw, language);
    const called = { name: { title: raw.title }, words: [noun], language, kind: noun };
    return { brand, noun, of, product: { id: raw.id, ...called, ...spoken } };
  };
  const all: MadeUp[] = [];
  while (all.length < count) {
    const next = one(all.length);
    if (!next.product.words.some((word) => notSold.has(word.replace('-', ' ')))) all.push(next);
  }
  return all;
}
