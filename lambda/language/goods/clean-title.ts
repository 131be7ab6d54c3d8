/** A shop's title without what no ear can use: markup, entities, signs, what cannot be seen, and the numbers of registers. */

import { legal } from '../speech/ssml';

/** Whoever writes more than this writes for search engines. */
const MOST = 400;

const MARKUP = /<[^<>]*>/g;
const ENTITY = /&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/gi;
const ACCENTED = /^([a-z])(grave|acute|circ|uml|tilde|cedil|ring)$/i;
const ACCENTS: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  ring: '\u030A',
  cedil: '\u0327',
};
const NAMED: Readonly<Record<string, string>> = { amp: '&', apos: "'", rsquo: '’', ndash: ' – ', mdash: ' — ' };

/** Direction marks, zero width and the like: gone without a gap. */
const UNSEEN = /\p{Cf}|\u034F|[\u115F\u1160\u3164]/gu;
/** No letter, figure, stop or sign of ours: unassigned, private, dingbats. */
const STRANGE = /[^\p{L}\p{M}\p{N}\p{P}\p{Z}+×°²³€~^`=<>|$]/gu;
const STYLED = /[\u{1D400}-\u{1D7FF}\uFF01-\uFF5E]/gu;
const PICTURES = /(?:[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Co}]|\uFE0F|\u20E3)+/gu;
const QUOTED =
  /["“”„«](?=[^\s"“”„«»])([^"“”„«»]{2,40})["“”»]|(?<![\p{L}\p{N}])['‘](?=\S)([^'‘’]{2,40})['’](?![\p{L}\p{N}])/gu;
const MARKS = /[®™©℠*^~`´“”«»„"=_\\<>{}$#!?¡¿]|(?<![\p{L}\p{N}])['‘’]|['‘’](?![\p{L}\p{N}])/gu;
const PLAIN = /^[ -~]*$/;
const UNTIDY = /\s{2,}|[^\S ]/;
/** Barcodes and ISBN stand out by their length alone. */
const LONG_NUMBER = /(?<![\p{L}\p{N}])\d(?:[- ]?\d){7,}(?![\p{L}\p{N}])/gu;

/** `codes`: numbers the platform itself knows the goods by. What was quoted stands in ‹ ›, a bar stands where something was that parted the words. */
export function cleanTitle(title: string, codes: readonly string[]): string {
  let text = title.length > MOST ? title.slice(0, MOST) : title;
  if (text.includes('<')) text = text.replace(MARKUP, ' | ');
  if (text.includes('&')) text = text.replace(ENTITY, decoded);
  if (!PLAIN.test(text)) text = readable(text);
  for (const code of codes) if (code.length > 3 && text.includes(code)) text = text.replaceAll(code, ' ');
  const bare = text.replace(LONG_NUMBER, ' | ').replace(QUOTED, quoted).replace(MARKS, ' ');
  return (UNTIDY.test(bare) ? bare.replace(/\s+/g, ' ') : bare).trim();
}

function quoted(_all: string, double?: string, single?: string): string {
  return ` ‹${double ?? single ?? ''}› `;
}

function readable(text: string): string {
  return legal(text)
    .replace(STYLED, (sign) => sign.normalize('NFKC'))
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(PICTURES, ' | ')
    .replace(STRANGE, '');
}

function decoded(_all: string, name: string): string {
  if (name.startsWith('#')) {
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return code > 31 && code <= 0x10ffff ? legal(String.fromCodePoint(code)) : ' ';
  }
  const [, letter, accent = ''] = ACCENTED.exec(name) ?? [];
  if (letter) return `${letter}${ACCENTS[accent.toLowerCase()] ?? ''}`.normalize('NFC');
  return NAMED[name.toLowerCase()] ?? ' ';
}
