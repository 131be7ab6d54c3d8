/** The first words of many kinds of Czechs and Poles, each to its intent, with and without the letters of the language; what nobody here can do is acted on by none. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelsFolder } from '../../lambda/house/ears';
import { createHearing } from '../../lambda/language/hearing/hear';
import { plainLetters } from '../../lambda/vocabulary/letters';
import { goodsFor } from '../../scripts/locales/catalogue';
import { INTENT_SLOTS } from '../../scripts/locales/contract';

type FirstWords = { readonly intents: Readonly<Record<string, readonly string[]>>; readonly nobody: readonly string[] };

const hearing = createHearing({
  directory: join(__dirname, '../../locales'),
  intents: INTENT_SLOTS,
  today: () => '2026-01-15',
  learning: { folders: [modelsFolder(null)], when: 'at once' },
});

const RIGHT_AT_LEAST = 0.9;
const WRONG_AT_MOST = 0.03;
const ACTED_AT_MOST = 1 / 30;

/** Neither takes nor tells anything of the shop's. */
const NOTHING_DONE: readonly string[] = ['Fallback', 'SmallTalk'];

describe.each(['cs', 'pl'])('%s', (language) => {
  const goods = goodsFor(language);
  const file = readFileSync(join(__dirname, `first-words.${language}.json`), 'utf8');
  const { intents, nobody }: FirstWords = JSON.parse(file);
  const heardAs = (text: string) => hearing.hear(text, { locale: language, goods }).intent as string;
  const said = Object.entries(intents).flatMap(([intent, texts]) => texts.map((text) => ({ intent, text })));

  test.each([
    ['as they are written', (text: string) => text],
    ['on a keyboard without its letters', bare],
  ])('nine of ten come to their intent, and few to another: %s', (_, as) => {
    const heard = said.map((one) => ({ ...one, as: heardAs(as(one.text)) }));
    const missed = heard.filter(({ intent, as }) => as !== intent);
    const wrong = missed.filter(({ as }) => as !== 'Fallback');
    const isRight = 1 - missed.length / said.length >= RIGHT_AT_LEAST;
    const isFew = wrong.length / said.length <= WRONG_AT_MOST;
    expect({ isRight, isFew, missed: isRight && isFew ? [] : missed }).toEqual({
      isRight: true,
      isFew: true,
      missed: [],
    });
  });

  test('what nobody here can do is hardly ever acted on', () => {
    const acted = nobody.map((text) => [text, heardAs(text)] as const).filter(([, as]) => !NOTHING_DONE.includes(as));
    expect(acted.length / nobody.length <= ACTED_AT_MOST ? [] : acted).toEqual([]);
  });
});

function bare(text: string): string {
  return plainLetters(text.normalize('NFD').replace(/\p{M}/gu, ''));
}
