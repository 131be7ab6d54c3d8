/** The last line of continuous integration: what jest counted in all its runs, and whether that is good. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SCRIPT = join(__dirname, '..', '..', 'scripts', 'count.js');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-count-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const GOOD = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, numFailedTestSuites: 0 };

/** A report that is null was never written. */
function count(...reports: readonly (object | null)[]) {
  const files = reports.map((report, at) => {
    const file = join(folder, `${at}.json`);
    if (report) writeFileSync(file, JSON.stringify({ ...GOOD, ...report }));
    return file;
  });
  const { stdout, status } = spawnSync(process.execPath, [SCRIPT, ...files], { encoding: 'utf8' });
  return [stdout.trim().split('\n').at(-1), status];
}

test('sums all runs', () => {
  expect(count({}, { numPassedTests: 7 })).toEqual(['12 passed, 0 failed, 0 skipped', 0]);
});

test.each([
  ['a test failed', { numFailedTests: 2 }, '10 passed, 2 failed, 0 skipped'],
  ['a test was skipped', { numPendingTests: 1 }, '10 passed, 0 failed, 1 skipped'],
  ['a suite could not be read', { numFailedTestSuites: 1 }, '10 passed, 1 failed, 0 skipped'],
  ['a run tested nothing', { numPassedTests: 0 }, '5 passed, 0 failed, 0 skipped'],
  ['a run wrote no report', null, '5 passed, 1 failed, 0 skipped'],
])('is not good when %s', (_what, report, line) => {
  expect(count({}, report)).toEqual([line, 1]);
});

test('is not good when nothing ran', () => {
  expect(count()).toEqual(['0 passed, 0 failed, 0 skipped', 1]);
});
