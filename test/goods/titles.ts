/** Titles as ten trades write them, with what should be said of each. Brands are invented; every second one was kept back while rules were made. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { RawGood, SpokenGood } from '../../lambda/vocabulary/goods';

export type TitleCase = {
  readonly trade: string;
  readonly raw: RawGood;
  /** Words in brackets may be said or not; every other one must be, and no further one may. */
  readonly said: string;
  readonly kind: string;
  /** "2x250 gram", "1.5 liter", "100". */
  readonly pack: string;
  readonly isKeptBack: boolean;
};

export function titleCases(language: 'en' | 'it'): readonly TitleCase[] {
  const text = readFileSync(join(__dirname, `titles.${language}.tsv`), 'utf8');
  const rows: Record<string, string>[] = parse(text, { delimiter: '\t', columns: true, quote: null });
  return rows.map(({ trade = '', title = '', brand = '', categories = '', options = '', said = '', ...rest }, at) => ({
    trade,
    said,
    kind: rest.kind ?? '',
    pack: rest.pack ?? '',
    isKeptBack: at % 2 === 1,
    raw: {
      id: `${language}-${at}`,
      title,
      brand,
      categories: categories.split(' > '),
      options: options.split(';').flatMap((one) => {
        const [name = '', value = ''] = one.split('=');
        return value === '' ? [] : [{ name, value }];
      }),
      codes: [],
    },
  }));
}

/** Words as an ear compares them. */
export function heardWords(text: string): readonly string[] {
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’](?=\s|$)/g, '');
  return plain.split(/[\s–-]+/).filter((word) => word !== '');
}

export function isSaidWell({ name }: SpokenGood, said: string): boolean {
  const heard = heardWords(name.voiceTitle ?? '');
  const needed = heardWords(said.replace(/\[[^\]]*\]/g, ' '));
  const allowed = new Set(heardWords(said.replace(/[[\]]/g, ' ')));
  return needed.every((word) => heard.includes(word)) && heard.every((word) => allowed.has(word));
}

export function packText({ name: { pack } }: SpokenGood): string {
  if (!pack) return '';
  const { size, pieces } = pack;
  if (!size) return String(pieces);
  return `${pieces ? `${pieces}x` : ''}${Number(size.amount.toFixed(3))} ${size.unit}`;
}
