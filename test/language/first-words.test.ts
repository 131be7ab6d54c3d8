/** The first words of many kinds of people, each to its intent; what nobody here can do is acted on by none. Written beside the lists, and not from them. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelsFolder } from '../../lambda/house/ears';
import { createHearing } from '../../lambda/language/hearing/hear';
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
const WRONG_AT_MOST = 0.04;
const ACTED_AT_MOST = 0.06;

/** Neither takes nor tells anything of the shop's. */
const NOTHING_DONE: readonly string[] = ['Fallback', 'SmallTalk', 'Help', 'Stop', 'Emergency'];

describe.each(['en', 'it'] as const)('%s', (language) => {
  const goods = goodsFor(language);
  const file = readFileSync(join(__dirname, `first-words.${language}.json`), 'utf8');
  const { intents, nobody }: FirstWords = JSON.parse(file);
  const heardAs = (text: string) => hearing.hear(text, { locale: language, goods }).intent as string;
  const said = Object.entries(intents).flatMap(([intent, texts]) => texts.map((text) => ({ intent, text })));

  test('nine of ten come to their intent, and few to another', () => {
    const missed = said.map((one) => ({ ...one, as: heardAs(one.text) })).filter(({ intent, as }) => as !== intent);
    const wrong = missed.filter(({ as }) => as !== 'Fallback');
    const right = 1 - missed.length / said.length >= RIGHT_AT_LEAST;
    expect({ right, few: wrong.length / said.length <= WRONG_AT_MOST, missed: right ? [] : missed }).toEqual({
      right: true,
      few: true,
      missed: [],
    });
  });

  test('what nobody here can do is hardly ever acted on', () => {
    const acted = nobody
      .map((text) => `${text}: ${heardAs(text)}`)
      .filter((one) => !NOTHING_DONE.includes(one.split(': ')[1] ?? ''));
    expect({ few: acted.length / nobody.length <= ACTED_AT_MOST, acted: [] }).toEqual({ few: true, acted: [] });
  });
});
