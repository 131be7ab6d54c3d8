/** An outcome becomes words: what is asked and asked again, which wording, and what happens when words are missing. */

import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { createVoice, type Worded } from '../../lambda/language/speech/say';
import type { Problem } from '../../lambda/language/speech/words';
import type { Outcome } from '../../lambda/vocabulary/outcome';
import type { Value } from '../../lambda/vocabulary/values';
import { ask, folderOf, formatOf, outcome, sayOne, voiceOf } from './voice-of';

const speech = {
  Test: {
    done: 'Done.',
    named: 'Hello {{name}} of {{shop}}.',
    orders_one: 'One order.',
    orders_other: '{{count}} orders.',
    ack: { a: 'Sure.', b: 'Gladly.', c: 'With pleasure.' },
    many: { a_one: 'One bag.', a_other: '{{count}} bags.', b_one: 'A bag.', b_other: 'Bags: {{count}}.' },
    breath: 'First.{{pause}}Second.',
    status_shipped: 'It is on its way.',
    when: '{{day}} it arrives. {{day}}!',
    link: 'It is in your app {{link}}.',
    confirm: {
      ask: 'Shall I place this order?',
      reprompt: { a: 'Would you like it?', b: 'Do you want it?' },
      guide: 'You can say yes or no. Shall I order?',
      help: 'I order nothing before you say yes.',
    },
  },
};
const text = { Test: { link: 'Here it is: {{link}}', ack: 'OK.' } };
const voice = voiceOf({ en: { speech, text }, it: { speech: {} } });
const how = { locale: 'en-GB', wording: {}, seed: 'seed' };

function said(out: Outcome, wording: Readonly<Record<string, number>> = {}): Worded {
  return voice.say(out, { ...how, wording });
}

test('says all replies, then asks, and asks again in other words', () => {
  const { speech: heard, reprompt } = said(outcome([['Test.done', {}]], ask('Test.confirm')));
  expect(heard.ssml).toBe('<speak>Done. Shall I place this order?</speak>');
  expect(reprompt?.plain).toMatch(/^(Would you like|Do you want) it\?$/);
});

test('does not ask twice when the last reply already asks', () => {
  const guided = said(outcome([['Test.confirm.guide', {}]], ask('Test.confirm')));
  expect(guided.speech.plain).toBe('You can say yes or no. Shall I order?');
  expect(guided.reprompt?.plain).toMatch(/ it\?$/);
  const repeated = said(outcome([['Test.confirm.reprompt', {}]], ask('Test.confirm')));
  expect(repeated.speech.plain).toMatch(/^(Would you like|Do you want) it\?$/);
  expect(repeated.reprompt?.plain).toBe('Shall I place this order?');
});

test('help explains and asks nothing, so the question follows it', () => {
  const { speech: heard, reprompt } = said(outcome([['Test.confirm.help', {}]], ask('Test.confirm')));
  expect(heard.plain).toMatch(/^I order nothing before you say yes\. (Would you like|Do you want) it\?$/);
  expect(reprompt?.plain).toBe('Shall I place this order?');
});

test('a closed microphone has no reprompt, and nothing to say is an empty answer', () => {
  expect(said(outcome([]))).toEqual({
    speech: { ssml: '<speak></speak>', plain: '', text: '', seconds: 0 },
    reprompt: null,
    card: null,
    options: [],
    wording: {},
  });
});

test('never says the same wording twice running, and goes through all of them', () => {
  let wording: Readonly<Record<string, number>> = {};
  const heard: string[] = [];
  for (let turn = 0; turn < 9; turn++) {
    const answer = said(outcome([['Test.ack', {}]]), wording);
    wording = answer.wording;
    heard.push(answer.speech.plain);
    expect(answer.speech.text).toBe('OK.');
  }
  expect(heard.slice(1).every((words, at) => words !== heard[at])).toBe(true);
  expect(new Set(heard).size).toBe(3);
  expect(
    said(
      outcome([
        ['Test.ack', {}],
        ['Test.ack', {}],
      ]),
    ).speech.plain,
  ).not.toMatch(/^(.+) \1$/);
});

test('says it in fewer words where all of it would take too long, and writes it in full', () => {
  const long = 'It takes a good while to say all of this. '.repeat(5).trim();
  const own = {
    Test: {
      long,
      long_brief: 'In brief.',
      longer: long,
      longer_brief: long,
      longer_short: 'Short.',
      ack: { a: 'Sure.', b: 'Gladly.' },
    },
  };
  const brief = voiceOf({ en: { speech: own } });
  const told = brief.say(
    outcome([
      ['Test.long', {}],
      ['Test.ack', {}],
    ]),
    { ...how, wording: { 'Test.ack': 0 } },
  );
  expect(told.speech).toMatchObject({ plain: 'In brief. Gladly.', text: `${long} Gladly.` });
  expect(told.wording).toEqual({ 'Test.ack': 1 });
  // The fewest words are for where the brief ones take too long.
  expect(brief.say(outcome([['Test.longer', {}]]), how).speech).toMatchObject({ plain: 'Short.', text: long });
});

test('the seed chooses the first wording', () => {
  const first = (seed: string): string => voice.say(outcome([['Test.ack', {}]]), { ...how, seed }).speech.plain;
  expect(first('one')).toBe(first('one'));
  expect(new Set(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(first)).size).toBeGreaterThan(1);
});

test('remembers the fifty latest wordings only', () => {
  const old = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`Old.key${at}`, 0]));
  const { wording } = said(outcome([['Test.ack', {}]]), old);
  expect(Object.keys(wording)).toHaveLength(50);
  expect(Object.keys(wording).at(-1)).toBe('Test.ack');
  expect(wording).toHaveProperty(['Old.key59']);
  expect(wording).not.toHaveProperty(['Old.key10']);
});

test.each([
  [1, 'One order.'],
  [2, '2 orders.'],
  [0, '0 orders.'],
])('%d orders take the plural form of the language', (number, words) => {
  expect(sayOne(voice, 'Test.orders', 'en-GB', { count: { type: 'number', number } }).speech.plain).toBe(words);
});

test('wordings may have plural forms', () => {
  const bags = (number: number): string =>
    sayOne(voice, 'Test.many', 'en-GB', { count: { type: 'number', number } }).speech.plain;
  expect(['One bag.', 'A bag.']).toContain(bags(1));
  expect(['3 bags.', 'Bags: 3.']).toContain(bags(3));
});

test('a value named context chooses among a closed set', () => {
  const context: Value = { type: 'name', name: 'shipped' };
  expect(sayOne(voice, 'Test.status', 'en-GB', { context }).speech.plain).toBe('It is on its way.');
});

test('a pause is heard and not shown', () => {
  const { speech: heard } = sayOne(voice, 'Test.breath', 'en-GB');
  expect(heard.ssml).toBe('<speak>First.<break time="400ms"/>Second.</speak>');
  expect(heard.text).toBe('First.Second.');
});

test('our own phrases take a capital at the start of a sentence only', () => {
  const day: Value = { type: 'day', day: '2026-11-24', today: '2026-11-22' };
  expect(sayOne(voice, 'Test.when', 'en-GB', { day }).speech.plain).toBe('On Tuesday it arrives. On Tuesday!');
});

test.each([
  ['carta igienica Cartanuvola', 'Carta igienica Cartanuvola'],
  ['iPolish wipes', 'iPolish wipes'],
])('the product %j begins a sentence as %j', (voiceTitle, words) => {
  const day: Value = { type: 'product', product: { title: 'x', voiceTitle } };
  expect(sayOne(voice, 'Test.when', 'en-GB', { day }).speech.plain).toBe(`${words} it arrives. ${words}!`);
});

test('what is only shown leaves no trace in speech', () => {
  const { speech: both } = sayOne(voice, 'Test.link', 'en-GB', { link: { type: 'shown', text: 'https://a.example' } });
  expect(both.plain).toBe('It is in your app.');
  expect(both.text).toBe('Here it is: https://a.example');
});

test('cards and labels are written, not spoken', () => {
  const money: Value = { type: 'money', money: { minor: 1480, currency: 'EUR' } };
  const day: Value = { type: 'day', day: '2026-11-24', today: '2026-11-22' };
  const title = { key: 'Test.done', with: {} };
  const line = { key: 'Test.named', with: { name: money } };
  const { card, options } = said({
    ...outcome([], ask('Test.confirm', {}, { options: [{ id: 'tue', label: day }] })),
    card: { kind: 'simple', title, lines: [line, title] },
  });
  expect(card).toEqual({ kind: 'simple', title: 'Done.', text: 'Hello €14.80 of Willow Market.\nDone.' });
  expect(options).toEqual([{ id: 'tue', label: 'On Tuesday (24 Nov)' }]);
  expect(said({ ...outcome([]), card: { kind: 'link-account' } }).card).toEqual({ kind: 'link-account' });
});

test.each(['{{shop}}', '$t(format.and)', '{{-shop}}', '\uE000\uE001', '</speak>', '<break time="9s"/>'])(
  'the name %j is shown as it is and never evaluated',
  (name) => {
    const { speech: both } = sayOne(voice, 'Test.named', 'en-GB', { name: { type: 'name', name } });
    expect(both.text).toBe(`Hello ${name} of Willow Market.`);
    expect(both.plain).not.toMatch(/Willow Market.*Willow Market|Hello and/);
    expect(both.ssml).not.toMatch(/<(?!\/?speak>)/);
  },
);

describe('missing words', () => {
  const problems: Problem[] = [];
  const broken = { Test: { done: '', named: 'Ciao {{nome}}.', orders_one: 'Un ordine.' } };
  const safe = voiceOf(
    { en: { speech, text }, it: { speech: broken } },
    { onMissing: (problem) => problems.push(problem) },
  );
  const { missing, missingAsk } = formatOf('it') as { missing: string; missingAsk: string };
  beforeEach(() => {
    problems.length = 0;
  });

  test.each<[string, string, Record<string, Value>, Partial<Problem>]>([
    ['a missing sentence', 'Test.nothing', {}, { kind: 'key', key: 'Test.nothing' }],
    ['an empty sentence', 'Test.done', {}, { kind: 'key', key: 'Test.done' }],
    [
      'a missing plural form',
      'Test.orders',
      { count: { type: 'number', number: 2 } },
      { kind: 'key', key: 'Test.orders' },
    ],
    [
      'a mistyped variable',
      'Test.named',
      { name: { type: 'name', name: 'Ana' } },
      { kind: 'variable', key: 'Test.named', detail: 'nome' },
    ],
    ['a key that only prototypes have', 'constructor', {}, { kind: 'key', key: 'constructor' }],
    ['a group instead of a sentence', 'Test', {}, { kind: 'key', key: 'Test' }],
  ])('%s is replaced in the same language and reported', (_, key, values, problem) => {
    const { speech: both } = sayOne(safe, key, 'it-IT', values);
    expect(both.plain).toBe(missing);
    expect(both.text).toBe(missing);
    expect(problems[0]).toMatchObject({ locale: 'it', ...problem });
  });

  test('a missing question still asks', () => {
    const { speech: both, reprompt } = safe.say(outcome([], ask('Test.confirm')), { ...how, locale: 'it-IT' });
    expect(both.plain).toBe(missingAsk);
    expect(reprompt?.plain).toBe(missingAsk);
  });

  test('strict voices throw', () => {
    const strict = voiceOf({ en: { speech }, it: { speech: broken } });
    expect(() => sayOne(strict, 'Test.nothing', 'it-IT')).toThrow('it: key Test.nothing');
    expect(() => sayOne(strict, 'Test.named', 'it-IT')).toThrow('it: variable Test.named nome');
    expect(() => sayOne(strict, 'Test.done', 'cs-CZ')).toThrow('locale');
  });

  test('an unknown locale is reported, and never throws', () => {
    expect(sayOne(safe, 'Test.breath', 'xx-\u0000').speech.plain).toBe('First. Second.');
    expect(problems[0]).toMatchObject({ kind: 'locale' });
  });
});

test('knows its languages, and learns new ones when it reloads', () => {
  const directory = folderOf({ en: { speech } });
  const growing = createVoice({ directory, shopName: 'Willow Market', onMissing: 'throw' });
  expect(growing.languages).toEqual(['en']);
  expect([growing.supports('en-AU'), growing.supports('it-IT'), growing.supports('')]).toEqual([true, false, false]);
  const more = folderOf({ it: { speech: { Test: { done: 'Fatto.' } } } });
  cpSync(join(more, 'it'), join(directory, 'it'), { recursive: true });
  growing.reload();
  expect(growing.languages).toEqual(['en', 'it']);
  expect(sayOne(growing, 'Test.done', 'it-IT').speech.plain).toBe('Fatto.');
});
