/** Files of JSON as they are now. One that has not changed is the same value, and so is what is made of it. */

import { readFileSync, statSync } from 'node:fs';

/** A process that opens many houses reads the same files for each; only tests have more than a few dozen. */
const MOST = 200;
const known = new Map<string, { readonly mark: string; readonly text: string; readonly value: unknown }>();

/** Throws what reading or parsing throws. Nobody may change the value. */
export function jsonFile(path: string): unknown {
  const mark = markOf(path);
  const before = known.get(path);
  if (before?.mark === mark) return before.value;
  const text = readFileSync(path, 'utf8');
  const value: unknown = before?.text === text ? before.value : JSON.parse(text);
  if (known.size >= MOST) known.clear();
  known.set(path, { mark, text, value });
  return value;
}

/** Taken before the text is read: what is written meanwhile is read the next time. */
function markOf(path: string): string {
  const { ino, size, mtimeNs, ctimeNs } = statSync(path, { bigint: true });
  return `${ino} ${size} ${mtimeNs} ${ctimeNs}`;
}
