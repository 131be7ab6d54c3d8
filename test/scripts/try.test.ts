/** Reply by reply: what is typed is judged as on the localiser's page, written, and heard at once. */

import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { add } from '../../scripts/locales/add';
import { tryReplies } from '../../scripts/locales/try';

const ROOT = join(__dirname, '../..');
const root = mkdtempSync(join(tmpdir(), 'earshot-try-'));
const place = { root };
const read = (file: string) => readFileSync(join(root, 'locales', file), 'utf8');

beforeAll(() => {
  for (const folder of ['locales', 'shop']) cpSync(join(ROOT, folder), join(root, folder), { recursive: true });
  add(place, { code: 'nl', name: 'Nederlands' });
});
afterAll(() => rmSync(root, { recursive: true }));

async function tried(language: string, of: string, ...typed: readonly string[]) {
  const lines = [...typed];
  const told: string[] = [];
  const trying = { read: async () => lines.shift() ?? null, write: (line: string) => void told.push(line) };
  const written = await tryReplies(place, language, trying, of);
  return { written, told: told.join('\n') };
}

test('what loses its total, has a variable it does not get, or is marked as not translated is not written', async () => {
  const of = 'Purchase.confirm.ask';
  for (const [typed, why] of [
    ['Zal ik het bestellen?', 'does not say {{total}}'],
    ['Voor {{totaal}}, zal ik?', 'uses {{totaal}}'],
    ['Voor {{total}}, {zal} ik?', 'a variable is written {{name}}'],
    ['TODO: later', 'begins with TODO'],
    ['TODO later', 'begins with TODO'],
  ] as const) {
    const { written, told } = await tried('nl', of, typed, '.');
    expect([written, told]).toEqual([0, expect.stringContaining(why)]);
  }
  const { written, told } = await tried('nl', of, 'Voor {{total}}, zal ik het bestellen?', '.');
  expect(written).toBe(1);
  expect(told).toMatch(/heard: .*zal ik het bestellen\?/);
});

test('begins with hello, at what is asked for, and goes back', async () => {
  expect((await tried('nl', '', '.')).told).toMatch(/1 of \d+: Welcome\./);
  const { told } = await tried('nl', 'Welcome', '', '<', '.');
  expect(told.match(/1 of (\d+): /g)).toHaveLength(2);
  await expect(tried('nl', 'Welkom')).rejects.toThrow('no key of locales/nl/ begins with Welkom');
});

test('what is only written, said to a friend or asked by Alexa comes as well, in its file', async () => {
  const { told } = await tried(
    'de',
    'Welcome.first',
    '',
    '',
    '',
    '',
    'Hallo bei {{shop}}. Sag einfach, was du willst.',
    '.',
  );
  for (const file of ['speech', 'text', 'familiar']) expect(told).toContain(`(locales/de/${file}.json:`);
  expect(told).toContain('Hallo bei Willow Market. Sag einfach, was du willst.');
  expect(read('de/familiar.json')).toContain('Hallo bei {{shop}}. Sag einfach');
  expect((await tried('nl', 'words.json', 'Waar gaat het om?', '.')).written).toBe(1);
});
