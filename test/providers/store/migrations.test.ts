/** A file of an earlier program, brought to today's schema with everything that was in it. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { LATEST, MIGRATIONS, migrationTables } from '../../../lambda/providers/store/migrations/migrations';
import { sqliteWords } from '../../../lambda/providers/store/query';
import { openFile } from '../../../lambda/providers/store/sqlite/file';
import { migrate } from '../../../lambda/providers/store/sqlite/migrate';
import { openSqliteStore } from '../../../lambda/providers/store/sqlite/open';
import { freshMemory } from '../../../lambda/services/conversation/memory';
import { LATER } from '../../contracts/store-later';
import { attemptOf, commitOf, NOW } from '../../contracts/store-samples';

const folder = mkdtempSync(join(tmpdir(), 'earshot-migrations-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A file as the program of that version left it, with one conversation of two lines. */
function fileOf(version: number, name = String(version)): string {
  const file = join(folder, `${name}.db`);
  const db = new Database(file);
  const words = sqliteWords();
  // Nothing of it has to outlive this program: the disk is not waited for at each statement.
  db.exec('begin');
  for (const table of migrationTables(words)) db.exec(table.compile().sql);
  for (const step of MIGRATIONS.filter((one) => one.version <= version)) {
    for (const statement of step.up(words)) db.exec(statement.compile().sql);
    db.prepare('insert into migration values (?, ?, ?)').run([step.version, step.name, NOW]);
  }
  db.prepare('insert into conversation values (?, 1, ?, ?)').run(['c', JSON.stringify(freshMemory()), NOW]);
  const line =
    "insert into history (conversation_id, version, line, at, by, channel, text) values ('c', 1, ?, ?, ?, ?, ?)";
  db.prepare(line).run([0, NOW, 'shopper', 'alexa', 'OrderStatus']);
  db.prepare(line).run([1, NOW, 'bot', 'alexa', 'It is on its way.']);
  db.exec('commit');
  db.close();
  return file;
}

test.each(MIGRATIONS.map(({ version }) => version))('a store of version %d is read and written on', async (version) => {
  const file = fileOf(version);
  const store = await openSqliteStore({ file, now: () => NOW });
  const lines = await store.conversations.since('c', null, 10);
  expect(lines.map(({ text }) => text)).toEqual(['OrderStatus', 'It is on its way.']);
  expect(await store.conversations.commit(commitOf('c', 1))).toBe('committed');
  await store.visitors.add({ tokenHash: 'h', address: 'v', locale: 'en', lastSeenAt: NOW, expiresAt: NOW + 1 }, NOW);
  expect(await store.visitors.byToken('h')).not.toBeNull();
  await store.close();
  const db = new Database(file);
  expect(db.prepare('select max(version) as latest from migration').all([])).toEqual([{ latest: LATEST }]);
  db.close();
});

test('every new store has the schema the steps make, the first of a process and those after it', () => {
  const schemaOf = (file: string) => {
    const db = new Database(file);
    const schema = db.prepare('select type, name, tbl_name, sql from sqlite_schema order by type, name').all([]);
    const steps = db.prepare('select version, name from migration order by version').all([]);
    db.close();
    return { schema, steps };
  };
  const made = ['first', 'second'].map((name) => {
    const file = join(folder, `${name}.db`);
    const connection = openFile(file, 1000);
    migrate(connection, { db: sqliteWords(), now: NOW });
    connection.close();
    return schemaOf(file);
  });
  const stepByStep = schemaOf(fileOf(LATEST, 'by steps'));
  expect(stepByStep.schema.length).toBeGreaterThan(20);
  expect(made).toEqual([stepByStep, stepByStep]);
});

test('a store of a later program is used beside it, also when that comes while we are at work', async () => {
  const file = join(folder, 'later.db');
  const before = await openSqliteStore({ file, now: () => NOW });
  const use = async (store: typeof before, id: string) => {
    expect(await store.conversations.commit(commitOf(id, 0))).toBe('committed');
    expect(await store.attempts.begin(attemptOf(id))).toBe('begun');
    expect(await store.attempts.get(id)).toMatchObject({ state: 'in-flight', told: false });
    expect(await store.conversations.history(id, 9)).toHaveLength(2);
  };
  await use(before, 'before');
  const later = openFile(file, 1000);
  migrate(later, { db: sqliteWords(), now: NOW, steps: [...MIGRATIONS, LATER] });
  later.close();
  await use(before, 'while');
  const after = await openSqliteStore({ file, now: () => NOW });
  await use(after, 'after');
  await Promise.all([before.close(), after.close()]);
});
