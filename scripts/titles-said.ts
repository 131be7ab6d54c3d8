/** How well the titles of goods can be said, by what is in them and in no language: shouting, signs, numbers, length. */

import type { Product } from '../lambda/services/commerce/catalogue';

/** As many words, and as many letters, as an ear takes in. */
const WORDS = 7;
const LETTERS = 45;

/** 0: it speaks well. */
function faultsIn({ name }: Product): number {
  if (name.voiceTitle) return 0;
  const words = name.title.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  const shouted = words.filter((word) => /^\p{Lu}{4,}$/u.test(word)).length;
  const signs = name.title.match(/[|/*+_=#~<>™®–—]/g)?.length ?? 0;
  const numbers = name.title.match(/\d{5,}/g)?.length ?? 0;
  const tooLong = Math.max(0, words.length - WORDS) + Math.max(0, Math.ceil((name.title.length - LETTERS) / 10));
  return shouted + signs + numbers + tooLong + (words.length === 0 ? LETTERS : 0);
}

export function wellSaid(product: Product): boolean {
  return faultsIn(product) === 0;
}

/** The worst first, at most so many. */
export function worstTitles(goods: readonly Product[], most: number): readonly string[] {
  return goods
    .map((product) => ({ title: product.name.title, faults: faultsIn(product) }))
    .filter(({ faults }) => faults > 0)
    .sort((a, b) => b.faults - a.faults)
    .slice(0, most)
    .map(({ title }) => title);
}
