/** No page reads a clock of its own: the house's comes with its answers. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const WEB = join(__dirname, '..', '..', 'web');
const SOURCES = readdirSync(WEB, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
/** What tells the browser's time, or makes a date of it. `performance.now` is a stopwatch. */
const CLOCK = /Date\.now|new Date\(\)|[^.\w]Date\(\)|\.format\(\)/;

test('the sources of the pages are looked at', () => {
  expect(SOURCES.length).toBeGreaterThan(50);
  for (const bad of ['const now = Date.now();', 'new Date()', 'useState(Date.now)', 'day.format()']) {
    expect(bad).toMatch(CLOCK);
  }
});

test('none of them asks the browser what time it is', () => {
  const readers = SOURCES.filter((file) => CLOCK.test(readFileSync(join(WEB, file), 'utf8')));
  expect(readers).toEqual([]);
});
