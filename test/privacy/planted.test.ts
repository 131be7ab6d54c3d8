/** Ten thousand turns of the whole house with secrets in them: none is written down, logged, counted or remembered. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { createLog } from '../../lambda/operations/log';
import { createMetrics, type Metrics } from '../../lambda/operations/metrics';
import { CAST, shopperOf } from '../../lambda/providers/shop/demo/people/cast';
import { createAgent } from '../kit/agent';
import type { House as Whole } from '../kit/house';
import { MONDAY, openHouse } from '../kit/house';
import { keptIn } from '../kit/kept';
import { mass } from '../kit/masses';
import { createPostBox } from '../kit/post-box';
import { createSpeaker } from '../kit/speaker';
import { createTexter } from '../kit/texter';
import { chanceOf, createSearch, createSecrets } from './secrets';

const TURNS = mass(200, 10_000);
const SEED = Math.floor(Math.random() * 2 ** 31);

const boxes = [createPostBox('whatsapp'), createPostBox('telegram'), createPostBox('email')];
const planted: string[] = [];
/** The addresses people write from. */
const addresses: string[] = [];

let folder = '';
let house: Whole;
let metrics: Metrics;
let logged = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-planted-'));
  metrics = createMetrics({ now: () => house.clock.now(), ofProcess: false });
  const to = new Writable({
    write(chunk, _encoding, done) {
      logged += chunk;
      done();
    },
  });
  house = await openHouse({
    ...{ folder, at: MONDAY, staffed: true, channels: boxes, publicUrl: 'https://talk.shop.example' },
    watchStore: metrics.watchStore,
    log: createLog({ level: 'debug', to }),
  });
});

afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true });
});

const FRAMES: readonly ((secret: string) => string)[] = [
  (secret) => secret,
  (secret) => `my number is ${secret}, please`,
  (secret) => `reorder ${secret}`,
  (secret) => `it is ${secret}; where is my coffee`,
  (secret) => `talk to a person: ${secret}`,
  (secret) => `riordina il caffè, sono ${secret}`,
  (secret) => `${secret} and what does shipping to Italy cost`,
];

const SHOPPERS = [...CAST.map(({ name }) => name), null];
/** Its rules are held elsewhere. */
const RULES = Array.from({ length: 18 }, (_, at) => `S${at + 1}`);
/** So many people speak, write and answer at the same time. */
const LANES = 8;

/** Some people's turns, one after another; the lanes share the disk, not the people. */
function laneOf(lane: number) {
  const secrets = createSecrets(chanceOf(SEED + lane));
  const { one, chance } = secrets;
  const own = SHOPPERS.filter((_, at) => at % LANES === lane);
  const texters = own.map((shopper) => createTexter(house, { shopper, locale: one(['en-GB', 'it-IT']) }));
  const speakers = own.map((shopper) =>
    createSpeaker(house, { shopper, tolerates: RULES, name: `kitchen-${shopper ?? lane}` }),
  );
  const senders = Array.from({ length: 8 }, (_, at) => senderOf(lane * 8 + at));
  addresses.push(...senders.map(({ address }) => address));
  let letters = 0;
  /** What this one has said at the desk. */
  const said: { readonly of: string; readonly about: string }[] = [];

  /** Somebody the shop knows may also say who they are and where they live. */
  function secretOf(shopper: string | null): string {
    const person = CAST.find(({ name }) => name === shopper);
    const known = person && chance() < 0.3 ? shopperOf(person).known.filter(({ value }) => value.length > 5) : [];
    const secret = known.length > 0 ? one(known).value : secrets.any();
    planted.push(secret);
    return secret;
  }

  const written = (shopper: string | null) => one(FRAMES)(secretOf(shopper));

  function types() {
    const at = Math.floor(chance() * own.length);
    const [who, shopper] = [texters[at], own[at] ?? null];
    return one([
      () => who?.says(written(shopper)),
      () => who?.says(written(shopper)),
      () => who?.says('yes'),
      () => who?.sends({ kind: 'choice', option: 'gone', label: written(shopper) }),
      () => who?.says(one(['repeat', 'start over', 'no'])),
    ])();
  }

  function speaks() {
    const at = Math.floor(chance() * own.length);
    const [who, shopper] = [speakers[at], own[at] ?? null];
    const product = () => ({ product: secretOf(shopper) });
    return one([
      () => who?.hears('Reorder', product()),
      () => who?.hears('OrderStatus', product()),
      () => who?.hears('OrderStatus', { orderNumber: secretOf(shopper) }),
      () => who?.hears('Reorder', { quantity: secretOf(shopper) }),
      () => who?.hears('TalkToHuman', { message: written(shopper) }),
      () => who?.hears('DeliveryProblem', { problem: secretOf(shopper), ...product() }),
      () => who?.hears('Repeat'),
      () => who?.hears('Reorder', { product: 'coffee' }),
      () => who?.opens(),
      () => who?.yes(),
    ])();
  }

  async function writes(): Promise<void> {
    const { channel, address } = one(senders);
    letters += 1;
    const key = `letter ${lane} ${letters}`;
    const heard = { kind: 'text', text: written(null) };
    const body = JSON.stringify([{ kind: 'heard', from: { address }, key, heard, locale: 'en-GB' }]);
    await house.store.inbox.put({ source: channel, key, lane: address, body });
  }

  async function answers(): Promise<void> {
    const open = await house.store.handOffs.list(3);
    if (open.length === 0) return;
    const about = one(open).id;
    const marta = createAgent(house, `Marta ${lane}`);
    const before = said.length === 0 ? null : one(said);
    await one([
      () => marta.says(written(null), about).then(() => said.push({ of: marta.said(), about })),
      () => marta.says(written(null), about).then(() => said.push({ of: marta.said(), about })),
      () => before && marta.changes(one([written(null), null]), before.about, before.of),
      () => marta.returns(about),
      () => marta.closes('answered', written(null), about),
    ])();
  }

  const kinds = [types, types, types, types, speaks, speaks, speaks, writes, writes, answers];
  return {
    async run(turns: number): Promise<void> {
      for (let turn = 0; turn < turns; turn += 1) await one<() => unknown>(kinds)();
    },
  };
}

function senderOf(at: number) {
  const channel = boxes[at % 3]?.name ?? 'email';
  const address = channel === 'email' ? `someone-${at}@post-office.example` : `3934755${String(at).padStart(5, '0')}`;
  return { channel, address };
}

async function deliver(): Promise<void> {
  while ((await house.incoming.round()) + (await house.outgoing.round()) > 0);
}

test(`${TURNS} turns leave no secret anywhere (seed ${SEED})`, async () => {
  const lanes = Array.from({ length: LANES }, (_, lane) => laneOf(lane));
  const ROUNDS = 20;
  for (let round = 0; round < ROUNDS; round += 1) {
    await Promise.all(lanes.map((lane) => lane.run(TURNS / LANES / ROUNDS)));
    house.clock.advance(30_000);
    await deliver();
  }
  const search = createSearch(planted);
  const where = [...keptIn(folder, ['contact']), ['log', [logged]], ['metrics', [await metrics.text()]]] as const;
  const left = where.flatMap(([name, rows]) => {
    const found = rows.flatMap((row) => search(row).map((secret) => `${secret} in ${row.slice(0, 3_000)}`));
    return found.length === 0 ? [] : [`${name}: ${found.length}`, ...found.slice(0, 3)];
  });
  expect({ seed: SEED, left }).toEqual({ seed: SEED, left: [] });
  expectOnlyInContacts();
  expectDeliveredIsEmpty();
  // What was said was said: the letters went out, and a search that finds nothing can find something.
  expect(boxes.map(({ sent }) => sent.length > TURNS / 20)).toEqual([true, true, true]);
  expect(search(`and ${planted[0]}`)).not.toEqual([]);
});

test('what breaks while it is read tells nothing of what it is', async () => {
  const secret = 'ana.b@home.example';
  await house.store.inbox.put({ source: 'email', key: 'broken', lane: 'broken', body: `${secret} is no JSON` });
  await house.incoming.round();
  const rows = (keptIn(folder).get('inbox') ?? []).map((row) => JSON.parse(row) as { key: string; why: string | null });
  expect(rows.find(({ key }) => key === 'broken')?.why).toMatch(/JSON/);
  expect(rows.filter(({ why }) => why?.includes(secret))).toEqual([]);
  expect(logged).toContain('a delivery broke');
  expect(logged).not.toContain(secret);
});

/**
 * Addresses stand in `contact` by design: without them nobody could be answered. What came in is named by its sender as
 * well (`inbox.lane`), so that it is read in order, and goes after two weeks.
 */
function expectOnlyInContacts(): void {
  const search = createSearch(addresses);
  const elsewhere = [...keptIn(folder, ['contact', 'inbox'])].filter(([, rows]) => search(rows.join('\n')).length > 0);
  expect(elsewhere.map(([table]) => table)).toEqual([]);
  expect(search(logged)).toEqual([]);
}

/** The outbox holds a message until it is delivered, with what the channel must know: then nothing of it. */
function expectDeliveredIsEmpty(): void {
  for (const table of ['outbox', 'inbox']) {
    const rows = (keptIn(folder).get(table) ?? []).map((row) => JSON.parse(row) as { state: string; body: string });
    const over = rows.filter(({ state }) => state === 'done');
    expect(over.length).toBeGreaterThan(TURNS / 6);
    expect(over.filter(({ body }) => body !== '')).toEqual([]);
  }
}
