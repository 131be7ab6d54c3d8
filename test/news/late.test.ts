/** An order that hung has turned out while nobody spoke: whoever agreed to be written to is, once, and not at night. */

import { settleOrders } from '../../lambda/house/chores';
import { MONDAY } from '../kit/house';
import { useHouse } from '../kit/use-house';
import { settle } from '../kit/writer';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const at = useHouse({ at: MONDAY });

/** A yes of which nobody knows what became; and the shop is back. */
async function hangs(): Promise<void> {
  const texter = at.texter();
  await texter.says('reorder my coffee');
  at.house.demo.setFault('unknown-outcome');
  expect((await texter.says('yes')).replies).toEqual(['Purchase.unknown']);
  at.house.demo.setFault(null);
  at.house.clock.advance(2 * MINUTE);
}

const agrees = async () =>
  expect((await at.texter().says('keep me posted about my orders')).replies).toEqual(['OrderNews.keptMessage']);

const settles = async () => {
  await settleOrders(at.house, { now: at.house.clock.now });
  await settle(at.house);
};

/** What was written to her unasked. */
async function written(): Promise<readonly string[]> {
  const lines = await at.house.store.conversations.since('shopper:shopper-ana', null, 100);
  return lines.filter(({ by, channel }) => by === 'bot' && channel === 'desk').map(({ text }) => text);
}

test('is written once, however often it is looked at, and told with its receipt in the next turn', async () => {
  await agrees();
  await hangs();
  await settles();
  await settles();
  expect(await written()).toEqual([expect.stringMatching(/coffee/i)]);
  const next = await at.speaker().opens();
  expect(next.replies).toContain('Purchase.latePlaced');
  expect(next.card).not.toBeNull();
  await settles();
  expect(await written()).toHaveLength(1);
  expect(at.house.orders()).toBe(1);
});

test('waits for the morning, and is not written to whoever has heard it by then', async () => {
  await agrees();
  // Eleven at night in Milan.
  at.house.clock.advance(12 * HOUR);
  await hangs();
  await settles();
  expect(await written()).toEqual([]);
  at.house.clock.advance(11 * HOUR);
  await settle(at.house);
  expect(await written()).toHaveLength(1);

  at.house.clock.advance(13 * HOUR);
  await hangs();
  await settles();
  expect((await at.speaker().opens()).replies).toContain('Purchase.latePlaced');
  at.house.clock.advance(11 * HOUR);
  await settle(at.house);
  expect(await written()).toHaveLength(1);
});

test('is written to nobody who has not agreed, or who has taken that back', async () => {
  await hangs();
  await settles();
  expect(await written()).toEqual([]);
  await at.speaker().opens();
  at.house.clock.advance(HOUR);
  await agrees();
  expect((await at.texter().says('stop the news about my orders')).replies).toEqual(['OrderNews.stopped']);
  await hangs();
  await settles();
  expect(await written()).toEqual([]);
});
