/** How a shop speaks to people: formally in the languages it says, with the words that are there for it. */

import { join } from 'node:path';
import { createVoice } from '../../lambda/language/speech/say';

const directory = join(__dirname, '../../locales');
const voiceOf = (formalIn: readonly string[]) =>
  createVoice({ directory, shopName: 'Willow Market', onMissing: 'throw', shop: { first: 'it', formalIn } });

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
