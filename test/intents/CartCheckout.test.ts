/** The cart at a speaker: what is ordered of it leaves it, whatever became of the answer; what cannot be had is said. */

import type { Speaker } from '../kit/speaker';
import { cartAct } from '../kit/states';
import { useHouse } from '../kit/use-house';

const at = useHouse();

const show = (speaker: Speaker) => speaker.hears('CartCheckout', { act: cartAct('show') });
const checkOut = (speaker: Speaker) => speaker.hears('CartCheckout', { checkout: cartAct('pay') });
const soldOut = { said: 'tablets', ids: ['lumisplash-tablets'] };

test('orders what lies in it after a yes to the total, and empties it by that', async () => {
  const speaker = at.speaker();
  const summed = await checkOut(speaker);
  expect(summed).toMatchObject({ replies: ['Purchase.summary'], asks: 'Purchase.confirm' });
  expect((await speaker.yes()).replies[0]).toBe('Purchase.placed');
  expect(at.house.orders()).toBe(1);
  expect((await show(speaker)).replies).toEqual(['CartCheckout.empty']);
});

test('is empty once an order whose outcome was unknown turns out to be placed', async () => {
  const speaker = at.speaker();
  await checkOut(speaker);
  at.house.demo.setFault('unknown-outcome');
  expect((await speaker.yes()).replies).toEqual(['Purchase.unknown']);
  at.house.demo.setFault(null);
  at.house.clock.advance(60_000);
  expect((await show(speaker)).replies).toEqual(['Purchase.latePlaced', 'CartCheckout.empty']);
  expect(at.house.orders()).toBe(1);
});

test('says that it does not know, where the shop has not answered whether it was changed', async () => {
  const speaker = at.speaker();
  const dropped = { said: 'tablets', ids: ['vetrachiara-tablets'] };
  at.house.demo.setFault('unknown-outcome');
  const removed = await speaker.hears('CartCheckout', { act: cartAct('drop'), product: dropped });
  at.house.demo.setFault(null);
  expect(removed).toMatchObject({ replies: ['CartCheckout.maybe'], asks: 'Welcome.more' });
  expect((await show(speaker)).say).not.toMatch(/tablets/i);
});

test('keeps what was taken out of the order and not bought', async () => {
  const speaker = at.speaker();
  await checkOut(speaker);
  const tablets = { said: 'tablets', ids: ['vetrachiara-tablets'] };
  const summed = await speaker.hears('Reorder', { amend: { said: 'without', ids: ['drop'] }, product: tablets });
  expect(summed.asks).toBe('Purchase.confirm');
  await speaker.yes();
  const left = await show(speaker);
  expect(left.replies).toEqual(['CartCheckout.inCart']);
  expect(left.say).toContain('Vetrachiara');
  expect(left.say).not.toContain('Saponella');
});

test('says what is sold out in it, and offers the rest', async () => {
  const speaker = at.speaker();
  await speaker.hears('CartCheckout', { act: cartAct('add'), product: soldOut });
  const first = await show(speaker);
  expect(first).toMatchObject({ replies: ['CartCheckout.first'], asks: 'CartCheckout.more' });
  const rest = await speaker.yes();
  expect(rest).toMatchObject({ replies: ['CartCheckout.next', 'CartCheckout.soldOut'], asks: 'CartCheckout.order' });
  expect(await speaker.yes()).toMatchObject({ replies: ['Purchase.summary'], asks: 'Purchase.confirm' });
  await speaker.yes();
  const left = await show(speaker);
  expect(left).toMatchObject({ replies: ['CartCheckout.inCart', 'CartCheckout.soldOut', 'CartCheckout.nothingLeft'] });
});

describe.each([
  {
    locale: 'en-GB',
    show: "what's in my cart",
    drop: 'remove the second one',
    set: 'make the first one three',
    total: 'how much is it all together',
    sizes: 'what exactly is it',
    each: 'how much each',
    order: 'order it',
  },
  {
    locale: 'it-IT',
    show: "cosa c'è nel carrello",
    drop: 'togli il secondo',
    set: 'il primo fanne tre',
    total: 'quanto fa in tutto',
    sizes: 'cosa è di preciso',
    each: "quanto costa l'uno",
    order: 'ordinalo',
  },
] as const)('a cart that was told, in $locale', ({ locale, ...says }) => {
  test('is changed by the places of its goods, asked about, and ordered', async () => {
    const texter = at.texter({ locale });
    const asks = async (said: string) => {
      const { replies, asks } = await texter.says(said);
      return { replies, asks };
    };
    const waits = { asks: 'CartCheckout.order' };
    expect(await asks(says.show)).toMatchObject({ ...waits, replies: ['CartCheckout.inCart'] });
    expect(await asks(says.sizes)).toMatchObject({ ...waits, replies: ['CartCheckout.inCart'] });
    expect(await asks(says.each)).toMatchObject({ ...waits, replies: ['CartCheckout.each', 'CartCheckout.each'] });
    expect(await asks(says.drop)).toMatchObject({ ...waits, replies: ['CartCheckout.removed'] });
    expect(await asks(says.set)).toMatchObject({ ...waits, replies: ['CartCheckout.setTo'] });
    expect(await asks(says.total)).toMatchObject({ ...waits, replies: ['CartCheckout.holds'] });
    expect(await asks(says.order)).toMatchObject({ asks: 'Purchase.confirm' });
    expect(await asks(says.total)).toMatchObject({ asks: 'Purchase.confirm' });
    expect(at.house.orders()).toBe(0);
  });

  test('keeps what is left out of the order', async () => {
    const texter = at.texter({ locale });
    await texter.says(says.show);
    const summed = await texter.says(locale === 'it-IT' ? 'tutto tranne il sapone' : 'all but the soap');
    expect(summed.asks).toBe('Purchase.confirm');
    await texter.says(locale === 'it-IT' ? 'sì' : 'yes');
    expect(at.house.orders()).toBe(1);
    expect((await texter.says(says.show)).show).toContain('Saponella');
  });
});

test('takes no more of one thing than can be ordered', async () => {
  const speaker = at.speaker();
  const soap = { said: 'soap', ids: ['saponella-hand-soap'] };
  const many = await speaker.hears('CartCheckout', { act: cartAct('set'), product: soap, quantity: 21 });
  expect(many.replies).toEqual(['CartCheckout.atMost']);
  const said = await show(speaker);
  expect(said.say).toContain('two bags');
});

test('is mentioned once a visit after the price of delivery, and not while something waits for an answer', async () => {
  const speaker = at.speaker();
  await speaker.hears('Reorder', { product: { said: 'coffee', ids: ['bella-roma-ground'] } });
  expect((await speaker.hears('ShippingCost')).asks).toBe('Purchase.confirm');
  await speaker.no();
  expect((await speaker.hears('ShippingCost')).replies).toContain('CartCheckout.waiting');
  const taken = await speaker.yes();
  expect(taken.replies).toEqual(['Purchase.summary']);
  await speaker.no();
  expect((await speaker.hears('ShippingCost')).replies).not.toContain('CartCheckout.waiting');
  expect(at.house.orders()).toBe(0);
});

describe('a shop that shares no carts', () => {
  const closed = useHouse({ wrap: ({ cart: _kept, ...shop }) => shop });

  test('has people who can look, and says nothing of a cart after the price of delivery', async () => {
    const speaker = closed.speaker();
    expect(await show(speaker)).toMatchObject({ replies: ['CartCheckout.noCart'], asks: 'TalkToHuman.offer' });
    await speaker.no();
    expect((await speaker.hears('ShippingCost')).replies).toEqual([
      'ShippingCost.costFreeFrom',
      'ShippingCost.express',
    ]);
  });
});
