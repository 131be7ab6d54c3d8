/** What is too old goes, each class in its own time and not a moment before; facts stay. */

import { tidy } from '../../lambda/house/chores';
import { readShopFile, type ShopFile } from '../../lambda/house/shop-file';
import { keptIn } from '../kit/kept';
import { createPostBox } from '../kit/post-box';
import { useHouse } from '../kit/use-house';

const DAY = 24 * 3_600_000;

const at = useHouse({ isOnDisk: true, staffed: true, channels: [createPostBox('email')] });
const shop = readShopFile();
const count = (table: string) => keptIn(at.folder ?? '').get(table)?.length ?? 0;
const clean = () => tidy(at.house, { shop, now: at.house.clock.now });

/** A visit with a hand-off that is over, everything delivered and read: all of it at the same moment. */
async function visit(): Promise<void> {
  const { house } = at;
  const speaker = at.speaker();
  await speaker.hears('OrderStatus');
  await speaker.hears('TalkToHuman');
  const marta = at.agent();
  await marta.says('Hello.');
  await marta.closes();
  const body = JSON.stringify([
    { kind: 'heard', from: { address: 'guest@post.example' }, key: 'k', heard: { kind: 'text', text: 'hello' } },
  ]);
  await house.receive({ source: 'email', key: 'k', lane: 'guest@post.example', body });
  await house.incoming.round();
  while ((await house.outgoing.round()) > 0);
}

type Class = readonly [name: keyof ShopFile['retention'], tables: readonly string[]];
const CLASSES: readonly Class[] = [
  ['transcripts', ['history']],
  ['deliveries', ['outbox']],
  ['received', ['inbox']],
  ['handOffs', ['hand_off', 'packet']],
  ['contacts', ['contact']],
  ['conversations', ['conversation', 'answer', 'trail']],
];

test.each(CLASSES)('%s go when their time is over, and not a moment before', async (name, tables) => {
  await visit();
  const before = Object.fromEntries(tables.map((table) => [table, count(table)]));
  for (const table of tables) expect([table, before[table]]).not.toEqual([table, 0]);
  const facts = count('fact');
  at.house.clock.advance(shop.retention[name] * DAY);
  // As if everything else were kept for ever, so that nothing goes with another class.
  const only = Object.fromEntries(
    Object.keys(shop.retention).map((one) => [one, one === name ? shop.retention[name] : 1e5]),
  ) as ShopFile['retention'];
  const now = at.house.clock.now;
  await tidy(at.house, { shop: { retention: only }, now });
  expect(Object.fromEntries(tables.map((table) => [table, count(table)]))).toEqual(before);
  at.house.clock.advance(1);
  const went = await tidy(at.house, { shop: { retention: only }, now });
  expect(Object.fromEntries(tables.map((table) => [table, count(table)]))).toEqual(
    Object.fromEntries(tables.map((table) => [table, 0])),
  );
  const first = tables[0] ?? '';
  expect(went[first]).toBe(before[first]);
  expect(count('fact')).toBe(facts);
});

test('who is still written with keeps their conversation, and loses its oldest lines', async () => {
  await visit();
  at.house.clock.advance(shop.retention.transcripts * DAY + 1);
  await at.speaker().hears('ShippingCost');
  const facts = count('fact');
  await clean();
  const left = await at.house.store.conversations.history('shopper:shopper-ana', 99);
  expect(left.map(({ at: time }) => time)).toEqual(left.map(() => at.house.clock.now()));
  expect(left.length).toBeGreaterThan(0);
  expect(count('fact')).toBe(facts);
});

test('a hand-off that nobody has ended stays however old it is', async () => {
  await at.speaker().hears('TalkToHuman');
  at.house.clock.advance(shop.retention.handOffs * 3 * DAY);
  expect(await clean()).toMatchObject({ hand_off: 0, packet: 0 });
  expect(count('hand_off')).toBe(1);
});
