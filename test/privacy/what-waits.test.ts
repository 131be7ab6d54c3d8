/** From the moment a turn is answered, before any queue has run: nothing unredacted lies open, whether keys of words can be had or not; and all of it arrives whole. */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmbeddedDesk } from '../../lambda/providers/desk/embedded/embedded-desk';
import type { ForDesk } from '../../lambda/services/hand-off/desk';
import { erase, exportOf } from '../../lambda/services/privacy/erasure';
import { createAgent } from '../kit/agent';
import { type House, type HouseOptions, MONDAY, openHouse } from '../kit/house';
import { keptIn } from '../kit/kept';
import { createPostBox } from '../kit/post-box';
import { describeOnPostgres } from '../kit/postgres';
import { createSpeaker } from '../kit/speaker';
import { createTexter } from '../kit/texter';
import { createWriter, settle } from '../kit/writer';

/** Where it is written, and by whom; each is found again by itself. */
const SECRETS = {
  toBot: 'bot.words@home.example',
  toPerson: '+39 347 123 4567',
  tapped: 'tapped@home.example',
  spoken: 'spoken@home.example',
  edited: 'edited@home.example',
  byPerson: 'courier@parcels.example',
  comesIn: 'came.in@home.example',
  topic: 'topic@home.example',
} as const;
const ATTACHED = Buffer.from('torn bag '.repeat(100_000));

const whatsapp = createPostBox('whatsapp');
const told: ForDesk[] = [];

function opened(options: HouseOptions): Promise<House> {
  whatsapp.sent.splice(0);
  told.splice(0);
  return openHouse({
    ...{ at: MONDAY, staffed: true, channels: [whatsapp] },
    desk: (house) => ({
      ...createEmbeddedDesk(house),
      tell: async (words) => {
        told.push(words);
        return { kind: 'done' };
      },
    }),
    ...options,
  });
}

/** Everybody says something of their own; what goes out waits, and so does what came in last. */
async function talk(house: House): Promise<void> {
  const writer = createWriter(house, whatsapp, '390612345001');
  await writer.writes('I want to talk to a person');
  const marta = createAgent(house);
  const theirs = await marta.newest();
  await marta.says(`Write to ${SECRETS.byPerson}, please.`, theirs);
  const chat = createTexter(house);
  await chat.says(`where is my order, write to ${SECRETS.toBot}`);
  await chat.says('I want to talk to a person');
  await chat.says(`The courier is at ${SECRETS.toPerson}`);
  await chat.sends({ kind: 'choice', option: 'gone', label: `no, ${SECRETS.tapped}` });
  await chat.sends({ kind: 'changed', to: `I meant ${SECRETS.edited}` });
  await chat.sends({ kind: 'files', files: [{ id: 'bag', type: 'text/plain', bytes: ATTACHED }] });
  await createSpeaker(house, { shopper: 'bruno' }).hears('TalkToHuman', { message: `to ${SECRETS.spoken}` });
  await marta.closes('answered', `asked by ${SECRETS.topic}`);
  await writer.posts(`it is ${SECRETS.comesIn}`);
  const source = { source: 'whatsapp', lane: 'whatsapp:390612345002', key: 'with a file' };
  await house.receive({ ...source, body: '[]', attached: ATTACHED });
}

const open = (kept: string) => Object.values(SECRETS).filter((secret) => kept.includes(secret));
/** A stretch of it as it would lie in the file, by where base64 cuts it. */
const LETTERS = [0, 1, 2].map((cut) =>
  ATTACHED.subarray(9 + cut)
    .toString('base64')
    .slice(4, 24),
);
const openFiles = (kept: string) => [...LETTERS, 'torn bag torn bag'].filter((letters) => kept.includes(letters));

async function expectNothingOpen(house: House, kept: () => Promise<string>): Promise<void> {
  await talk(house);
  const waits = await kept();
  expect(waits).toContain('with a file');
  expect({ open: open(waits), files: openFiles(waits) }).toEqual({ open: [], files: [] });
}

/** To the channel, to the desk, and to whoever reads what came in. */
async function expectAllArrives(house: House): Promise<void> {
  const wish = { owner: 'test', now: house.clock.now(), until: house.clock.now() + 1_000, limit: 20 };
  const files = (await house.store.inbox.lease(wish)).flatMap(({ files }) => (files ? [files] : []));
  expect(await Promise.all(files.map(async (read) => ATTACHED.equals((await read()) ?? Buffer.from(''))))).toEqual([
    true,
  ]);
  await house.store.inbox.handBack('test');
  await settle(house);
  expect(whatsapp.sent.map(({ text }) => text).join('\n')).toContain(SECRETS.byPerson);
  const words = told.map(({ text }) => text).join('\n');
  for (const secret of [SECRETS.toPerson, SECRETS.tapped, SECRETS.comesIn]) expect(words).toContain(secret);
  expect(ATTACHED.equals((await house.store.files.get('bag'))?.bytes ?? Buffer.from(''))).toBe(true);
}

describe('in the embedded store', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'earshot-waits-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** The very bytes of file, log and keys. */
  const kept = async () =>
    readdirSync(folder)
      .filter((name) => /^earshot\.sqlite/.test(name))
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('\n');

  test('what was said lies redacted or sealed as soon as it is answered, and arrives whole', async () => {
    const house = await opened({ folder });
    await expectNothingOpen(house, kept);
    await expectAllArrives(house);
    expect(open(await kept())).toEqual([]);
    expect(house.errors).toEqual([]);
    await house.close();
  });

  test('whoever is erased before anything of theirs has gone out or been read leaves nothing, and nothing of theirs goes out', async () => {
    const house = await opened({ folder });
    await talk(house);
    for (const shopper of ['shopper-ana', 'shopper-bruno']) await erase({ shopper }, house);
    for (const address of ['390612345001', '390612345002']) await erase({ channel: 'whatsapp', address }, house);
    const left = keptIn(folder);
    const tables = ['conversation', 'history', 'packet', 'outbox', 'inbox', 'photo', 'piece', 'missed', 'answer'];
    expect(tables.filter((table) => left.get(table)?.length !== 0)).toEqual([]);
    whatsapp.sent.splice(0);
    await settle(house);
    expect([...whatsapp.sent, ...told]).toEqual([]);
    await house.close();
  });

  test('where the store of keys does not answer it lies under the server’s own key, and is read by whoever comes after', async () => {
    mkdirSync(join(folder, 'earshot-keys.sqlite'));
    const house = await opened({ folder });
    await expectNothingOpen(house, kept);
    expect(house.errors).not.toEqual([]);
    await house.close();
    rmSync(join(folder, 'earshot-keys.sqlite'), { recursive: true });
    const next = await opened({ folder });
    await expectAllArrives(next);
    await next.close();
    const other = await openHouse({ folder, secret: 'another secret, of whoever found the file' });
    expect(await other.store.files.get('bag')).toBeNull();
    await other.close();
  });
});

describeOnPostgres('servers that share a database and no store of keys', (databases) => {
  test('keep nothing open either: it is delivered by any of them, exported, and gone when it is erased', async () => {
    const name = await databases.freshDatabase();
    const kept = async () => {
      const tables = await databases.run(name, "select tablename from pg_tables where schemaname = 'public'");
      const rows = tables.map(({ tablename }) => databases.run(name, `select * from "${tablename}"`));
      return JSON.stringify(await Promise.all(rows));
    };
    const house = await opened({ database: databases.urlOf(name), keysDatabase: null });
    await expectNothingOpen(house, kept);
    await house.close();
    const other = await opened({ database: databases.urlOf(name), keysDatabase: null });
    const ana = { shopper: 'shopper-ana' };
    expect(JSON.stringify(await exportOf(ana, other))).toContain(SECRETS.toPerson);
    await expectAllArrives(other);
    expect(open(await kept())).toEqual([]);
    await erase(ana, other);
    expect(await other.store.files.get('bag')).toBeNull();
    expect(await databases.run(name, "select * from piece where whole = 'photo:bag'")).toEqual([]);
    await other.close();
  });

  test('what was read out and is taken back lies open in no answer, and a request that comes again is answered as before', async () => {
    const name = await databases.freshDatabase();
    const house = await opened({ database: databases.urlOf(name), keysDatabase: null });
    const speaker = createSpeaker(house);
    await speaker.hears('TalkToHuman');
    const marta = createAgent(house);
    await marta.says('The gryphon flies on Friday.');
    await speaker.opens();
    const request = speaker.asks('Yes');
    expect((await speaker.send(request)).say).toContain('gryphon');
    expect((await speaker.send(request)).say).toContain('gryphon');
    await marta.changes(null);
    const tables = await databases.run(name, "select tablename from pg_tables where schemaname = 'public'");
    const rows = tables.map(({ tablename }) => databases.run(name, `select * from "${tablename}"`));
    expect(JSON.stringify(await Promise.all(rows))).not.toContain('gryphon');
    await house.close();
  });
});
