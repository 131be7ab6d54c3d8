/** Letters as they are heard: lower case, without marks, and signs as they are written most plainly. */

import { plainLetters } from '../../vocabulary/letters';

/** In the letters of Latin no sign depends on those beside it: each is looked up. */
const LATIN = /^[\0-\u017f]*$/;
const bySign = new Map<string, string>();

export function folded(text: string): string {
  return LATIN.test(text) ? text.toLowerCase().replace(/[^\0-\x7f]/g, foldedSign) : foldedWhole(text);
}

function foldedSign(sign: string): string {
  const known = bySign.get(sign) ?? foldedWhole(sign);
  bySign.set(sign, known);
  return known;
}

function foldedWhole(text: string): string {
  const bare = text.normalize('NFKD').toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  return plainLetters(bare).replace(/[’‘´ʼ]/g, "'");
}
