/**
 * What German speakers say first: in Sie and du, hurried, cross, old-fashioned, Austrian and Swiss; no sentence of ours. Under
 * `harmless` stands what only sounds like an emergency, under `OutOfScope` what is said to nobody here.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { goodsFor } from '../../scripts/locales/catalogue';
import { shopEars } from '../kit/ears';

const _ROOT = join(__dirname, '..', '..');
const said = JSON.parse(readFileSync(join(__dirname, 'first-words.de.json'), 'utf8')) as Readonly<
  Record<string, readonly string[]>
>;
const { Emergency = [], harmless = [], OutOfScope = [], ...wishes } = said;

const goods = goodsFor('de');
const intentOf = (text: string) => shopEars.hear(text, { locale: 'de', goods }).intent;
const isEmergency = (text: string) => intentOf(text) === 'Emergency';

test('emergencies are heard, whoever is in danger and however it is said', () => {
  expect(Emergency.filter((text) => !isEmergency(text))).toEqual([]);
});

test('what only sounds like one is none', () => {
  expect(harmless.filter(isEmergency)).toEqual([]);
});

/** What was reached, less a word or two; nothing else is acted on but in one of twenty. */
const HEARD_AT_LEAST = 0.85;
const WRONG_AT_MOST = 1 / 20;

test.each(Object.entries(wishes))('%s is understood however it is said', (intent, texts) => {
  const heard = texts.map((text) => [intentOf(text), text] as const);
  const missed = heard.filter(([found]) => found !== intent);
  const wrong = missed.filter(([found]) => found !== 'Fallback');
  expect({
    missed,
    isMostlyHeard: missed.length <= (1 - HEARD_AT_LEAST) * texts.length,
    isSeldomWrong: wrong.length <= Math.max(1, WRONG_AT_MOST * texts.length),
  }).toEqual({ missed: expect.any(Array), isMostlyHeard: true, isSeldomWrong: true });
});

/** They do nothing but tell. */
const TELLS = ['Fallback', 'SmallTalk', 'Help', 'Pace', 'Volume', 'Thanks', 'Insult', 'LegalThreat'];

test('what is said to nobody here starts nothing, and seldom gets an answer', () => {
  const heard = OutOfScope.map(intentOf);
  expect(heard.filter((intent) => !TELLS.includes(intent)).length).toBeLessThanOrEqual(1);
  const answered = heard.filter((intent) => !['Fallback', 'SmallTalk'].includes(intent));
  expect(answered.length / heard.length).toBeLessThanOrEqual(0.06);
});
