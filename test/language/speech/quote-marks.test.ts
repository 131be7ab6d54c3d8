/** What somebody else wrote stands between the quotation marks of the language it is told in, and may ask there. */

import { join } from 'node:path';
import { brokenRules } from '../../../lambda/channels/alexa/rules';
import { lintSpeech } from '../../../lambda/language/speech/lint';
import { createVoice } from '../../../lambda/language/speech/say';
import { readTongues } from '../../../lambda/language/speech/tongues';

const LOCALES = join(__dirname, '../../../locales');
const voice = createVoice({ directory: LOCALES, shopName: 'Willow Market', onMissing: 'throw' });
const tongues = readTongues(LOCALES);

test.each([
  ['en-GB', "“It came, didn't it?”"],
  ['it-IT', "“It came, didn't it?”"],
  ['de-DE', "„It came, didn't it?“"],
  ['pl-PL', "„It came, didn't it?”"],
  ['cs-CZ', "„It came, didn't it?“"],
])('in %s: %s', (locale, quoted) => {
  const values = {
    person: { type: 'name', name: 'Marta' },
    words: { type: 'quote', text: '"It came, didn\'t it?"' },
  } as const;
  const ending = { kind: 'close' } as const;
  const said = voice.say(
    { replies: [{ key: 'Person.wrote', with: values }], ending },
    { locale, wording: {}, seed: '' },
  );
  expect(said.speech.plain).toContain(quoted);
  const errors = lintSpeech(said, ending, { locale, tongues }).filter(({ level }) => level === 'error');
  expect(errors).toEqual([]);
  const response = { outputSpeech: { type: 'SSML', ssml: said.speech.ssml }, shouldEndSession: true } as const;
  expect(brokenRules(response, 'IntentRequest')).toEqual([]);
});
