/** Questions of our own about what the demo shop has written: how many find their topic, and what is taken for one wrongly. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelsFolder } from '../../lambda/house/ears';
import { createHearing, type Hearing } from '../../lambda/language/hearing/hear';
import { expand, type Sentences } from '../../lambda/language/hearing/sentences';
import { goodsFor } from '../../scripts/locales/catalogue';
import { INTENT_SLOTS } from '../../scripts/locales/contract';
import { topicsIn } from '../../scripts/locales/topics';

const ROOT = join(__dirname, '..', '..');
const place = { root: ROOT };

function hearingOf(): Hearing {
  return createHearing({
    directory: join(ROOT, 'locales'),
    intents: INTENT_SLOTS,
    today: () => '2026-11-28',
    topics: { of: (locale) => topicsIn(place, locale), isLearned: true },
    learning: { folders: [modelsFolder(null)], when: 'at once' },
  });
}

const json = <T>(...path: readonly string[]) => JSON.parse(readFileSync(join(ROOT, ...path), 'utf8')) as T;

/** What was reached on 30 November 2026, less what a word more or less may change. */
const LEAST = {
  en: { topics: { right: 0.88, wrong: 0.05 }, 'topics-held': { right: 0.83, wrong: 0.05 } },
  it: { topics: { right: 0.82, wrong: 0.05 }, 'topics-held': { right: 0.74, wrong: 0.09 } },
} as const;

describe.each(['en', 'it'] as const)('in %s', (language) => {
  const hearing = hearingOf();
  const goods = goodsFor(language);
  const topicOf = (text: string) => hearing.hear(text, { locale: language, goods }).slots.topic?.ids[0];

  // `topics` may be mended from; `topics-held` only measures.
  test.each(['topics', 'topics-held'] as const)('most questions of %s find their topic, and few another', (half) => {
    const asked = json<Record<string, string[]>>('test', 'language', `${half}.${language}.json`);
    const all = Object.entries(asked).flatMap(([topic, texts]) => texts.map((text) => ({ topic, text })));
    expect(all.length).toBeGreaterThanOrEqual(90);
    const heard = all.map(({ topic, text }) => ({ topic, is: topicOf(text) }));
    const right = heard.filter(({ topic, is }) => is === topic).length / all.length;
    const wrong = heard.filter(({ topic, is }) => is !== undefined && is !== topic).length / all.length;
    expect(right).toBeGreaterThanOrEqual(LEAST[language][half].right);
    expect(wrong).toBeLessThanOrEqual(LEAST[language][half].wrong);
  });

  test('a question that is written down finds its topic, unless it is a sentence of another intent', () => {
    const all = topicsIn(place, language).flatMap(({ topic, questions }) =>
      questions.map((template) => ({ topic, text: expand(template)[0] ?? '' })),
    );
    const lost = all.filter(({ topic, text }) => topicOf(text) !== topic);
    expect(lost.length).toBeLessThanOrEqual(all.length / 50);
  });

  test('what is said for other intents is not taken for a question about a topic', () => {
    const sentences = json<Sentences>('locales', language, 'sentences.json');
    const others = [
      'Reorder',
      'OrderStatus',
      'CancelOrder',
      'DeliveryProblem',
      'RefundStatus',
      'MyData',
      'TalkToHuman',
    ];
    const said = others.flatMap((name) => (sentences[name] ?? []).map((one) => expand(one)[0] ?? ''));
    const plain = said.filter((text) => text !== '' && !text.includes('{'));
    expect(plain.length).toBeGreaterThan(150);
    expect(plain.filter((text) => topicOf(text) !== undefined)).toEqual([]);
  });
});

/** Begun like a question about what holds for everybody, and about nothing of the kind. */
const OF_NOTHING = {
  en: [
    'are you sure',
    'what if i say yes',
    'how long is that',
    'can i have two',
    'can i have them',
    'when do i get it',
  ],
  it: ['e se dico di sì', 'mi date il tè', 'per quanto', 'da quando', 'fino a quando'],
  de: ['sind sie sicher', 'was wenn ich ja sage', 'bringen sie es morgen', 'nehmen sie zwei', 'wie lange dauert das'],
  pl: ['co jeśli tak', 'do kiedy', 'czy możecie jutro'],
  cs: ['co když ano', 'do kdy', 'posíláte zítra', 'je tam něco', 'dá se dvě'],
} as const;

test.each(Object.keys(OF_NOTHING) as (keyof typeof OF_NOTHING)[])(
  'at a purchase, what is asked of nothing finds no topic, in %s',
  (locale) => {
    const question = {
      id: 'Purchase.confirm',
      commits: true,
      goods: [{ productId: 'bella-roma-ground', quantity: 2 }],
    } as const;
    const context = { locale, goods: goodsFor(locale), expects: ['yesno', 'number'], question } as const;
    const hearing = hearingOf();
    const found = OF_NOTHING[locale].filter((text) => hearing.hear(text, context).slots.topic?.ids[0] !== undefined);
    expect(found).toEqual([]);
  },
);
