/** A program of version 2 and one of today on the same file: what either writes is there for both, and is delivered. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { MIGRATIONS, migrationTables } from '../../../lambda/providers/store/migrations/migrations';
import { sqliteWords } from '../../../lambda/providers/store/query';
import { openSqliteStore } from '../../../lambda/providers/store/sqlite/open';
import { freshMemory } from '../../../lambda/services/conversation/memory';
import { item, MINUTE, send, wish } from '../../contracts/store-outbox';
import { NOW, packetOf } from '../../contracts/store-samples';
import { queued } from '../../kit/queued';

const folder = mkdtempSync(join(tmpdir(), 'earshot-earlier-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const MAIL = '{"to":"shopper","shopperId":"ana","about":"order-placed"}';
const WORDS = '{"to":"desk","handOff":"h","text":"\\"to\\":\\"shopper\\""}';

/** The tables as version 2 knew them. */
function createFile(name: string): string {
  const file = join(folder, name);
  const db = new Database(file);
  const words = sqliteWords();
  for (const table of migrationTables(words)) db.exec(table.compile().sql);
  for (const step of MIGRATIONS.filter((one) => one.version <= 2)) {
    for (const statement of step.up(words)) db.exec(statement.compile().sql);
    db.prepare('insert into migration values (?, ?, ?)').run([step.version, step.name, NOW]);
  }
  db.close();
  return file;
}

/** One turn with a hand-off and an e-mail, in the statements of version 2. */
function writeTurn(file: string, id: string, version: number): void {
  const db = new Database(file);
  const run = (sql: string, ...values: readonly (string | number | null)[]) => db.prepare(sql).run([...values]);
  const upsert = 'on conflict (id) do update set version = excluded.version, memory = excluded.memory';
  const conversation = `insert into conversation (id, version, memory, updated_at) values (?, ?, ?, ?) ${upsert}`;
  run(conversation, id, version, JSON.stringify(freshMemory()), NOW);
  const history = 'conversation_id, version, line, at, by, channel, text, show';
  run(`insert into history (${history}) values (?, ?, 0, ?, 'bot', 'web', 'Hello.', null)`, id, version, NOW + version);
  const outbox = 'insert into outbox (id, conversation_id, version, line, kind, body) values (?, ?, ?, ?, ?, ?)';
  run(outbox, `${id}/${version} packet`, id, version, 0, 'hand-off', '{"version":1}');
  run(outbox, `${id}/${version} mail`, id, version, 1, 'message', MAIL);
  run(outbox, `${id}/${version} words`, id, version, 2, 'message', WORDS);
  const { about, wish: wished, answerTo, ...packet } = packetOf(`${id}/${version}`, NOW);
  const packets = 'insert into packet (id, conversation_id, created_at, body) values (?, ?, ?, ?)';
  run(packets, packet.id, id, NOW, JSON.stringify(packet));
  run("insert into answer (channel, request_id, body, at) values ('web', ?, 'body', ?)", `${id}/${version}`, NOW);
  db.close();
}

const openToday = (file: string) => openSqliteStore({ file, now: () => NOW });
type Today = Awaited<ReturnType<typeof openToday>>;

/** Everything that is delivered, lane by lane, in order. */
async function deliver({ outbox }: Today): Promise<Record<string, string[]>> {
  const lanes: Record<string, string[]> = {};
  for (;;) {
    const items = await outbox.lease(wish('w', NOW + MINUTE, 50));
    if (items.length === 0) return lanes;
    for (const { id, lane } of items) {
      lanes[lane] = [...(lanes[lane] ?? []), id];
      await outbox.mark(id, 'w', { kind: 'done' }, NOW);
    }
  }
}

test('loses nothing that was written before, and delivers it in order', async () => {
  const file = createFile('before.db');
  writeTurn(file, 'c', 1);
  writeTurn(file, 'c', 2);
  const store = await openToday(file);
  expect(await store.outbox.ofConversation('c', 1)).toMatchObject([{ state: 'waiting', createdAt: NOW + 2 }]);
  expect(await store.conversations.since('c', null, 9)).toMatchObject([{ text: 'Hello.' }, { version: 2 }]);
  expect(await store.conversations.answerOf('web', 'c/2')).toBe('body');
  expect(await store.handOffs.packet('c/1')).toEqual(packetOf('c/1', NOW));
  expect(await queued(store)).toEqual([]);
  expect(await deliver(store)).toEqual({
    'c desk': ['c/1 packet', 'c/1 words', 'c/2 packet', 'c/2 words'],
    'c email': ['c/1 mail', 'c/2 mail'],
  });
  await store.close();
});

test('delivers what a program of version 2 goes on writing, between what is written today', async () => {
  const file = createFile('beside.db');
  const store = await openToday(file);
  await send(store, 'c', [item('one', { destination: 'desk' })]);
  writeTurn(file, 'c', 2);
  await send(store, 'c', [item('three', { destination: 'desk' })]);
  writeTurn(file, 'd', 1);
  expect(await deliver(store)).toEqual({
    'c desk': ['one', 'c/2 packet', 'c/2 words', 'three'],
    'c email': ['c/2 mail'],
    'd desk': ['d/1 packet', 'd/1 words'],
    'd email': ['d/1 mail'],
  });
  await store.privacy.erase(['c', 'd'], null);
  const left = Object.values(await store.privacy.export(['c', 'd'], null)).flat();
  expect(left).toEqual([]);
  await store.close();
});
