/** A language is a folder; a region holds only what differs; one bad file silences only its own language. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderFor, loadLocales, sentenceKeys } from '../../lambda/language/locales/locales';
import { createVoice } from '../../lambda/language/speech/say';
import type { Problem } from '../../lambda/language/speech/words';
import { folderOf, formatOf, sayOne, voiceOf } from './voice-of';

const Test = { hello: 'Hello.', ack: { a: 'Sure.', b: 'Fine.' }, orders_one: 'One.', orders_other: 'More.' };

test('a region says its own words and takes the rest from its language', () => {
  const region = {
    Test: { hello: 'Howdy.', ack: { a: 'You bet.' } },
    format: { moneyAndMinor: '{{money}} and {{cents}}' },
  };
  const money = { Test: { ...Test, cost: 'It is {{money}}.' } };
  const voice = voiceOf({ en: { speech: money }, 'en-US': { speech: region } });
  const say = (key: string, locale: string): string =>
    sayOne(voice, key, locale, { money: { type: 'money', money: { minor: 1250, currency: 'USD' } } }).speech.plain;
  expect([say('Test.hello', 'en-US'), say('Test.hello', 'en-GB')]).toEqual(['Howdy.', 'Hello.']);
  expect([say('Test.cost', 'en-US'), say('Test.cost', 'en-GB')]).toEqual([
    'It is 12 dollars and 50 cents.',
    'It is 12 dollars 50.',
  ]);
  expect(say('Test.ack', 'en-US')).toBe('You bet.');
  expect(voice.languages).toEqual(['en']);
});

test('a language without its format words is not spoken', () => {
  const { folders } = loadLocales(folderOf({ en: { speech: { Test } }, cs: { speech: { Test } } }));
  expect(folders.map(({ name }) => name)).toEqual(['en']);
  expect(folderFor(folders, 'cs-CZ')).toBeNull();
});

test('a language is spoken when it has every format word of the source language', () => {
  const { list, ...partly } = { ...formatOf('en'), list: 'a list' };
  const spoken = (format: object): readonly string[] =>
    voiceOf({ en: { speech: { Test, format: { list } } }, it: { speech: { Test, format } } }).languages;
  expect(spoken({ list })).toEqual(['en', 'it']);
  expect(spoken(partly)).toEqual(['en']);
  expect(spoken({ list: '' })).toEqual(['en']);
  expect(spoken({ list: { a: 'una lista' } })).toEqual(['en', 'it']);
});

test('names sentences without plural endings and letters of wordings', () => {
  expect([...sentenceKeys({ Test })]).toEqual(['Test.hello', 'Test.ack', 'Test.orders']);
});

test('a broken file silences only its language, and is reported', () => {
  const directory = folderOf({ en: { speech: { Test } }, it: { speech: { Test } } });
  writeFileSync(join(directory, 'it', 'speech.json'), '{ "Test": ');
  const problems: Problem[] = [];
  const voice = createVoice({ directory, shopName: 'x', onMissing: (problem) => problems.push(problem) });
  expect(voice.languages).toEqual(['en']);
  expect(problems).toMatchObject([{ kind: 'file', locale: 'it', key: 'it/speech.json' }]);
});

test.each(['en', 'it'])('the format words of %s have exactly the plural forms of the language', (language) => {
  const rules = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const forms = new Map<string, string[]>();
  for (const key of Object.keys(formatOf(language))) {
    const [, base, form] = /^(.+)_(zero|one|two|few|many|other)$/.exec(key) ?? [];
    if (base && form) forms.set(base, [...(forms.get(base) ?? []), form]);
  }
  expect(forms.size).toBeGreaterThan(20);
  for (const [base, own] of forms) expect([base, own.sort()]).toEqual([base, [...rules].sort()]);
});
