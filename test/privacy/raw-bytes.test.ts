/** Erased is erased: not a byte of what was said is left in the file, in its log, or in a copy made afterwards. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { openSqliteStore } from '../../lambda/providers/store/sqlite/open';
import { erase } from '../../lambda/services/privacy/erasure';
import { commitOf, ticks } from '../contracts/store-samples';
import { openHouse } from '../kit/house';
import { createTexter } from '../kit/texter';

const folder = mkdtempSync(join(tmpdir(), 'earshot-raw-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const FILE = join(folder, 'earshot.sqlite');
const WORD = 'tourmaline';

/** The files in which the word stands, as bytes. */
function found(): readonly string[] {
  return readdirSync(folder).filter((name) => /sqlite/.test(name) && readFileSync(join(folder, name)).includes(WORD));
}

test('nothing said is left in file, log or backup after it is erased, and the file becomes small again', async () => {
  const house = await openHouse({ folder });
  const guest = createTexter(house, { shopper: null });
  for (let turn = 0; turn < 8; turn += 1) await guest.says(`${'is the lamp made of '.repeat(20)} ${WORD} or glass`);
  expect(found()).not.toEqual([]);
  // Somebody who reads, as a backup does, keeps the log from being emptied while they do.
  const reader = new Database(FILE, { readonly: true });
  reader.exec('begin');
  reader.prepare('select count(*) from answer').all();
  let isErased = false;
  const erased = erase({ channel: 'web', address: guest.name }, house).finally(() => {
    isErased = true;
  });
  await ticks(60);
  expect(isErased).toBe(false);
  reader.exec('commit');
  reader.close();
  expect(await erased).toEqual({ conversations: 1 });
  expect(found()).toEqual([]);
  const copier = new Database(FILE);
  copier.exec(`vacuum into '${join(folder, 'copy.sqlite')}'`);
  copier.close();
  expect(found()).toEqual([]);
  await house.close();
  expect(found()).toEqual([]);
});

test('the pages of what is let go of go back to the disk', async () => {
  const file = join(folder, 'pages.sqlite');
  const store = await openSqliteStore({ file });
  const ids = Array.from({ length: 20 }, (_, index) => `c${index}`);
  const large = (id: string) =>
    commitOf(id, 0, { answer: { channel: 'web', requestId: id, body: 'x'.repeat(50_000) } });
  await Promise.all(ids.map((id) => store.conversations.commit(large(id))));
  await store.privacy.erase([], null);
  const before = statSync(file).size;
  await store.privacy.erase(ids, null);
  expect(statSync(file).size).toBeLessThan(before / 2);
  await store.close();
});
