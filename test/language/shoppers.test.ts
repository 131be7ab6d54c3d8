/** What many shoppers say first, hasty, polite, foreign, cross or misspelt, written before anybody looked how it is heard; no sentence of ours. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelsFolder } from '../../lambda/house/ears';
import { createHearing } from '../../lambda/language/hearing/hear';
import { goodsFor } from '../../scripts/locales/catalogue';
import { INTENT_SLOTS } from '../../scripts/locales/contract';
import { topicsIn } from '../../scripts/locales/topics';

const ROOT = join(__dirname, '..', '..');

/** By the intent that is meant, and others that would do, with strokes between them. */
type Said = Readonly<Record<string, readonly string[]>>;

const hearing = createHearing({
  directory: join(ROOT, 'locales'),
  intents: INTENT_SLOTS,
  today: () => '2026-11-28',
  topics: { of: (locale) => topicsIn({ root: ROOT }, locale), isLearned: true },
  learning: { folders: [modelsFolder(null)], when: 'at once' },
});

describe.each(['en', 'it'] as const)('first words in %s', (language) => {
  const goods = goodsFor(language);
  const file = join(__dirname, `shoppers.${language}.json`);
  const said = JSON.parse(readFileSync(file, 'utf8')) as Said;
  const all = Object.entries(said).flatMap(([key, texts]) => texts.map((text) => ({ text, meant: key.split('|') })));
  const heard = all.map((one) => ({ ...one, intent: hearing.hear(one.text, { locale: language, goods }).intent }));
  const isRight = ({ meant, intent }: (typeof heard)[number]) => meant.includes(intent);
  const wrong = heard.filter((one) => !isRight(one) && one.intent !== 'Fallback');

  test('are understood nine times of ten, and seldom as something else', () => {
    expect(all.length).toBeGreaterThanOrEqual(800);
    expect(heard.filter(isRight).length / all.length).toBeGreaterThanOrEqual(0.92);
    expect(wrong.length / all.length).toBeLessThanOrEqual(0.03);
  });

  test('each intent is understood in four of five', () => {
    const shares = Object.keys(said).map((key) => {
      const own = heard.filter(({ meant }) => meant.join('|') === key);
      return { key, share: own.filter(isRight).length / own.length };
    });
    expect(shares.filter(({ share }) => share < 0.8)).toEqual([]);
  });

  test('never buy what was not asked for', () => {
    expect(wrong.filter(({ intent }) => intent === 'Reorder')).toEqual([]);
  });
});
