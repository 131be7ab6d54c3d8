/** Files of JSON as they are now. One that still has the same text is the same value, and so is what is made of it. */

import { readFileSync } from 'node:fs';

/** A process that opens many houses reads the same files for each; only tests have more than a few dozen. */
const MOST = 200;
const known = new Map<string, { readonly text: string; readonly value: unknown }>();

/** Throws what reading or parsing throws. Nobody may change the value. */
export function jsonFile(path: string): unknown {
  const text = readFileSync(path, 'utf8');
  const before = known.get(path);
  if (before?.text === text) return before.value;
  const value: unknown = JSON.parse(text);
  if (known.size >= MOST) known.clear();
  known.set(path, { text, value });
  return value;
}
