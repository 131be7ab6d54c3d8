/** Every sentence of every language, said to the program: what is written for an intent is heard as it, and what is written for nobody here as nothing. */

import { resolve } from 'node:path';
import { check, languagesIn } from '../../scripts/locales/check';

const place = { root: resolve(__dirname, '..', '..') };

test.each(languagesIn(place))('%s is heard as it is written, every word of it', async (language) => {
  const { findings, summary } = await check(place, { language });
  expect(findings.map(({ file, line, message }) => `${file}:${line}: ${message}`)).toEqual([]);
  expect(summary).toEqual([expect.stringContaining(`${language}: 0 errors`)]);
});
