/** The schema on PostgreSQL: made once, opened by programs before and after, and never behind Lambda's back. */

import {
  LATEST,
  MIGRATIONS,
  type Migration,
  migrationTables,
} from '../../../lambda/providers/store/migrations/migrations';
import { migratePostgres } from '../../../lambda/providers/store/postgres/migrate';
import { openPostgresStore } from '../../../lambda/providers/store/postgres/open';
import { connectTo } from '../../../lambda/providers/store/postgres/pool';
import { postgresWords } from '../../../lambda/providers/store/query';
import { freshMemory } from '../../../lambda/services/conversation/memory';
import { LATER } from '../../contracts/store-later';
import { attemptOf, commitOf, NOW } from '../../contracts/store-samples';
import { AS_LONG_AS_IT_TAKES } from '../../kit/patience';
import { describeOnPostgres } from '../../kit/postgres';
import type { Databases } from '../../kit/postgres-cluster';

describeOnPostgres('the schema on PostgreSQL', (cluster) => {
  const open = (database: string, migrate = true) =>
    openPostgresStore({
      url: cluster.urlOf(database),
      now: () => NOW,
      migrate,
      pool: 2,
      patience: AS_LONG_AS_IT_TAKES,
    });

  it.each(MIGRATIONS.map(({ version }) => version))(
    'of version %d is brought up to date with all in it',
    async (version) => {
      const database = await databaseOf(cluster, version);
      const store = await open(database);
      expect((await store.conversations.history('c', 10)).map(({ text }) => text)).toEqual(['It is on its way.']);
      expect(await store.conversations.commit(commitOf('c', 1))).toBe('committed');
      await store.close();
      expect(await versionsIn(cluster, database)).toEqual(MIGRATIONS.map((step) => step.version));
    },
  );

  it('is made once by many who open it at once', async () => {
    const database = await cluster.freshDatabase();
    const stores = await Promise.all(Array.from({ length: 8 }, () => open(database)));
    expect(await versionsIn(cluster, database)).toEqual(MIGRATIONS.map((step) => step.version));
    await Promise.all(stores.map((store) => store.close()));
  });

  it('may be that of a later program, also one that comes while we are at work', async () => {
    const database = await cluster.freshDatabase();
    const before = await open(database);
    await use(before, 'before');
    await takeSteps(cluster, database, [...MIGRATIONS, LATER]);
    await use(before, 'while');
    const after = await open(database);
    const unasked = await open(database, false);
    await use(after, 'after');
    await use(unasked, 'unasked');
    expect(await versionsIn(cluster, database)).toEqual([...MIGRATIONS.map((step) => step.version), LATEST + 1]);
    await Promise.all([before, after, unasked].map((store) => store.close()));
  });

  it('of a later program that leaves no room for this one is not opened', async () => {
    const database = await cluster.freshDatabase();
    await takeSteps(cluster, database, [...MIGRATIONS, { ...LATER, oldest: LATEST + 1 }]);
    for (const migrate of [true, false]) {
      await expect(open(database, migrate)).rejects.toThrow(/was written by a newer Earshot .*Update Earshot/);
    }
  });

  it('is not touched by who must not migrate', async () => {
    const empty = await cluster.freshDatabase();
    await expect(open(empty, false)).rejects.toThrow(/has no tables yet\. Run the server once/);
    expect(await cluster.run(empty, "select * from pg_tables where schemaname = 'public'")).toEqual([]);
    const old = await databaseOf(cluster, LATEST - 1);
    await expect(open(old, false)).rejects.toThrow(
      /is of an earlier Earshot \(schema \d+ of \d+\)\. Run the server once/,
    );
    expect(await versionsIn(cluster, old)).toHaveLength(MIGRATIONS.length - 1);
    const made = await cluster.freshDatabase();
    await open(made).then((store) => store.close());
    const store = await open(made, false);
    await use(store, 'c');
    await store.close();
  });
});

/** Reads and writes what every part of the program does. */
async function use(store: Awaited<ReturnType<typeof openPostgresStore>>, id: string): Promise<void> {
  for (const version of [0, 1]) expect(await store.conversations.commit(commitOf(id, version))).toBe('committed');
  expect(await store.attempts.begin(attemptOf(id))).toBe('begun');
  expect(await store.attempts.get(id)).toMatchObject({ state: 'in-flight' });
  expect(await store.attempts.open('ana', NOW + 1)).not.toEqual([]);
  expect(await store.conversations.history(id, 10)).toHaveLength(4);
}

async function takeSteps(cluster: Databases, database: string, steps: readonly Migration[]): Promise<void> {
  const connections = connectTo({ url: cluster.urlOf(database), size: 1, patience: 1000 });
  await migratePostgres(connections, { db: postgresWords(), now: NOW, steps });
  await connections.close();
}

/** A database as the program of that version left it, with one line in it. */
async function databaseOf(cluster: Databases, version: number): Promise<string> {
  const database = await cluster.freshDatabase();
  const words = postgresWords();
  const [counting] = migrationTables(words);
  const statements = [counting, ...MIGRATIONS.slice(0, version).flatMap((step) => step.up(words))];
  const rows = MIGRATIONS.slice(0, version).map(
    (step) => `insert into migration values (${step.version}, '${step.name}', 0)`,
  );
  const texts = [...statements.map((statement) => statement?.compile().sql), ...rows];
  const line = `insert into history (conversation_id, version, line, at, by, channel, text)
    values ('c', 1, 0, 0, 'bot', 'alexa', 'It is on its way.')`;
  const conversation = `insert into conversation values ('c', 1, '${JSON.stringify(freshMemory())}', 0)`;
  await cluster.run(database, [...texts, conversation, line].join(';'));
  return database;
}

async function versionsIn(cluster: Databases, database: string): Promise<readonly unknown[]> {
  return (await cluster.run(database, 'select version from migration order by version')).map(({ version }) => version);
}
