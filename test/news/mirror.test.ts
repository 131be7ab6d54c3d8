/** What the shop tells of its orders by itself: where they are is known while it says nothing, and told with its age. */

import { createHmac } from 'node:crypto';
import { Router } from 'express';
import { changesDoors } from '../../lambda/house/changes-door';
import { askForChanges, tidy } from '../../lambda/house/chores';
import { readShopFile } from '../../lambda/house/shop-file';
import { freshMemory } from '../../lambda/services/conversation/memory';
import { commitOf } from '../contracts/store-samples';
import { openDoor, openLog } from '../kit/fake-vendor';
import { useHouse } from '../kit/use-house';
import { settle } from '../kit/writer';

const HOUR = 3_600_000;
const SECRET = 'what the shop signs with, and nobody guesses';

const at = useHouse();
const looks = async () => {
  const told = await askForChanges(at.house);
  await settle(at.house);
  return told;
};
const OWN = 'shopper:shopper-ana';
/** Whether the shop has told anything of itself, for each. */
const kept = async () =>
  (await at.house.store.privacy.export([OWN], 'shopper-ana')).order_mirror?.map(
    (row) => row.orders !== null && row.is_told === 1,
  );

async function order(goods: string): Promise<void> {
  const texter = at.texter();
  await texter.says(`reorder my ${goods}`);
  expect((await texter.says('yes')).replies[0]).toContain('placed');
}

test('a parcel that moved is told of while the shop is down, with how old it is; and not once it is forgotten', async () => {
  await looks();
  await order('coffee');
  at.house.clock.advance(3 * HOUR);
  expect(await looks()).toBe(2);
  expect(await looks()).toBe(0);
  // Whoever speaks was known a moment ago; where their orders are was never asked.
  await at.speaker().hears('ShippingCost');
  at.house.clock.advance(20 * 60_000);
  at.house.demo.setFault('down');
  const told = await at.speaker().hears('OrderStatus', { product: 'coffee' });
  expect([told.replies[0], told.replies[1]?.startsWith('OrderStatus.shipped')]).toEqual([
    'OrderStatus.lastKnown',
    true,
  ]);
  expect(told.say).toContain('20 minutes ago');

  // What a yes may have changed is not told as it was; and an older answer never comes before a newer one.
  at.house.demo.setFault(null);
  await order('dog food');
  expect(await kept()).toEqual([false]);
  await at.house.store.mirrors.put(OWN, { orders: '[]', at: at.house.clock.now() - 1 });
  expect(await kept()).toEqual([false]);

  // Kept no longer than what was said, and gone with it.
  at.house.clock.advance(HOUR);
  await at.house.store.mirrors.put(OWN, { orders: '[]', at: at.house.clock.now() });
  at.house.clock.advance(31 * 24 * HOUR);
  await tidy(at.house, { shop: readShopFile(), now: at.house.clock.now });
  expect(await kept()).toEqual([false]);
  await at.house.store.privacy.erase([OWN], 'shopper-ana');
  expect(await at.house.store.mirrors.of('shopper-ana')).toEqual([]);
});

test('what a program before this one remembered in the memory itself is told as well, and kept beside it from then on', async () => {
  const { store, clock, demo } = at.house;
  await at.speaker().hears('OrderStatus', { product: 'dog food' });
  const seen = await store.mirrors.get(OWN);
  expect((await store.conversations.load(OWN))?.memory.lastKnown).toEqual({
    at: seen?.at,
    numbers: (JSON.parse(seen?.orders ?? '') as { number: string }[]).map(({ number }) => number),
  });
  await store.privacy.erase([OWN], 'shopper-ana');
  const lastKnown = { orders: seen?.orders, at: seen?.at } as never;
  await store.conversations.commit(commitOf(OWN, 0, { memory: { ...freshMemory(), lastKnown } }));
  clock.advance(10 * 60_000);
  demo.setFault('down');
  const told = await at.speaker().hears('OrderStatus', { product: 'dog food' });
  expect([told.replies[0], told.say]).toEqual(['OrderStatus.lastKnown', expect.stringContaining('10 minutes ago')]);
  demo.setFault(null);
  await at.speaker().hears('OrderStatus', { product: 'dog food' });
  expect((await store.conversations.load(OWN))?.memory.lastKnown).not.toHaveProperty('orders');
  expect((await store.mirrors.get(OWN))?.at).toBe(clock.now());
});

test('a signed request tells it, once; one that is forged, caught or broken does not', async () => {
  const log = openLog();
  const now = at.house.clock.now;
  const settings = { secrets: [SECRET] };
  const doors = changesDoors({ settings, changes: undefined }, { put: at.house.receive, log, now });
  const door = await openDoor(Router().use(...doors));
  const post = async (body: unknown, { secret = SECRET, seconds = Math.floor(now() / 1_000) } = {}) => {
    const text = JSON.stringify(body);
    const v1 = createHmac('sha256', secret).update(`${seconds}.${text}`).digest('hex');
    const headers = { 'content-type': 'application/json', 'x-shop-signature': `t=${seconds},v1=${v1}` };
    return (await fetch(`${door.url}/shop/changes`, { method: 'POST', headers, body: text })).status;
  };
  const change = { id: 'event-1', order: 'wm-104232', shopper: 'shopper-ana' };
  expect(await post(change, { secret: 'of somebody else, as long as ours' })).toBe(401);
  expect(await post(change, { seconds: Math.floor(now() / 1_000) - 600 })).toBe(401);
  expect(await post({ id: 'event-1', order: 'wm-104232' })).toBe(400);
  expect(await post([change, { ...change, id: 'event-2', shopper: 'shopper-nobody' }])).toBe(200);
  // Nobody has met her here: nothing is asked, nothing kept.
  await settle(at.house);
  expect(await kept()).toEqual([]);
  await at.speaker().hears('OrderStatus', { product: 'dog food' });
  expect(await post(change)).toBe(200);
  await settle(at.house);
  expect(await kept()).toEqual([false]);
  expect(await post({ ...change, id: 'event-3' })).toBe(200);
  await settle(at.house);
  expect(await kept()).toEqual([true]);
  expect(log.lines).toEqual([]);
  await door.close();
});
