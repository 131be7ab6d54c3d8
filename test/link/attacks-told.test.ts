/** SECURITY.md names a test for each attack, and each of them is there. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const cellsOf = (row: string) =>
  row
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());

type Told = { readonly attack: string; readonly file: string; readonly names: readonly string[] };

/** Each attack, the file its test is in (the table's own, where the row names no other), and what the tests are called there. */
function attacksIn(page: string): readonly Told[] {
  const found: Told[] = [];
  let file: string | null = null;
  for (const row of page.split('\n')) {
    if (!/^\s*\|/.test(row)) file = null;
    else if (/^\s*\| attack/.test(row)) file = /`(test\/[^`]+)`/.exec(row)?.[1] ?? null;
    else if (file && !/^\s*\| -/.test(row)) {
      const [attack = '', , last = ''] = cellsOf(row);
      const [, own, told = last] = /^`([^`]+)`(?:: (.*))?$/.exec(last) ?? [];
      found.push({ attack, file: own ?? file, names: told.split('; ') });
    }
  }
  return found;
}

test('every attack of the tables has its test, under the name it is told by', () => {
  const told = attacksIn(read('SECURITY.md'));
  expect(told.length).toBeGreaterThan(25);
  const missing = told.flatMap(({ attack, file, names }) =>
    names.filter((name) => name.length < 7 || !read(file).includes(name)).map((name) => `${attack}: ${file}: ${name}`),
  );
  expect(missing).toEqual([]);
});

test('so has every point of the conformance profile', () => {
  const tests = read('test/link/conformance.test.ts');
  const points = [...read('SECURITY.md').matchAll(/^ {2}\| (`oidcc-[^|]+) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`(oidcc-[\w-]+)`/g)].map(([, name = '']) => name),
  );
  expect(points.length).toBeGreaterThan(20);
  // Two of one test share the beginning of their name.
  const isTried = (name: string) =>
    tests.includes(name) ||
    [...tests.matchAll(/(oidcc-[\w-]+), (-[\w-]+)/g)].some(
      ([, first = '', end = '']) => name.endsWith(end) && first.startsWith(name.slice(0, -end.length)),
    );
  expect(points.filter((name) => !isTried(name))).toEqual([]);
});
