/**
 * What German speakers say first: in Sie and du, hurried, cross, old-fashioned, Austrian and Swiss; no sentence of ours. Under
 * `harmless` stands what only sounds like an emergency.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHearing } from '../../lambda/language/hearing/hear';
import { goodsFor } from '../../scripts/locales/catalogue';
import { INTENT_SLOTS } from '../../scripts/locales/contract';

type Said = Readonly<Record<'Emergency' | 'harmless', readonly string[]>>;

const said: Said = JSON.parse(readFileSync(join(__dirname, 'first-words.de.json'), 'utf8'));
const goods = goodsFor('de');
const hearing = createHearing({
  directory: join(__dirname, '../../locales'),
  intents: INTENT_SLOTS,
  today: () => '2026-01-15',
});
const isEmergency = (text: string) => hearing.hear(text, { locale: 'de', goods }).intent === 'Emergency';

test('emergencies are heard, whoever is in danger and however it is said', () => {
  expect(said.Emergency.filter((text) => !isEmergency(text))).toEqual([]);
});

test('what only sounds like one is none', () => {
  expect(said.harmless.filter(isEmergency)).toEqual([]);
});
