/** Two servers in processes of their own on one PostgreSQL hear of the same parcels at once, by asking and by webhook, and deliver: each piece of news goes out once. */

import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import express, { Router } from 'express';
import { callWithin } from '../../lambda/services/commerce/call';
import type { OrderChange } from '../../lambda/services/news/changes';
import { bundled } from '../kit/bundle';
import { type OpenDoor, openDoor } from '../kit/fake-vendor';
import { type House, MONDAY, openHouse } from '../kit/house';
import { describeOnPostgres } from '../kit/postgres';
import { createSpeaker } from '../kit/speaker';
import { createTexter } from '../kit/texter';
import type { ChildBirth, ChildTurn } from './news-child';

const ROOT = join(__dirname, '../..');
/** People of Europe: it is day for all of them at once. */
const SHOPPERS = ['ana', 'chiara', 'daniel', 'fionn'];
const STAGES = ['ORDER_SHIPPED', 'ORDER_OUT_FOR_DELIVERY', 'ORDER_DELIVERED'];

/** From eleven on a Monday in Milan. */
const HOURS = [3, ...Array.from({ length: 4 }, () => [19, 2, 3]).flat(), 0];

type Child = { turn(what: ChildTurn): Promise<void>; end(): Promise<void> };

/** What Amazon was sent, and by which of the two. */
type Event = { readonly by: string; readonly id: string; readonly whose: string; readonly stage: string };

describeOnPostgres('two servers that deliver at once', (databases) => {
  const events: Event[] = [];
  const children: Child[] = [];
  const doors: OpenDoor[] = [];
  let folder: string;
  let house: House;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'earshot-processes-'));
    const database = databases.urlOf(await databases.freshDatabase());
    house = await openHouse({ folder, database, at: MONDAY, random: ids('parent'), sendNotice: () => fail() });
    const script = await bundled({ entry: join(__dirname, 'news-child.ts'), houseAt: join(ROOT, 'test', 'kit') });
    const birth = { folder, database, at: MONDAY };
    for (const name of ['a', 'b']) {
      const amazon = await openDoor(amazonsOf(name, events));
      doors.push(amazon);
      children.push(await start(script, { ...birth, name, amazon: amazon.url }));
    }
  });
  afterAll(async () => {
    await Promise.all(children.map((child) => child.end()));
    await house.close();
    await Promise.all(doors.map((door) => door.close()));
    rmSync(folder, { recursive: true });
  });

  async function later(hours: number, told: readonly OrderChange[] = []): Promise<void> {
    house.clock.advance(hours * 3_600_000);
    await Promise.all(children.map((child) => child.turn({ hours, told })));
  }

  async function orders(name: string): Promise<OrderChange> {
    const speaker = createSpeaker(house, { shopper: name, device: 'profile' });
    await speaker.hears('Reorder', { product: { said: 'Bella Roma ground coffee', ids: ['bella-roma-ground'] } });
    expect([name, (await speaker.yes()).replies]).toEqual([name, expect.arrayContaining(['Purchase.placed'])]);
    expect([name, (await speaker.hears('OrderNews')).replies]).toEqual([name, ['OrderNews.keptSpeaker']]);
    await createTexter(house, { shopper: name }).says('keep me posted about my orders');
    const shopperId = `shopper-${name}`;
    const call = callWithin(6_000, { locale: 'en-GB', now: house.clock.now });
    const found = await house.shop.history.orders({ limit: 1 }, { ...call, shopperId, credential: `demo-${name}` });
    return { key: `hook-${name}`, orderId: (found.ok && found.value[0]?.id) || 'none', shopperId };
  }

  async function writtenTo(name: string): Promise<number> {
    const lines = await house.store.conversations.since(`shopper:shopper-${name}`, null, 100);
    return lines.filter(({ by, channel }) => by === 'bot' && channel === 'desk').length;
  }

  it('send each stage of each parcel to its shopper once, to the speaker and in writing', async () => {
    await later(0);
    const hooks: OrderChange[] = [];
    for (const name of SHOPPERS) hooks.push(await orders(name));
    // Asked for by both, and told to both, under the same key and under another; four days, and never at night.
    for (const [at, hours] of HOURS.entries())
      await later(
        hours,
        hooks.flatMap((hook) => [hook, hook, { ...hook, key: `${hook.key}-${at}` }]),
      );
    for (const name of SHOPPERS) {
      const sent = events.filter(({ whose }) => whose === `amzn1.ask.account.${name}`);
      const stages = sent.map(({ stage }) => stage);
      expect([name, stages]).toEqual([name, STAGES]);
      expect([name, await writtenTo(name)]).toEqual([name, STAGES.length]);
    }
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    expect(await house.store.outbox.troubled(10)).toEqual([]);
    // How they share the work is the machine's matter.
    expect(['a', 'b']).toEqual(expect.arrayContaining([...new Set(events.map(({ by }) => by))]));
  });
});

/** Only the two of them deliver. */
function fail(): never {
  throw new Error('the house of the test sent something');
}

function ids(of: string): () => string {
  let count = 0;
  return () => `${of}${++count}`;
}

function amazonsOf(by: string, events: Event[]): Router {
  return Router()
    .use(express.text({ type: () => true }))
    .post('/auth/o2/token', (_req, res) => {
      res.json({ access_token: 't', expires_in: 3_600, token_type: 'bearer' });
    })
    .post('/v1/proactiveEvents/stages/development', (req, res) => {
      const { referenceId: id, event, relevantAudience } = JSON.parse(req.body);
      const stage = event.payload.state.status as string;
      events.push({ by, id, whose: relevantAudience.payload.user, stage });
      res.status(202).end();
    });
}

async function start(script: string, birth: ChildBirth): Promise<Child> {
  const child: ChildProcessByStdio<Writable, Readable, Readable> = spawn(
    process.execPath,
    [script, JSON.stringify(birth)],
    { env: { ...process.env, NODE_PATH: join(ROOT, 'node_modules') }, stdio: ['pipe', 'pipe', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', (data) => {
    said += data;
  });
  const gone = new Promise<never>((_done, reject) =>
    child.once('close', (code) => reject(new Error(`${birth.name} ended with ${code}: ${said}`))),
  );
  gone.catch(() => undefined);
  // That it is gone says more.
  child.stdin.on('error', () => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const heard = () => Promise.race([lines.next(), gone]);
  await heard();
  return {
    async turn(what) {
      child.stdin.write(`${JSON.stringify(what)}\n`);
      await heard();
    },
    async end() {
      child.stdin.end();
      await gone.catch(() => undefined);
    },
  };
}
