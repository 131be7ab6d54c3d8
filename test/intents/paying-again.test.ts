/** A declined payment: the same goods paid with something else that is stored, once, and only after a yes to that total. */

import { refused } from '../../lambda/services/commerce/call';
import type { Shop } from '../../lambda/services/commerce/shop';
import { openHouse } from '../kit/house';
import { createTexter } from '../kit/texter';
import { useHouse } from '../kit/use-house';

const at = useHouse({ fault: 'declined' });

test('is tried with the other means, and ordered once', async () => {
  const speaker = at.speaker();
  await speaker.hears('Reorder', { product: 'coffee' });
  const declined = await speaker.yes();
  expect([declined.replies, declined.asks]).toEqual([['Purchase.declined'], 'Purchase.retry']);
  expect(declined.say).toContain('Banca Ginestra');
  const summed = await speaker.yes();
  expect([summed.replies, summed.asks]).toEqual([['Purchase.summary', 'Purchase.payingWith'], 'Purchase.confirm']);
  expect(at.house.orders()).toBe(0);
  const placed = await speaker.yes();
  expect(placed.replies).toEqual(['Purchase.placed', 'Purchase.details']);
  expect(JSON.stringify(placed.card)).toContain('Paid with the account at Banca Ginestra');
  expect(at.house.orders()).toBe(1);
});

test('names what can be chosen, by its last four digits at most, and is given up by a no', async () => {
  const texter = at.texter({ shopper: 'bruno', locale: 'it-IT' });
  await texter.says('ordina le capsule');
  const which = await texter.says('sì');
  expect(which.asks).toBe('Purchase.means');
  expect(which.show).toContain('la carta Coralline che finisce con 7104 o Saltapay');
  const chosen = await texter.says('saltapay');
  expect(chosen.show).toContain('Si paga con Saltapay.');
  const changed = await texter.says('fanne due');
  expect(changed.show).toContain('Si paga con Saltapay.');
  expect((await texter.says('no')).replies).toEqual(['Purchase.notOrdered']);
  expect(at.house.orders()).toBe(0);
});

test('left at the speaker, it is asked in the chat, which goes on from there', async () => {
  const speaker = at.speaker();
  await speaker.hears('Reorder', { product: 'coffee' });
  await speaker.yes();
  await speaker.falls();
  const texter = at.texter();
  const asked = await texter.opens();
  expect([asked.replies, asked.asks]).toEqual([['Welcome.leftover'], 'Purchase.retry']);
  await texter.says('yes');
  expect((await texter.says('yes')).replies[0]).toBe('Purchase.placed');
  expect(at.house.orders()).toBe(1);
});

const declining = (shop: Shop): Shop => ({
  ...shop,
  purchases: { ...shop.purchases, place: async () => refused({ kind: 'payment-declined' }) },
});

test.each([
  ['when all are declined', declining, ['Purchase.means', 'Purchase.retry', 'TalkToHuman.offer']],
  [
    'where the shop lets nobody choose',
    (shop: Shop) => {
      const { means: _means, ...purchases } = declining(shop).purchases;
      return { ...shop, purchases };
    },
    ['TalkToHuman.offer'],
  ],
])('a person is offered %s', async (_when, wrap, expected) => {
  const house = await openHouse({ wrap });
  const texter = createTexter(house, { shopper: 'bruno' });
  await texter.says('order my capsules');
  const asked = [(await texter.says('yes')).asks];
  for (const words of ['the first one', 'yes'].slice(0, expected.length - 1)) {
    await texter.says(words);
    asked.push((await texter.says('yes')).asks);
  }
  expect(asked).toEqual(expected);
  await texter.says('yes');
  const [packet] = await house.store.handOffs.list(10);
  expect(packet).toMatchObject({ reason: 'payment-needed', lines: [{ productId: 'nerina-capsules' }] });
  expect([house.orders(), house.errors]).toEqual([0, []]);
  await house.close();
});
