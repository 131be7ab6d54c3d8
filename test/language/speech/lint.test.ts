/** The rules of speech find what they are for, and leave good answers alone. */

import { join } from 'node:path';
import { lintSpeech } from '../../../lambda/language/speech/lint';
import type { Spoken, Worded } from '../../../lambda/language/speech/say';
import { readTongues } from '../../../lambda/language/speech/tongues';
import type { Ending } from '../../../lambda/vocabulary/outcome';
import type { Value } from '../../../lambda/vocabulary/values';
import { ask } from '../voice-of';

const TONGUES = readTongues(join(__dirname, '../../../locales'));
const CLOSE: Ending = { kind: 'close' };
const ASK = ask('Test.which');

function spoken(plain: string, seconds = 5): Spoken {
  return { ssml: `<speak>${plain}</speak>`, plain, text: plain, seconds };
}

function said(plain: string, reprompt: string | null = null, seconds = 5): Worded {
  return {
    speech: spoken(plain, seconds),
    reprompt: reprompt === null ? null : spoken(reprompt),
    card: null,
    options: [],
    wording: {},
  };
}

function rules(answer: Worded, ending: Ending = CLOSE, locale = 'en-GB'): readonly string[] {
  return lintSpeech(answer, ending, { locale, tongues: TONGUES }).map(({ rule, level }) => `${rule} ${level}`);
}

test.each([
  [said("It's out for delivery, today between two and four in the afternoon."), CLOSE, 'en-GB'],
  [said('14 euros 80 in all, delivery included. Shall I place this order?', 'Shall I order it?'), ASK, 'en-US'],
  [said('Il tuo ordine arriva domani. Vuoi altro?', 'Posso fare altro?'), ASK, 'it-IT'],
  [said('Ending in 4 2 7 1, for 1250 yen.'), CLOSE, 'en-GB'],
  [said(''), CLOSE, 'en-GB'],
])('a good answer has nothing against it: %j', (answer, ending, locale) => {
  expect(lintSpeech(answer, ending, { locale, tongues: TONGUES })).toEqual([]);
});

test('an ordinal with a point ends no breath where a language writes such, and a number does elsewhere', () => {
  const half = 'eins zwei drei vier fünf sechs sieben acht neun';
  expect(rules(said(`${half} am 28. ${half}.`), CLOSE, 'de-DE')).toEqual(['S1 warning']);
  expect(rules(said(`${half} 28. ${half}.`), CLOSE, 'cs')).toEqual(['S1 warning']);
  expect(rules(said(`${half} 28. ${half}.`), CLOSE, 'en-GB')).toEqual([]);
  expect(rules(said(`${half} 4821. ${half}.`), CLOSE, 'de-DE')).toEqual([]);
});

test.each([
  ['S1 warning', said('One two three four five six seven eight nine ten one two three four five six seven.')],
  ['S2 error', said('Too long.', null, 15.1)],
  ['S2 warning', said('Rather long.', null, 10.1)],
  ['R2 error', { ...said('x'), speech: { ...spoken('x'), ssml: 'x'.repeat(8001) } }],
  ['S7 error', said('Shall I order it?')],
  ['S7 error', said('Shall I? I might.')],
  ['R1 error', said('Done.', 'Still there?')],
  ['S15 error', said('Go to https://willow.market now.')],
  ['S15 error', said('Write to care@willow.shop now.')],
  ['S15 error', said('Parcel 940551120.')],
  ['S18 error', said('Salt & pepper.')],
  ['S18 error', said('Two (2) bags.')],
  ['S18 error', said('Well done 🎉')],
  ['S18 error', said('A PREMIUM coffee.')],
  ['S18 error', said('Coffee, tea etc. too.')],
  ['R4 error', said('Hello {{name}}.')],
  ['R4 error', said('It arrives undefined.')],
  ['R4 error', said('It arrives 2026-11-24.')],
  ['R4 error', said('Reorder.confirm.ask')],
  ['R4 error', said('Order wm-204 is here.')],
])('finds %s in %j', (rule, answer) => {
  expect(rules(answer)).toContain(rule);
});

test.each([
  ['S7 error', said('Here you are.', 'Anything else?')],
  ['S7 error', said('Which one? The red? Or both?', 'Which one?')],
  ['R1 error', said('Which one?')],
  ['R1 error', said('Which one?', 'Say red or blue.')],
  ['S8 error', said('Two match. Which one?', 'Which one?')],
])('finds %s in the question %j', (rule, answer) => {
  expect(rules(answer, ASK)).toContain(rule);
});

test('finds another language in speech', () => {
  expect(rules(said('Your order is here, what would you like'), CLOSE, 'it-IT')).toContain('R4 error');
  expect(rules(said('Il tuo ordine arriva oggi'), CLOSE, 'en-US')).toContain('R4 error');
});

test('what sums up a purchase has no more time than any other answer', () => {
  const question = said('Long summary. Shall I place this order?', 'Shall I?', 15.1);
  expect(rules(question, ask('Purchase.confirm'))).toEqual(['S2 error']);
});

test('at most three options are to be kept in mind', () => {
  const items: Value[] = [1, 2, 3, 4].map((number) => ({ type: 'number', number }));
  const ending = (join: 'and' | 'or', length: number): Ending =>
    ask('Test.which', { list: { type: 'list', join, items: items.slice(0, length) } });
  const answer = said('Which one?', 'Which?');
  expect(rules(answer, ending('or', 4))).toEqual(['S4 error']);
  expect(rules(answer, ending('and', 4))).toEqual(['S6 warning']);
  expect(rules(answer, ending('or', 3))).toEqual([]);
});

test('the reprompt keeps the rules too', () => {
  expect(rules(said('Which one?', 'Salt & pepper, which?'), ASK)).toEqual(['S18 error']);
});
