import { isOrderDue, settleOrders } from '../../lambda/house/chores';
import { refused } from '../../lambda/services/commerce/call';
import type { Shop } from '../../lambda/services/commerce/shop';
import { createSpeaker, type Speaker } from '../kit/speaker';
import { MINUTE, mails, openWatched, type Watched } from './watch';

/** What the wrapped shop does to the next calls. */
let shop: { place: 'loses' | 'throws' | null; reconcile: 'is silent' | null };
/** How long it takes to say is a matter of the language tests. */

let at: Watched;

beforeEach(async () => {
  shop = { place: null, reconcile: null };
  at = await openWatched({ around });
});
afterEach(async () => {
  expect(at.house.errors).toEqual([]);
  await at.house.close();
});

function around(real: Shop): Shop {
  return {
    ...real,
    purchases: {
      ...real.purchases,
      async place(proposal, call) {
        if (shop.place === 'throws') throw new Error('the line broke');
        return shop.place === 'loses'
          ? refused({ kind: 'timeout', outcome: 'unknown' })
          : real.purchases.place(proposal, call);
      },
      async reconcile(id, call) {
        return shop.reconcile ? refused({ kind: 'unavailable' }) : real.purchases.reconcile(id, call);
      },
    },
  };
}

const coffee = (speaker: Speaker) => speaker.hears('Reorder', { product: 'coffee' });

async function yesIntoTheDark(fault: 'unknown-outcome' | null = 'unknown-outcome'): Promise<Speaker> {
  const speaker = createSpeaker(at.house);
  await coffee(speaker);
  at.house.demo.setFault(fault);
  const said = await speaker.yes();
  expect(said.replies).toEqual(['Purchase.unknown']);
  expect(said.open).toBe(false);
  at.house.demo.setFault(null);
  return speaker;
}

describe('an order of which nobody knows', () => {
  test('is found out while nobody speaks, within two minutes of the shop’s return, and told in the next turn', async () => {
    const speaker = await yesIntoTheDark();
    const settles = () => settleOrders(at.house, { now: at.house.clock.now }, isOrderDue);
    const round = async () => {
      at.house.clock.advance(15_000);
      return settles();
    };
    // For hours the shop says nothing.
    shop.reconcile = 'is silent';
    at.house.clock.advance(3 * 60 * MINUTE);
    for (let rounds = 0; rounds < 4; rounds += 1) expect(await round()).toBe(0);
    shop.reconcile = null;
    let known = 0;
    for (let rounds = 0; rounds < 8; rounds += 1) known += await round();
    expect(known).toBe(1);
    // It is silent again, and need not be asked: the shopper hears what is known.
    shop.reconcile = 'is silent';
    expect((await speaker.opens()).replies[0]).toBe('Purchase.latePlaced');
    expect((await speaker.opens()).replies).not.toContain('Purchase.latePlaced');
  });

  test('is told in the next visit, once, with card and e-mail, when it went through', async () => {
    const speaker = await yesIntoTheDark();
    const news = await speaker.opens();
    expect(news.replies[0]).toBe('Purchase.latePlaced');
    expect(news.card).toMatchObject({ type: 'Simple', content: expect.stringContaining('€14.80') });
    expect(mails(at.commits)).toEqual([{ id: 'placed:wm-104233', text: expect.stringContaining('€14.80') }]);
    expect((await speaker.opens()).replies).not.toContain('Purchase.latePlaced');
    expect(at.house.orders()).toBe(1);
    expect(at.sent).toHaveLength(1);
  });

  test('is told before a request that opens the visit is served', async () => {
    const speaker = await yesIntoTheDark();
    const status = await speaker.hears('OrderStatus', { product: 'coffee' });
    expect(status.replies[0]).toBe('Purchase.latePlaced');
    expect(status.replies.length).toBeGreaterThan(1);
  });

  test.each(['OrderStatus', 'Reorder'] as const)(
    'is told before %s is served in the middle of a visit: it is about orders',
    async (intent) => {
      const speaker = await yesIntoTheDark();
      shop.reconcile = 'is silent';
      const begun = await speaker.hears('ShippingCost');
      expect(begun.open).toBe(true);
      shop.reconcile = null;
      const other = await speaker.hears('ShippingOptions');
      expect(other.replies).not.toContain('Purchase.latePlaced');
      const heard = await speaker.hears(intent, { product: 'coffee' });
      expect(heard.replies[0]).toBe('Purchase.latePlaced');
    },
  );

  test('is told to nobody else in the house', async () => {
    const speaker = await yesIntoTheDark();
    const other = createSpeaker(at.house, { person: 'bea' });
    expect((await other.opens()).replies).not.toContain('Purchase.latePlaced');
    expect((await speaker.opens()).replies).toContain('Purchase.latePlaced');
  });

  test('is still being checked while the shop cannot say, and the same goods are not ordered meanwhile', async () => {
    const speaker = await yesIntoTheDark();
    shop.reconcile = 'is silent';
    for (const minutes of [1, 10, 600]) {
      at.house.clock.advance(minutes * MINUTE);
      const asked = await coffee(speaker);
      expect(asked.replies).toEqual(['Purchase.stillChecking']);
      expect(asked.asks).toBe('TalkToHuman.offer');
      await speaker.no();
      speaker.forgets();
    }
    const tea = await speaker.hears('Reorder', { product: { said: 'dog food', ids: ['brontolino-dog-food'] } });
    expect(tea.asks).toBe('Purchase.confirm');
    shop.reconcile = null;
    expect((await coffee(speaker)).replies[0]).toBe('Purchase.latePlaced');
    expect(at.house.orders()).toBe(1);
  });

  test('is found on every way to the goods, also by choosing one of two', async () => {
    const speaker = createSpeaker(at.house, { shopper: 'bruno' });
    await coffee(speaker);
    const first = { said: 'the first', ids: [] };
    const asked = await speaker.hears('Reorder', { product: { said: 'capsules', ids: ['nerina-capsules'] } });
    expect(asked.asks).toBe('Purchase.confirm');
    at.house.demo.setFault('unknown-outcome');
    await speaker.yes();
    at.house.demo.setFault(null);
    shop.reconcile = 'is silent';
    const which = await coffee(speaker);
    expect(which.asks).toBe('Reorder.which');
    const one = await speaker.hears('Select', { ListPosition: first });
    const two = one.asks === 'Purchase.confirm' ? await speaker.hears('Reorder', { product: 'capsules' }) : one;
    expect(two.replies).toContain('Purchase.stillChecking');
    expect(at.sent).toHaveLength(1);
  });

  test.each(['loses', 'throws'] as const)('is refused late, once, when the shop %s it', async (way) => {
    shop.place = way;
    const speaker = await yesIntoTheDark(null);
    shop.place = null;
    expect((await coffee(speaker)).replies).toEqual(['Purchase.stillChecking']);
    at.house.clock.advance(2 * MINUTE);
    const news = await speaker.opens();
    expect(news.replies[0]).toBe('Purchase.lateRefused');
    expect(mails(at.commits)).toEqual([]);
    const again = await coffee(speaker);
    expect(again.replies).toEqual(['Purchase.summary']);
    expect((await speaker.yes()).replies).toContain('Purchase.placed');
    expect(at.house.orders()).toBe(1);
  });

  test('keeps a repeated request to its first answer', async () => {
    const speaker = createSpeaker(at.house);
    await coffee(speaker);
    at.house.demo.setFault('unknown-outcome');
    const yes = speaker.asks('Yes');
    const first = await speaker.send(yes);
    at.house.demo.setFault(null);
    expect(JSON.stringify((await speaker.send(yes)).response)).toBe(JSON.stringify(first.response));
    expect(at.sent).toHaveLength(1);
  });
});

test('two orders of which nobody knows are told one visit after the other', async () => {
  const speaker = await yesIntoTheDark();
  shop.reconcile = 'is silent';
  await speaker.hears('Reorder', { product: { said: 'dog food', ids: ['brontolino-dog-food'] } });
  at.house.demo.setFault('unknown-outcome');
  await speaker.yes();
  at.house.demo.setFault(null);
  shop.reconcile = null;
  for (const visit of [1, 2]) {
    const news = (await speaker.opens()).replies.filter((key) => key === 'Purchase.latePlaced');
    expect(news).toHaveLength(1);
    expect(mails(at.commits)).toHaveLength(visit);
  }
  expect((await speaker.opens()).replies).not.toContain('Purchase.latePlaced');
});
