/** What VTEX tells of orders by itself, through its hook and its feed: known here while it is down, told to whoever wished it, and never believed further. */

import { Router } from 'express';
import { changesDoors } from '../../lambda/house/changes-door';
import { askForChanges } from '../../lambda/house/chores';
import { openEarshot } from '../../lambda/house/open';
import { readShop } from '../../lambda/house/settings';
import { readShopFile } from '../../lambda/house/shop-file';
import { shopOpener } from '../../lambda/house/shops';
import { PATIENCE } from '../../lambda/services/commerce/patience';
import { openDoor, openLog } from '../kit/fake-vendor';
import { LOCALES } from '../kit/house';
import { createTexter } from '../kit/texter';
import { settle } from '../kit/writer';
import { createJudge } from './vtex/described';
import { type LiveVtex, openVtex } from './vtex/open';
import { type Order, statusOf, withStatus } from './vtex/orders';
import { KEY } from './vtex/world';
import { packed } from './vtex-behind';

const HOUR = 3_600_000;
/** A call takes as long as a busy machine needs. */
const UNHURRIED = { ...PATIENCE, read: HOUR, aside: HOUR, quote: HOUR, write: HOUR };
const DAY = 24 * HOUR;
const SECRET = 'what the hook of a test shows 1f9c';
const judge = createJudge();

/** A Thursday at ten in Milan. */
let now = Date.UTC(2026, 10, 26, 9);
let live: LiveVtex;
let house: Awaited<ReturnType<typeof openHouse>>;
let door: Awaited<ReturnType<typeof openDoor>>;
const log = openLog();

async function openHouse() {
  const env = { ...live.env, VTEX_HOOK_SECRET: `an older secret of a test 77,${SECRET}`, VTEX_FEED: 'on' };
  const provider = shopOpener(readShop(env, { secret: 'any', shopName: 'any' }));
  const clocks = { now: () => now, calendar: () => now };
  const timing = { timer: () => () => undefined, pause: () => new Promise<void>((done) => setImmediate(done)) };
  const log = { error: (what: object) => void errors.push(what), warn: (what: object) => void errors.push(what) };
  const options = { folder: null, shop: readShopFile(), locales: LOCALES, strict: true, log, provider };
  const opened = await openEarshot({ ...options, ...clocks, ...timing, patience: UNHURRIED });
  await opened.ready('en');
  return opened;
}
const errors: object[] = [];

beforeAll(async () => {
  live = await openVtex({ clock: () => now, judge });
  house = await openHouse();
  const doors = changesDoors({ settings: null, changes: house.changes }, { put: house.receive, log, now: () => now });
  door = await openDoor(Router().use(...doors));
});
afterAll(async () => {
  await door.close();
  await house.close();
  await live.close();
});
afterEach(() => expect([errors.splice(0), log.lines, judge.take()]).toEqual([[], [], []]));

const vtex = async (what: string, body?: object) => {
  const [method = '', path = ''] = what.split(' ');
  const key = { 'x-vtex-api-appkey': KEY.key, 'x-vtex-api-apptoken': KEY.token };
  const headers = { accept: 'application/json', 'content-type': 'application/json', ...key };
  const sent = body ? { body: JSON.stringify(body) } : {};
  return (await fetch(live.url + path, { method, headers, ...sent })).status;
};
const EVERY = { type: 'FromOrders', expression: 'isCompleted = true', disableSingleFire: true };
const hookAt = (url: string, filter: object = EVERY) =>
  vtex('POST /api/orders/hook/config', { filter, hook: { url, headers: { key: SECRET } } });
const patient = { now: () => now + HOUR, advance: () => undefined };
const texterOf = (token: string) => createTexter({ ...house, clock: patient }, { token });
const own = async () => {
  const [id] = await house.store.mirrors.of(anaId());
  return id ? house.store.mirrors.get(id) : null;
};
const anaId = () => live.world.book.all().find(({ person }) => person.demo.name === 'ana')?.person.userId ?? '';

async function bought(): Promise<Order> {
  const before = live.world.book.all().length;
  const texter = texterOf(live.signIn('ana'));
  await texter.says('reorder my coffee');
  expect((await texter.says('yes')).replies[0]).toBe('Purchase.placed');
  const order = live.world.book.all()[before];
  if (!order) throw new Error('nothing was ordered');
  return order;
}

const kept = (orderId: string) => live.world.book.byId(orderId) as Order;
const sends = (orderId: string, finished: boolean) => live.world.book.put(packed(kept(orderId), { finished }, now));
const arrives = (orderId: string) => {
  const order = kept(orderId);
  const packages = order.packages.map((one) => ({
    ...one,
    courierStatus: { finished: true, deliveredAt: now, events: [] },
  }));
  live.world.book.put({ ...order, packages });
};

test('the hook: a parcel that was sent is known while VTEX is down, and told to whoever wished it, once', async () => {
  expect(await hookAt(`${door.url}/shop/changes/vtex`)).toBe(200);
  const { orderId } = await bought();
  const texter = texterOf(live.signIn('ana'));
  expect((await texter.says('notify me about my order')).replies[0]).toMatch(/^OrderNews\.kept/);
  now += 2 * HOUR;
  sends(orderId, false);
  expect(await live.tell()).toBeGreaterThan(0);
  await settle(house);
  const known = await own();
  expect(known?.at).toBe(now);
  expect(JSON.parse(known?.orders ?? '[]').find(({ id }: { id: string }) => id === orderId)).toMatchObject({
    stage: 'shipped',
  });
  const history = async () =>
    (await house.store.conversations.history(`shopper:${anaId()}`, 50)).filter(
      ({ by, channel }) => by === 'bot' && channel === 'desk',
    );
  expect(await history()).toHaveLength(1);

  // The courier has finished: no state of VTEX's says so, and its hook tells of any change.
  now += DAY;
  arrives(orderId);
  expect([statusOf(kept(orderId), now), await live.tell()]).toEqual(['invoiced', 1]);
  await settle(house);
  expect(await history()).toHaveLength(2);
  // Who speaks was known a moment ago; where their orders are was never asked.
  const later = texterOf(live.signIn('ana'));
  await later.says('what does shipping cost');
  now += 10 * 60_000;
  live.world.limits.throttle(1_000);
  const told = await later.says('where is my coffee');
  live.world.limits.throttle(0);
  expect([told.replies[0], told.show]).toEqual(['OrderStatus.lastKnown', expect.stringContaining('10 minutes ago')]);
});

test('whoever had to ask for an order to be called off hears that it was', async () => {
  const { orderId } = await bought();
  live.world.book.put(withStatus(kept(orderId), 'handling', now));
  await live.tell();
  await settle(house);
  const texter = texterOf(live.signIn('ana'));
  await texter.says('cancel my last order');
  expect((await texter.says('yes')).replies[0]).toBe('Cancelling.asked');
  const told = async () =>
    (await house.store.conversations.history(`shopper:${anaId()}`, 50)).filter(
      ({ by, channel, text }) => by === 'bot' && channel === 'desk' && text.includes('cancelled'),
    ).length;
  expect(await told()).toBe(0);
  now += HOUR;
  live.world.book.put(
    withStatus({ ...kept(orderId), cancelled: { at: now, reason: 'asked', byUser: true } }, 'canceled', now),
  );
  for (let times = 0; times < 2; times += 1) {
    await live.tell();
    await settle(house);
  }
  expect(await told()).toBe(1);
});

test('is nobody else’s: what is forged, broken, of another account or of nobody we know is not kept, and the ping is', async () => {
  const post = async (body: unknown, secret: string | null = SECRET) => {
    const shown = secret === null ? {} : { key: secret };
    const headers = { 'content-type': 'application/json', ...shown };
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return (await fetch(`${door.url}/shop/changes/vtex`, { method: 'POST', headers, body: text })).status;
  };
  const { orderId } = await bought();
  now += HOUR;
  const at = new Date(now).toISOString();
  const event = { ...EVENT, OrderId: orderId, CurrentChange: at, Origin: { Account: 'willowmarket', Key: 'any' } };
  expect(await post(event, 'guessed secret of nobody, 12')).toBe(401);
  expect(await post(event, null)).toBe(401);
  expect(await post({ ...event, hookConfig: 'ping' }, null)).toBe(401);
  expect(await post({ ...event, OrderId: '../../other' })).toBe(400);
  expect(await post('[')).toBe(400);
  expect(await post({ hookConfig: 'ping' }, null)).toBe(200);
  expect(await post({ ...event, Origin: { Account: 'another' } })).toBe(200);
  expect(await house.incoming.round()).toBe(0);
  // It says "invoiced", and whose it is: VTEX is asked, and knows better.
  expect(await post({ ...event, State: 'invoiced', ClientProfile: 'somebody' })).toBe(200);
  expect(await post({ ...event, State: 'invoiced' })).toBe(200);
  expect(await house.incoming.round()).toBe(1);
  const orders = JSON.parse((await own())?.orders ?? '[]');
  expect(orders.find(({ id }: { id: string }) => id === orderId)).toMatchObject({ stage: 'preparing' });
  // An order that VTEX does not know is nobody's.
  expect(await post({ ...event, OrderId: '1999999999999-01' })).toBe(200);
  await settle(house);
  expect(await house.incoming.round()).toBe(0);
});

const EVENT = { Domain: 'Fulfillment', State: 'handling', LastState: 'ready-for-handling', LastChange: 'any' };

test('the feed: what nobody brought is fetched, in lots, committed once it is kept, and not told twice after the hook', async () => {
  const queue = { visibilityTimeoutInSeconds: 60, MessageRetentionPeriodInSeconds: 345_600 };
  const filter = { type: 'FromWorkflow', status: ['handling', 'invoiced', 'canceled'] };
  expect(await vtex('POST /api/orders/feed/config', { filter, queue })).toBe(200);
  const theirs = live.world.book.all().filter(({ person }) => person.demo.name === 'ana');
  const orders = theirs.slice(-12);
  now += DAY;
  for (const order of orders) live.world.book.put(withStatus(order, 'handling', now));
  expect(await live.tell()).toBeGreaterThanOrEqual(orders.length);
  await settle(house);
  // Two lots, of which the hook has told all.
  expect(await askForChanges(house)).toBe(0);
  now += 2 * 60_000;
  expect(await (await feed()).json()).toEqual([]);

  await vtex('DELETE /api/orders/hook/config');
  for (const { orderId } of orders.slice(0, 3)) live.world.book.put(withStatus(kept(orderId), 'canceled', now));
  // Two servers look at the same time: each of them is new once.
  const [one, other] = await Promise.all([askForChanges(house), askForChanges(house)]);
  expect(one + other).toBe(3);
  await settle(house);
  expect((await own())?.at).toBe(now);
});

function feed() {
  const key = { 'x-vtex-api-appkey': KEY.key, 'x-vtex-api-apptoken': KEY.token };
  return fetch(`${live.url}/api/orders/feed?maxlot=10`, { headers: { accept: 'application/json', ...key } });
}

test('a hook that nobody answers is told again, and taken away after three days', async () => {
  expect(await hookAt(`${door.url}/shop/changes/vtex`)).toBe(200);
  const { orderId } = await bought();
  await live.tell();
  const { url } = door;
  await door.close();
  now += HOUR;
  sends(orderId, false);
  expect(await live.tell()).toBe(0);
  now += 4 * DAY;
  expect(await live.tell()).toBe(0);
  expect(await vtex('GET /api/orders/hook/config')).toBe(404);
  expect(await hookAt(`${url}/shop/changes/vtex`)).toBe(400);
  const doors = changesDoors({ settings: null, changes: house.changes }, { put: house.receive, log, now: () => now });
  door = await openDoor(Router().use(...doors));
});
