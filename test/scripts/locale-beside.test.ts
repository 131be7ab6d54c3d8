/** Files beside the languages that are damaged: each is told with its line, and nothing is thrown. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../scripts/locales/check';
import { checkBeside } from '../../scripts/locales/check-beside';
import { readLedTo } from '../../scripts/locales/led-to';
import { localesCopy } from '../kit/locales-copy';

const ROOT = join(__dirname, '../..');

test('ours are right', () => {
  expect(checkBeside({ root: ROOT })).toEqual([]);
});

/** What takes the place of a line, by the file and the words it begins with. */
const DAMAGED: readonly (readonly [file: string, before: string | RegExp, after: string, told: string])[] = [
  ['tongues.json', '"fr": {', '"fr" {', 'tongues.json:6: '],
  ['tongues.json', '"short": []', '"short": ""', 'es.short must be a list of texts'],
  ['tongues.json', '"short": []', '"shorts": []', 'shorts is none of words, short'],
  ['tongues.json', '"fr": {', '"Frank": {', 'Frank is no code of a language'],
  ['tongues.json', '"fr": {', '"de": {', 'locales/de/ has lists of its own'],
  ['mail-programs.json', '"from": ["de"]', '"from": [1]', 'fr.from must be a list of texts'],
  ['mail-programs.json', /^[\s\S]*$/, '[]', 'must hold languages'],
  ['led-to.json', /"heard": "\w+"/, '"heard": 3', 'what led to it cannot be read'],
  ['led-to.json', /^[\s\S]*$/, '[]', 'what led to it cannot be read'],
  ['places.yaml', /^(\w+):\n/m, '$1:\n  broken: [\n', 'places.yaml:'],
  ['places.yaml', /^( {2}\w+): .*$/m, '$1: 12', 'must say in words when it is said'],
  ['places.yaml', /^[\s\S]*$/, '- a\n', 'must hold replies'],
];

test.each(DAMAGED)('%s with %p as %p is told', async (file, before, after, told) => {
  const place = localesCopy();
  const path = join(place.root, 'locales', file);
  const whole = readFileSync(path, 'utf8');
  const damaged = whole.replace(before, after);
  expect(damaged).not.toBe(whole);
  writeFileSync(path, damaged);
  const findings = checkBeside(place);
  expect(findings.map((one) => `${one.file}:${one.line}: ${one.message}`).join('\n')).toContain(told);
  expect(findings.every(({ line }) => line >= 1)).toBe(true);
});

test('the check tells it, whatever language is asked for', async () => {
  const place = localesCopy();
  writeFileSync(join(place.root, 'locales/tongues.json'), '{ "es": 1 }\n');
  const { findings } = await check(place, { language: 'zz', saidOfEach: 0 });
  expect(findings).toContainEqual({ file: 'tongues.json', line: 1, message: 'es must hold words, short' });
});

test('whoever reads what led to replies is told the line of a slip in it', () => {
  const place = localesCopy();
  writeFileSync(join(place.root, 'locales/led-to.json'), '{\n  "Help.all": {,\n}\n');
  expect(() => readLedTo(place)).toThrow(/^locales\/led-to\.json:2: /);
});
