/** `npm run locales places`: runs tests, notes what leads to each reply, and keeps one of it for each. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '../jest';
import { chosen, notedIn, readLedTo, writeLedTo } from './led-to';
import { placesWrong } from './places';
import type { Place } from './source';

/** `tests`: of which files, as `npm test` takes them; none: all, and what none of them says is left out. Returns what is wrong. */
export function gatherPlaces(place: Place, tests: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-places-'));
  process.env.EARSHOT_PLACES = folder;
  try {
    const status = jest(tests);
    // Of tests that failed nobody knows what they would have said.
    if (status !== 0) return ['the tests failed, so nothing was written'];
    writeLedTo(place, chosen(readLedTo(place), notedIn(folder), { isWhole: tests.length === 0 }));
    return placesWrong(place);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
