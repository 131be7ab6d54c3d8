/** Rows of a later program, or damaged ones: refused by name, or left out where they would hold up others; never believed. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { openSqliteStore } from '../../../lambda/providers/store/sqlite/open';
import type { Store } from '../../../lambda/services/store';
import { handOffOf } from '../../contracts/store-hand-offs';
import { item, wish } from '../../contracts/store-outbox';
import { attemptOf, commitOf, NOW, packetOf } from '../../contracts/store-samples';

const folder = mkdtempSync(join(tmpdir(), 'earshot-parsed-'));
let files = 0;
let file: string;
let store: Store;

beforeEach(async () => {
  file = join(folder, `${++files}.db`);
  store = await openSqliteStore({ file, now: () => NOW });
  await store.conversations.commit(
    commitOf('c', 0, {
      handOff: handOffOf('h', { conversationId: 'c' }),
      packet: packetOf('h', NOW),
      outbox: [item('mine', { destination: 'desk' }), item('other', { destination: 'whatsapp' })],
      tokens: [{ hash: 't', kind: 'link', conversationId: 'c', expiresAt: NOW + 1, proof: null }],
    }),
  );
  await store.attempts.begin(attemptOf('p'));
  await store.contacts.meet({ id: 'k', channel: 'email', address: 'a@b.example', locale: 'en-GB', heardAt: NOW });
  await store.agents.add({
    ...{ id: 'a', login: 'marta', name: 'Marta', role: 'admin', password: 'x' },
    ...{ isAvailable: false, seenAt: 0, isDisabled: false, second: null },
  });
});
afterEach(() => store.close());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(sql: string): void {
  const db = new Database(file);
  db.exec(sql);
  db.close();
}

const READS: readonly (readonly [table: string, column: string, read: (of: Store) => Promise<unknown>])[] = [
  ['hand_off', 'state', ({ handOffs }) => handOffs.get('h')],
  ['hand_off', 'reason', ({ handOffs }) => handOffs.get('h')],
  ['hand_off', 'wish', ({ handOffs }) => handOffs.get('h')],
  ['hand_off', 'done', ({ handOffs }) => handOffs.get('h')],
  ['attempt', 'state', ({ attempts }) => attempts.get('p')],
  ['contact', 'channel', ({ contacts }) => contacts.get('k')],
  ['token', 'kind', ({ tokens }) => tokens.find('t', NOW)],
  ['agent', 'role', ({ agents }) => agents.byLogin('marta')],
  ['outbox', 'kind', ({ outbox }) => outbox.ofConversation('c', 9)],
  ['outbox', 'state', ({ outbox }) => outbox.ofConversation('c', 9)],
  ['outbox', 'receipt', ({ outbox }) => outbox.ofConversation('c', 9)],
  ['history', 'by', ({ conversations }) => conversations.history('c', 9)],
  ['history', 'channel', ({ conversations }) => conversations.since('c', null, 9)],
];

test.each(READS)('%s.%s that this program does not know is refused by its name', async (table, column, read) => {
  await expect(read(store)).resolves.toBeTruthy();
  run(`update ${table} set "${column}" = 'superseded'`);
  await expect(read(store)).rejects.toThrow(/the store holds a .* that this program does not know: superseded/);
});

test('what a later program put in the outbox holds up nothing else', async () => {
  run(`update outbox set destination = 'carrier-pigeon', lane = 'c carrier-pigeon' where id = 'other'`);
  expect((await store.outbox.lease(wish('w', NOW, 9))).map(({ id }) => id)).toEqual(['mine']);
});

test.each(['{"version":1,', 'null', '[]', '{"version":2}', '{"version":1,"id":"h"}'])(
  'a packet that is %s is none, and hides no hand-off',
  async (body) => {
    run(`update packet set body = '${body}'`);
    expect(await store.handOffs.packet('h')).toBeNull();
    expect(await store.handOffs.list(9)).toEqual([]);
    const { items } = await store.queue.page({ group: 'free', agentId: '', endedSince: 0, after: null, limit: 9 });
    expect(items).toMatchObject([{ handOff: { id: 'h' }, packet: null }]);
  },
);

test.each(['{"ref":', '7', '{"ref":7}', '{"card":"x"}'])('a line that shows %s is shown without it', async (show) => {
  run(`update history set show = '${show}'`);
  const [line] = await store.conversations.since('c', null, 9);
  expect(line).toEqual({ at: NOW, by: 'shopper', channel: 'alexa', text: 'asks 1', version: 1, line: 0 });
});
