/** The record of the desk as CSV, RFC 4180. */

import type { ToldRecord } from './desk-records';

export const RECORD_HEAD = 'when,agent,login,deed,hand-off,reference,what\r\n';

export function recordLine({ at, agentId, login, deed, handOff, reference, what }: ToldRecord): string {
  const cells = [new Date(at).toISOString(), agentId, login, deed, handOff, reference, what];
  return `${cells.map((cell) => cellOf(cell ?? '')).join(',')}\r\n`;
}

/** A spreadsheet takes what begins with such a sign for a formula. */
function cellOf(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
