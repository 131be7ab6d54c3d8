/** A disk that is full in the middle of writing: what people wrote before is there as it was, and they are told why. */

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile } from '../../scripts/compile';
import { exported } from '../../scripts/locales/exchange';
import { LOCALES } from '../kit/house';

const root = mkdtempSync(join(tmpdir(), 'earshot-full-'));
const translated = join(root, 'translated.po');
beforeAll(() => {
  for (const folder of ['locales', 'shop'])
    cpSync(join(LOCALES, '..', folder), join(root, folder), { recursive: true });
  exported({ root }, 'it', translated);
  const all = readFileSync(translated, 'utf8');
  writeFileSync(translated, all.replace(/^msgstr "Grazie/gm, 'msgstr "Mille grazie'));
});
afterAll(() => rmSync(root, { recursive: true }));

/** The system allows the program files of no size: they can be made and not filled, as on a full disk. */
const FULL = 'ulimit -f 0 && exec "$@"';

/** What each who wrote something was told. */
async function told(): Promise<Readonly<Record<string, string | null>>> {
  const program = await compile('test/kit/writes-on-a-full-disk.ts');
  const args = ['-c', FULL, 'sh', process.execPath, program, root, translated];
  const { stdout, stderr } = spawnSync('/bin/sh', args, {
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: tmpdir() },
  });
  return stdout === '' ? { nothing: stderr } : JSON.parse(stdout);
}

/** Every file, with what is in it. */
function everything(): Readonly<Record<string, string>> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(paths.map((path) => [path, readFileSync(path, 'utf8')]));
}

test('nothing that was written before is lost, and each is told what is as it was, and why', async () => {
  const before = everything();
  const asItWas = (file: string) =>
    `${file} could not be written and is as it was: files may not become that large here`;
  const untried = 'nothing can be tried, and all is as it was: files may not become that large here';
  expect(await told()).toEqual({
    'a text': asItWas('de/speech.json'),
    'the sentences of an intent': asItWas('de/sentences.json'),
    'a sentence on the page': untried,
    'words for friends that are taken away': asItWas('de/familiar.json'),
    'how fast a language is read': asItWas('de/language.json'),
    'what translators wrote': untried,
    'what translators are given': expect.stringContaining('translated.po could not be written and is as it was'),
    'a new language': expect.stringContaining('nl/language.json could not be written'),
  });
  expect(everything()).toEqual(before);
});
