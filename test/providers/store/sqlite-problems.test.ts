/** A store that cannot be opened or written says so in one sentence, with its name and what to do. */

import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { openSqliteStore } from '../../../lambda/providers/store/sqlite/open';
import { commitOf, NOW } from '../../contracts/store-samples';

const folder = mkdtempSync(join(tmpdir(), 'earshot-problems-'));
const fileNamed = (name: string) => join(folder, name);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a SQLite file', () => {
  describe('that cannot be used says so with its name', () => {
    const says = (file: string) => openSqliteStore({ file, busyTimeout: 100 }).then(closeAndFail, String);

    it('when it is damaged', async () => {
      const file = fileNamed('garbage.db');
      writeFileSync(file, 'this is a letter, not a store. '.repeat(500));
      expect(await says(file)).toMatch(new RegExp(`^Error: The store ${file} is damaged .*Move it away`));
    });

    it('when a page in the middle is damaged', async () => {
      const file = fileNamed('holes.db');
      const store = await openSqliteStore({ file, now: () => NOW });
      await Promise.all(Array.from({ length: 200 }, (_, i) => store.conversations.commit(commitOf(`c${i}`, 0))));
      await store.close();
      const db = new Database(file);
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.close();
      const { size } = statSync(file);
      const handle = openSync(file, 'r+');
      for (let page = 4; page < size / 4096; page++) writeSync(handle, Buffer.alloc(2048, 0xa5), 0, 2048, page * 4096);
      closeSync(handle);
      expect(await says(file)).toMatch(/holes\.db is damaged/);
    });

    it('when a newer program wrote it', async () => {
      const file = fileNamed('newer.db');
      await openSqliteStore({ file }).then((store) => store.close());
      const db = new Database(file);
      db.exec("insert into migration values (9999, 'from the future', 0); update oldest_program set version = 9999");
      db.close();
      expect(await says(file)).toMatch(/newer\.db was written by a newer Earshot \(schema 9999.*Update Earshot/);
    });

    it('when another program holds it', async () => {
      const file = fileNamed('locked.db');
      await openSqliteStore({ file }).then((store) => store.close());
      const other = new Database(file);
      other.exec('BEGIN IMMEDIATE');
      expect(await says(file)).toMatch(/locked\.db is locked by another program/);
      other.exec('ROLLBACK');
      other.close();
      expect(await says(file)).toBe('opened');
    });

    it('when it may only be read', async () => {
      const file = fileNamed('readonly.db');
      await openSqliteStore({ file }).then((store) => store.close());
      chmodSync(file, 0o400);
      expect(await asOrdinaryUser(file, () => says(file))).toMatch(/readonly\.db cannot be written/);
    });

    it('when its place is no file', async () => {
      mkdirSync(fileNamed('a-folder.db'));
      writeFileSync(fileNamed('a-file'), '');
      expect(await says(fileNamed('a-folder.db'))).toMatch(/a-folder\.db cannot be opened/);
      expect(await says(fileNamed('a-file/store.db'))).toMatch(/store\.db cannot be opened/);
    });
  });

  it('refuses turns while another program writes, and takes them afterwards', async () => {
    const file = fileNamed('busy.db');
    const store = await openSqliteStore({ file, busyTimeout: 50 });
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    await expect(store.conversations.commit(commitOf('c', 0))).rejects.toThrow(/busy\.db is locked/);
    expect(await store.conversations.load('c')).toBeNull();
    other.exec('ROLLBACK');
    expect(await store.conversations.commit(commitOf('c', 0))).toBe('committed');
    other.close();
    await store.close();
  });
});

async function closeAndFail(store: { close(): Promise<void> }): Promise<string> {
  await store.close();
  return 'opened';
}

/** Root may write everything, so root becomes somebody else for a moment. */
async function asOrdinaryUser<T>(file: string, run: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return run();
  chmodSync(folder, 0o755);
  chmodSync(file, 0o444);
  process.seteuid?.(65534);
  try {
    return await run();
  } finally {
    process.seteuid?.(0);
  }
}
