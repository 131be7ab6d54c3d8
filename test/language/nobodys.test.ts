/** What a language says that nobody here can do does nothing, whatever a slot would take of it and whatever it is like. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelsFolder } from '../../lambda/house/ears';
import { createHearing } from '../../lambda/language/hearing/hear';
import { expand, type Sentences } from '../../lambda/language/hearing/sentences';
import { goodsFor } from '../../scripts/locales/catalogue';
import { INTENT_SLOTS } from '../../scripts/locales/contract';
import { spread } from '../../scripts/locales/samples';

const LOCALES = join(__dirname, '../../locales');
const hearing = createHearing({
  directory: LOCALES,
  intents: INTENT_SLOTS,
  today: () => '2026-01-15',
  learning: { folders: [modelsFolder(null)], when: 'at once' },
});

test.each(['en', 'it', 'de', 'pl', 'cs'])('in %s', (language) => {
  const goods = goodsFor(language);
  const { Fallback = [] }: Sentences = JSON.parse(readFileSync(join(LOCALES, language, 'sentences.json'), 'utf8'));
  const said = Fallback.flatMap((template) => spread(expand(template), 2));
  const acted = said
    .map((text) => `${text}: ${hearing.hear(text, { locale: language, goods }).intent}`)
    .filter((one) => !one.endsWith(': Fallback'));
  expect(acted).toEqual([]);
});

test.each([
  ['en', 'where is my uncle'],
  ['it', "dov'è mio zio"],
  ['de', 'wo ist mein Onkel'],
  ['pl', 'gdzie jest wujek'],
  ['cs', 'kde je moje teta'],
])('%s: no order is called by who it is at home: %s', (language, text) => {
  expect(hearing.hear(text, { locale: language, goods: goodsFor(language) }).intent).toBe('Fallback');
});
