/** How far a desk looks back, and what it calls a line. */

import type { LinePlace } from '../services/conversation/lines';

/** What is shown at first, and what can still be changed. */
export const LINES = 300;
export const DELIVERIES = 300;
/** And so many lines more as often as somebody asks for earlier ones. */
export const EARLIER = 200;

export function lineIdOf({ version, line }: LinePlace): string {
  return `${version}.${line}`;
}

/** As `lineIdOf` calls a line. */
export const LINE_ID = /^(\d{1,12})\.(\d{1,6})$/;

/** null: no line is called so. */
export function placeOf(id: unknown): LinePlace | null {
  const [, version, line] = LINE_ID.exec(typeof id === 'string' ? id : '') ?? [];
  return version === undefined ? null : { version: Number(version), line: Number(line) };
}
