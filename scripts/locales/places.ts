/** When each reply is said, in plain words: written by hand, read whole. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { LED_TO, readLedTo } from './led-to';
import { REPLY_NAMES } from './reply-names';
import { localesOf, type Place } from './source';

export const PLACES = 'places.yaml';

/** By the name of the reply; none where the file is not there. */
export function readWhens(place: Place): ReadonlyMap<string, string> {
  const path = join(localesOf(place), PLACES);
  const parts: Readonly<Record<string, Readonly<Record<string, string>>>> = existsSync(path)
    ? (parse(readFileSync(path, 'utf8')) ?? {})
    : {};
  return new Map(
    Object.entries(parts).flatMap(([part, own]) =>
      Object.entries(own).map(([name, when]) => [`${part}.${name}`, when] as const),
    ),
  );
}

/** What has to be done about replies without a place, and about places without a reply; none: nothing. */
export function placesWrong(place: Place): readonly string[] {
  const [whens, ledTo] = [readWhens(place), readLedTo(place)];
  const at = `locales/${PLACES}`;
  const all = [...REPLY_NAMES];
  return [
    ...all.filter((name) => !whens.has(name)).map((name) => `${name} has no line in ${at}: write when it is said`),
    ...all
      .filter((name) => !ledTo.has(name))
      .map(
        (name) =>
          `${name} is not in locales/${LED_TO}: npm run locales places test/…, with a test that makes the program say it; where none can, no shopper ever hears it`,
      ),
    ...[...whens.keys()].filter((name) => !REPLY_NAMES.has(name)).map((name) => `${at}: ${name} is no reply any more`),
    ...[...ledTo.keys()]
      .filter((name) => !REPLY_NAMES.has(name))
      .map((name) => `locales/${LED_TO}: ${name} is no reply any more; npm run locales places leaves it out`),
  ];
}
