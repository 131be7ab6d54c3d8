/** The first words of many kinds of people, each to its intent; what nobody here can do is acted on by none. Written beside the lists, and not from them. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainLetters } from '../../lambda/vocabulary/letters';
import { goodsFor } from '../../scripts/locales/catalogue';
import { learnedEars } from '../kit/ears';

type FirstWords = { readonly intents: Readonly<Record<string, readonly string[]>>; readonly nobody: readonly string[] };

const RIGHT_AT_LEAST = 0.9;
/** `nothing`: what neither takes nor tells anything of the shop's. */
const VOICE = { wrong: 0.03, acted: 0.06, nothing: ['Fallback', 'SmallTalk', 'Help', 'Stop', 'Emergency'] } as const;
const TEXT = { wrong: 0.03, acted: 1 / 30, nothing: ['Fallback', 'SmallTalk'] } as const;
const AT_MOST = { en: VOICE, it: VOICE, cs: TEXT, pl: TEXT } as const;

const asWritten = (text: string) => text;
/** On a keyboard without the letters of the language. */
const bare = (text: string) => plainLetters(text.normalize('NFD').replace(/\p{M}/gu, ''));

describe.each([
  ['en', 'as it is written', asWritten],
  ['it', 'as it is written', asWritten],
  ['cs', 'as it is written', asWritten],
  ['cs', 'without its letters', bare],
  ['pl', 'as it is written', asWritten],
  ['pl', 'without its letters', bare],
] as const)('%s, %s', (language, _, written) => {
  const goods = goodsFor(language);
  const { wrong: mostWrong, acted: mostActed, nothing } = AT_MOST[language];
  const { intents, nobody }: FirstWords = JSON.parse(
    readFileSync(join(__dirname, `first-words.${language}.json`), 'utf8'),
  );
  const heardAs = (text: string): string => learnedEars.hear(written(text), { locale: language, goods }).intent;
  const said = Object.entries(intents).flatMap(([intent, texts]) => texts.map((text) => ({ intent, text })));

  test('nine of ten come to their intent, and few to another', () => {
    const missed = said.map((one) => ({ ...one, as: heardAs(one.text) })).filter(({ intent, as }) => as !== intent);
    const wrong = missed.filter(({ as }) => as !== 'Fallback');
    const isRight = 1 - missed.length / said.length >= RIGHT_AT_LEAST;
    const isFew = wrong.length / said.length <= mostWrong;
    expect({ isRight, isFew, missed: isRight && isFew ? [] : missed }).toEqual({
      isRight: true,
      isFew: true,
      missed: [],
    });
  });

  test('what nobody here can do is hardly ever acted on', () => {
    const acted = nobody
      .map((text) => [text, heardAs(text)] as const)
      .filter(([, as]) => !nothing.some((one) => one === as));
    expect(acted.length / nobody.length <= mostActed ? [] : acted).toEqual([]);
  });
});
