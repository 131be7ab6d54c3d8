/** The record of the desk as CSV, RFC 4180. */

import type { Instant } from '../../vocabulary/values';
import type { DeskRecords, RecordPlace, ToldRecord } from './desk-records';

const HEAD = 'when,agent,login,deed,hand-off,reference,what\r\n';
const AT_ONCE = 500;

/** The head and every line since then, page by page: as many as there are. */
export async function* recordLines(records: Pick<DeskRecords, 'page'>, since: Instant): AsyncGenerator<string> {
  yield HEAD;
  for (let after: RecordPlace | undefined = { at: since, id: '' }; after; ) {
    const page: readonly ToldRecord[] = await records.page(after, AT_ONCE);
    yield page.map(lineOf).join('');
    after = page.at(-1);
  }
}

function lineOf({ at, agentId, login, deed, handOff, reference, what }: ToldRecord): string {
  const cells = [new Date(at).toISOString(), agentId, login, deed, handOff, reference, what];
  return `${cells.map((cell) => cellOf(cell ?? '')).join(',')}\r\n`;
}

/** A spreadsheet takes what begins with such a sign for a formula. */
function cellOf(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
