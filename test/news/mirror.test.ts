/** What the shop tells of its orders by itself: where they are is known while it says nothing, and told with its age. */

import { createHmac } from 'node:crypto';
import { Router } from 'express';
import { changesDoors } from '../../lambda/house/changes-door';
import { askForChanges, tidy } from '../../lambda/house/chores';
import { readShopFile } from '../../lambda/house/shop-file';
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
/** Whether anything is known of each. */
const kept = async () =>
  (await at.house.store.privacy.export([OWN], 'shopper-ana')).order_mirror?.map(({ orders }) => orders !== null);

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
