/** Copies of everything the localiser's tool reads, to be damaged. */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const copies: string[] = [];

afterEach(() => {
  for (const root of copies.splice(0)) rmSync(root, { recursive: true });
});

/** Gone after the test. */
export function localesCopy(): { readonly root: string } {
  const root = mkdtempSync(join(tmpdir(), 'earshot-locales-'));
  copies.push(root);
  for (const folder of ['locales', 'shop']) cpSync(join(ROOT, folder), join(root, folder), { recursive: true });
  return { root };
}

export type Json = { [key: string]: unknown };

export function readCopy(root: string, file: string): Json {
  return JSON.parse(readFileSync(join(root, 'locales', file), 'utf8')) as Json;
}

export function editCopy(root: string, file: string, change: (value: Json) => void): void {
  const value = readCopy(root, file);
  change(value);
  writeFileSync(join(root, 'locales', file), `${JSON.stringify(value, null, 2)}\n`);
}
