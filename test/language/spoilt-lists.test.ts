/** A list that is not written as it has to be loses what is wrong in it, and nothing else. */

import { join } from 'node:path';
import { calledWordsIn, digitsIn, endingsIn, mailWordsIn } from '../../lambda/house/language-lists';
import { readTongues } from '../../lambda/language/speech/tongues';
import { editCopy, type Json, localesCopy } from '../kit/locales-copy';

type Spoilt = { readonly file: string; readonly key: string; readonly value: unknown };
const SPOILT: readonly Spoilt[] = [
  { file: 'digits.json', key: 'fillers', value: 'ähm' },
  { file: 'digits.json', key: 'repeats', value: { doppel: '2' } },
  { file: 'digits.json', key: 'words', value: { vier: 4, neun: '9' } },
  { file: 'numbers.json', key: 'things', value: [3, 'bestellung'] },
  { file: 'mail.json', key: 'from', value: { von: 'von' } },
];

function spoil(root: string, { file, key, value }: Spoilt): void {
  editCopy(root, `de/${file}`, (lists: Json) => {
    lists[key] = value;
  });
}

test('what is right beside it is worked with', () => {
  const { root } = localesCopy();
  const locales = join(root, 'locales');
  for (const one of SPOILT) spoil(root, one);
  const digits = digitsIn(locales).filter(({ words }) => words.neun === '9');
  expect(digits).toHaveLength(1);
  expect(digits[0]).toMatchObject({ words: { neun: '9' }, repeats: {}, fillers: [] });
  expect(digits[0]?.calls).not.toEqual([]);
  const called = calledWordsIn(locales);
  expect(called.filter(({ things }) => things.length === 1)).toHaveLength(1);
  expect(called.every(({ things }) => things.every((one) => typeof one === 'string'))).toBe(true);
  expect(mailWordsIn(locales).every(({ from, sent }) => Array.isArray(from) && Array.isArray(sent))).toBe(true);
});

test('endings and telling words of another kind are none', () => {
  const { root } = localesCopy();
  const locales = join(root, 'locales');
  const before = endingsIn(locales).length;
  editCopy(root, 'de/words.json', (words: Json) => Object.assign(words, { endings: 'en', telling: { words: 'und' } }));
  expect(endingsIn(locales).length).toBeLessThan(before);
  expect(readTongues(locales).de?.words).toEqual([]);
});
