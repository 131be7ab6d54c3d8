/** How a shop speaks to people: formally in the languages it says, with the words that are there for it. */

import { join } from 'node:path';
import { loadLocales } from '../../lambda/language/locales/locales';
import { createPageWords, SHOPPERS_PAGES } from '../../lambda/language/locales/pages';
import { createVoice } from '../../lambda/language/speech/say';
import { checkFamiliar } from '../../scripts/locales/check-familiar';
import { leavesOf } from '../../scripts/locales/texts';

const directory = join(__dirname, '../../locales');
const voiceOf = (formalIn: readonly string[], familiarIn: readonly string[] = []) =>
  createVoice({
    directory,
    shopName: 'Willow Market',
    onMissing: 'throw',
    shop: { first: 'it', formalIn, familiarIn },
  });

/** Every wording of what is said as a visit begins and ends. */
function saidBy(voice: ReturnType<typeof voiceOf>, locale: string): readonly string[] {
  const greetings = ['first', 'returning', 'brief', 'leftover', 'goodbye'] as const;
  const ways = ['what.reprompt', 'what.guide', 'what.help', 'more.reprompt', 'more.guide', 'more.help'] as const;
  const questions = ['Welcome.what', 'Welcome.more'] as const;
  const ask = (id: (typeof questions)[number]) => {
    const question = { id, with: {}, expects: [], state: {}, ifLeft: 'drop' } as const;
    return { replies: [], ending: { kind: 'ask', question } } as const;
  };
  const outcomes = [
    ...[...greetings, ...ways].map(
      (key) => ({ replies: [{ key: `Welcome.${key}`, with: {} }], ending: { kind: 'close' } }) as const,
    ),
    ...questions.map(ask),
  ];
  return outcomes.flatMap((outcome) =>
    ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((seed) => {
      const { wording: _used, ...words } = voice.say(outcome, { locale, wording: {}, seed });
      return JSON.stringify(words);
    }),
  );
}

const INFORMAL = /\b(ciao|ti|te|puoi|dimmi|vuoi|hai|ritrovarti|ci sentiamo|dirti|parlarti)\b/i;

test('a formal shop greets, asks and closes without one informal word', () => {
  const said = saidBy(voiceOf(['it']), 'it-IT');
  expect(said.filter((words) => INFORMAL.test(words))).toEqual([]);
  expect(said.join(' ')).toContain('ritrovarla');
});

test('a shop that says nothing of it is as informal as before', () => {
  expect(saidBy(voiceOf([]), 'it-IT').some((words) => INFORMAL.test(words))).toBe(true);
});

test('a language without formal words says what it has', () => {
  expect(saidBy(voiceOf(['en']), 'en-GB')).toEqual(saidBy(voiceOf([]), 'en-GB'));
});

const FORMAL = /(?<!\p{L})(Sie|Ihnen|Ihre?[mnrs]?)(?!\p{L})/u;

test('a shop that says "du" has no formal word in any text, and every text it has otherwise', () => {
  const textsOf = (familiarIn: readonly string[]) => {
    const german = loadLocales(directory, { familiarIn }).folders.find(({ name }) => name === 'de');
    return [...leavesOf(german?.speech), ...leavesOf(german?.text)];
  };
  const [usual, familiar] = [textsOf([]), textsOf(['de'])];
  expect(familiar.filter(({ text }) => FORMAL.test(text))).toEqual([]);
  expect(familiar.map(({ path }) => path.join('.'))).toEqual(usual.map(({ path }) => path.join('.')));
  expect(usual.some(({ text }) => FORMAL.test(text))).toBe(true);
});

test('it greets with it, and the shop that says nothing keeps "Sie"', () => {
  expect(saidBy(voiceOf([], ['de']), 'de-DE').join(' ')).toMatch(/\bdu\b/);
  expect(saidBy(voiceOf([], ['de']), 'de-DE').filter((words) => FORMAL.test(words))).toEqual([]);
  expect(saidBy(voiceOf([]), 'de-DE').some((words) => FORMAL.test(words))).toBe(true);
});

test('its pages and letters say it as well, all but those of the people of the shop', async () => {
  const pages = (familiarIn: readonly string[]) =>
    createPageWords({ directory, shopName: 'Willow Market', languages: () => ['de'], familiarIn });
  const formal = async (page: string, familiarIn: readonly string[]) =>
    Object.values((await pages(familiarIn)(page, 'de-DE')).words).filter((text) => FORMAL.test(text)).length;
  for (const page of SHOPPERS_PAGES) {
    expect(await formal(page, [])).toBeGreaterThan(0);
    expect(await formal(page, ['de'])).toBe(0);
  }
  expect(await formal('desk', ['de'])).toBe(await formal('desk', []));
});

test('the check names what is still formal, what is left out, and what is no text at all', () => {
  const files: Readonly<Record<string, unknown>> = {
    'language.json': { formal: ['Sie'] },
    'speech.json': { A: 'Haben Sie {{count}}?', B: 'Kommen Sie', C: 'Gut', D: 'Sie sind {{name}}' },
    'text.json': {},
    'pages.json': { chat: { hello: 'Kommen Sie herein' }, desk: { hello: 'Kommen Sie herein' } },
    'familiar.json': { speech: { A: 'Hast du?', B: 'Kommen Sie', E: 'du' }, mails: {} },
  };
  const folder = {
    place: { root: '' },
    language: 'de',
    isDraft: false,
    file: (name: string) => (files[name] ? { value: files[name], lineOf: () => 1 } : undefined),
    finding: (name: string, _path: readonly (string | number)[], message: string) => ({ file: name, line: 1, message }),
  };
  expect(checkFamiliar(folder).map(({ message }) => message)).toEqual([
    'mails is none of speech, text, pages',
    'A must have the variables of speech.json',
    'B is formal: "Sie"',
    'E is no text of speech.json',
    'D is missing; it is said formally: "Sie sind {{name}}"',
    'chat.hello is missing; it is said formally: "Kommen Sie herein"',
  ]);
});
