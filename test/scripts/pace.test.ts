/** How long replies take, against a voice that reads them aloud: needs espeak-ng. */

import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isPace } from '../../lambda/language/speech/seconds';
import { add } from '../../scripts/locales/add';
import { languagesIn } from '../../scripts/locales/check';
import { hasVoice, measure } from '../../scripts/locales/pace';
import { readLanguage } from '../../scripts/locales/source';
import { mass } from '../kit/masses';

const place = { root: join(__dirname, '../..') };
const spoken = languagesIn(place).filter((language) => readLanguage(place, language).status === 'complete');
const test_ = hasVoice('en') ? test : test.skip;
if (!hasVoice('en')) console.warn('the length of speech is not tried: there is no espeak-ng');

test.each(spoken)('%s has its own pace', (language) => {
  expect(isPace(readLanguage(place, language).pace)).toBe(true);
});

test_.each(spoken.slice(0, mass(1, spoken.length)))('what %s says takes as long as is estimated', (language) => {
  const { pace, error } = measure(place, language, mass(40, 400));
  expect(error.median).toBeLessThan(0.1);
  const kept = readLanguage(place, language).pace?.rate ?? 0;
  expect(Math.abs(pace.rate - kept) / kept).toBeLessThan(0.1);
});

test('a language whose replies cannot be read has no pace', () => {
  const root = mkdtempSync(join(tmpdir(), 'earshot-pace-'));
  for (const folder of ['locales', 'shop']) cpSync(join(place.root, folder), join(root, folder), { recursive: true });
  const file = join(root, 'locales/it/speech.json');
  writeFileSync(file, '{ "Welcome": ');
  expect(() => measure({ root }, 'it')).toThrow(/^it\/speech\.json:1: /);
  add({ root }, { code: 'nl', name: 'Nederlands' });
  expect(() => measure({ root }, 'nl')).toThrow('nothing is written');
  rmSync(root, { recursive: true });
});
