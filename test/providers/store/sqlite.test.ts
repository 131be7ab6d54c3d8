/** The embedded store: the contract, on a file and in memory, and what a file alone can get wrong. */

import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { openFile } from '../../../lambda/providers/store/sqlite/file';
import { openInMemory } from '../../../lambda/providers/store/sqlite/memory';
import { openSqliteStore } from '../../../lambda/providers/store/sqlite/open';
import { storeContract } from '../../contracts/store';
import { commitOf, NOW, packetOf } from '../../contracts/store-samples';

const folder = mkdtempSync(join(tmpdir(), 'earshot-store-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

storeContract('a SQLite file', (place, now) => openSqliteStore({ file: join(folder, place, 'store.db'), now }));

describe('a SQLite file', () => {
  const fileNamed = (name: string) => join(folder, name);

  it('is written through to the disk, in WAL, with foreign keys, and read through 64 MB', () => {
    const connection = openFile(fileNamed('settings.db'), 100);
    const setting = (name: string) => connection.run({ sql: `PRAGMA ${name}`, bind: () => [] }, {});
    expect(setting('synchronous')).toEqual([{ synchronous: 2 }]);
    expect(setting('journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    expect(setting('foreign_keys')).toEqual([{ foreign_keys: 1 }]);
    expect(setting('cache_size')).toEqual([{ cache_size: -65_536 }]);
    connection.close();
  });

  it('is made with its folder, for its owner only', async () => {
    const file = fileNamed('in/a/new/folder/store.db');
    const store = await openSqliteStore({ file });
    // Windows knows no such bits and gives none to hold against it.
    const others = process.platform === 'win32' ? 0 : statSync(file).mode & 0o077;
    expect(others).toBe(0);
    await store.close();
  });

  it('still has everything when it is opened again', async () => {
    const file = fileNamed('again.db');
    const first = await openSqliteStore({ file, now: () => NOW });
    await first.conversations.commit(commitOf('c', 0, { packet: packetOf('h', NOW) }));
    await first.close();
    const again = await openSqliteStore({ file, now: () => NOW });
    expect(await again.conversations.load('c')).toMatchObject({ version: 1 });
    expect(await again.conversations.history('c', 10)).toHaveLength(2);
    expect(await again.conversations.answerOf('alexa', 'c/0')).toBe('body of c/0');
    expect(await again.handOffs.list(1)).toHaveLength(1);
    await again.close();
  });

  it('writes fact and outbox with the turn, and nothing of a turn that lost', async () => {
    const file = fileNamed('facts.db');
    const store = await openSqliteStore({ file, now: () => NOW });
    const outbox = ['o1', 'o2'].map(
      (id) => ({ id, kind: 'message', destination: 'desk', body: `{"to":"${id}"}` }) as const,
    );
    await store.conversations.commit(commitOf('c', 0, { outbox }));
    await store.conversations.commit(
      commitOf('c', 0, { outbox: [{ id: 'o3', kind: 'message', destination: 'desk', body: '' }] }),
    );
    const db = new Database(file);
    const facts = db.prepare('select * from fact').all([]);
    expect(facts).toEqual([
      expect.objectContaining({ turn: 'c/0', at: NOW, intent: 'Reorder', replies: '["Reorder.summary"]' }),
    ]);
    expect(Object.keys(facts[0] as object)).not.toContain('conversation_id');
    const sent = db.prepare('select id, line, body from outbox order by version, line').all([]);
    expect(sent).toEqual(outbox.map(({ id, body }, line) => expect.objectContaining({ id, line, body })));
    db.close();
    await store.close();
  });

  it('reads a memory that is no JSON at all as a new one', async () => {
    const file = fileNamed('unparsable.db');
    const store = await openSqliteStore({ file, now: () => NOW });
    await store.conversations.commit(commitOf('c', 0));
    const db = new Database(file);
    db.exec(`update conversation set memory = '{"schema":1,'`);
    db.close();
    expect(await store.conversations.load('c')).toMatchObject({ version: 1, memory: { owner: 'bot', visits: 0 } });
    expect(await store.conversations.commit(commitOf('c', 1))).toBe('committed');
    await store.close();
  });

  it('forgets old answers when it is opened', async () => {
    const file = fileNamed('old.db');
    const before = await openSqliteStore({ file, now: () => NOW });
    await before.conversations.commit(commitOf('c', 0));
    await before.close();
    const after = await openSqliteStore({ file, now: () => NOW + 25 * 60 * 60 * 1000 });
    expect(await after.conversations.answerOf('alexa', 'c/0')).toBeNull();
    await after.close();
  });
});

describe('a SQLite store in memory', () => {
  it('works without a file and is gone when closed', async () => {
    const store = await openSqliteStore({ file: ':memory:' });
    expect(await store.conversations.commit(commitOf('c', 0))).toBe('committed');
    await store.close();
    const next = await openSqliteStore({ file: ':memory:' });
    expect(await next.conversations.load('c')).toBeNull();
    await next.close();
  });

  it('has nothing in any of its tables of the one before, and refuses once it is closed', async () => {
    const store = await openSqliteStore({ file: ':memory:' });
    await store.conversations.commit(commitOf('c', 0));
    await store.close();
    await expect(store.conversations.load('c')).rejects.toThrow('closed');
    const connection = openInMemory();
    const rows = <T>(sql: string) => connection.run<null, T>({ sql, bind: () => [] }, null);
    const tables = rows<{ name: string }>("select name from sqlite_schema where type = 'table'");
    const full = tables.filter(({ name }) => rows(`select 1 from "${name}" limit 1`).length > 0);
    expect(tables.length).toBeGreaterThan(20);
    expect(full.map(({ name }) => name).sort()).toEqual(['migration', 'oldest_program']);
    expect(rows('pragma foreign_keys')).toEqual([{ foreign_keys: 1 }]);
    connection.close();
  });
});
