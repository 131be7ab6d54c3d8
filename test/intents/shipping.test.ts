/** ShippingCost, DeliveryTime and ShippingOptions: one shape, three answers. */

import { tellingWays } from '../kit/changed-shop';
import { useHouse } from '../kit/use-house';

const at = useHouse();

const NAMES = ['ShippingCost', 'DeliveryTime', 'ShippingOptions'] as const;

describe.each(NAMES)('%s', (name) => {
  test('answers a guest for the country of the locale', async () => {
    const told = await at.speaker({ shopper: null }).hears(name);
    expect(told.say).toContain('United Kingdom');
    expect(told.asks).toBe('Welcome.more');
  });

  test('answers a shopper for their own address, in their own currency', async () => {
    const told = await at.speaker({ shopper: 'chiara' }).hears(name);
    expect(told.say).toContain('Italy');
    expect(told.say).not.toContain('pound');
  });

  test('answers for the country that was named', async () => {
    const told = await at.speaker().hears(name, { place: 'Germany' });
    expect(told.say).toContain('Germany');
  });

  test('answers for "home" like for no place at all', async () => {
    const told = await at.speaker().hears(name, { place: 'home' });
    expect(told.say).toContain('Italy');
  });

  test('says where the shop does not deliver', async () => {
    const told = await at.speaker({ shopper: 'jonas' }).hears(name);
    expect(told.replies).toEqual([`${name}.notThere`]);
    expect(told.asks).toBe('Welcome.more');
  });

  test('asks for a place it does not know, and answers for the next one', async () => {
    const speaker = at.speaker();
    const asked = await speaker.hears(name, { place: 'Narnia' });
    expect(asked.asks).toBe(`${name}.where`);
    expect(asked.response.directives?.[0]).toMatchObject({ slotToElicit: 'place' });
    const told = await speaker.hears(name, { place: 'France' });
    expect(told.say).toContain('France');
  });

  test('asks again for a second place it does not know', async () => {
    const speaker = at.speaker();
    await speaker.hears(name, { place: 'Narnia' });
    const again = await speaker.hears(name, { place: 'Mordor' });
    expect(again.asks).toBe(`${name}.where`);
  });

  test('lets go of the place after a no', async () => {
    const speaker = at.speaker();
    await speaker.hears(name, { place: 'Narnia' });
    const left = await speaker.no();
    expect(left.asks).toBe('Welcome.more');
  });

  test('lets go of the place when the subject changes', async () => {
    const speaker = at.speaker();
    await speaker.hears(name, { place: 'Narnia' });
    const summed = await speaker.hears('Reorder', { product: 'coffee' });
    expect(summed.asks).toBe('Purchase.confirm');
    const left = await speaker.no();
    expect(left.asks).toBe('Welcome.more');
  });

  test('offers a person when the shop is down', async () => {
    at.house.demo.setFault('down');
    const told = await at.speaker({ shopper: null }).hears(name);
    expect(told.replies).toEqual(['Trouble.shopDown']);
    expect(told.asks).toBe('TalkToHuman.offer');
  });
});

test.each([
  [{}, ['ShippingCost.costFreeFrom', 'CartCheckout.waiting']],
  [{ speed: 'standard' }, ['ShippingCost.costFreeFrom']],
  [{ speed: 'express' }, ['ShippingCost.onlyExpress']],
])('ShippingCost tells %j as %j', async (slots, keys) => {
  const told = await at.speaker().hears('ShippingCost', slots as Readonly<Record<string, string>>);
  expect(told.replies).toEqual(keys);
});

test('ShippingCost says what picking up costs, and where it cannot be had', async () => {
  const speaker = at.speaker();
  const there = await speaker.hears('ShippingCost', { speed: 'pickup' });
  expect(there.replies).toEqual(['ShippingCost.pickup']);
  const nowhere = await speaker.hears('ShippingCost', { speed: 'pickup', place: 'Germany' });
  expect(nowhere.replies).toEqual(['ShippingCost.noPickup']);
});

describe('a shop where picking up costs something', () => {
  const dear = useHouse({
    wrap: tellingWays((ways) =>
      ways.map((one) => (one.speed === 'pickup' ? { ...one, price: { minor: 190, currency: 'EUR' } } : one)),
    ),
  });

  test('does not call it free', async () => {
    const speaker = dear.speaker();
    const cost = await speaker.hears('ShippingCost', { speed: 'pickup' });
    expect(cost.replies).toEqual(['ShippingCost.pickupCosts']);
    expect(cost.say).toContain('1 euro 90');
    const ways = await speaker.hears('ShippingOptions');
    expect(ways.replies).toContain('ShippingOptions.pickupCosts');
  });
});

test('DeliveryTime tells when it comes, and of express once the cart was spoken of', async () => {
  const speaker = at.speaker();
  const first = await speaker.hears('DeliveryTime');
  expect(first).toMatchObject({
    replies: ['DeliveryTime.arrives', 'CartCheckout.waiting'],
    asks: 'CartCheckout.offer',
  });
  await speaker.no();
  expect((await speaker.hears('DeliveryTime')).replies).toEqual(['DeliveryTime.arrives', 'DeliveryTime.express']);
});

test.each([
  [{ speed: 'express' }, ['DeliveryTime.onlyExpress']],
  [{ speed: 'pickup' }, ['DeliveryTime.pickup']],
  [{ speed: 'pickup', place: 'Germany' }, ['DeliveryTime.notThatWay']],
])('DeliveryTime tells %j as %j', async (slots, keys) => {
  const told = await at.speaker().hears('DeliveryTime', slots as Readonly<Record<string, string>>);
  expect(told.replies).toEqual(keys);
});

test('ShippingOptions counts first and names each way', async () => {
  const told = await at.speaker().hears('ShippingOptions');
  expect(told.replies).toEqual([
    'ShippingOptions.count',
    'ShippingOptions.pickup',
    'ShippingOptions.standard',
    'ShippingOptions.express',
  ]);
});

describe('in the middle of a purchase', () => {
  test('answers briefly, comes back to the same question with a fresh quote, and the yes orders it', async () => {
    const speaker = at.speaker();
    await speaker.hears('Reorder', { product: 'coffee' });
    at.house.clock.advance(60_000);
    const aside = await speaker.hears('ShippingCost');
    expect(aside.replies).toEqual(['ShippingCost.cost', 'Welcome.resume']);
    expect(aside.asks).toBe('Purchase.confirm');
    expect(aside.say).toContain('14 euros 80');
    await speaker.yes();
    expect(at.house.orders()).toBe(1);
  });

  test('says how many are left where others were faster meanwhile', async () => {
    const speaker = at.speaker({ shopper: 'kate' });
    await speaker.hears('Reorder', { product: 'vitamin d', quantity: 3 });
    const other = at.speaker({ shopper: 'kate', person: 'somebody' });
    await other.hears('Reorder', { product: 'vitamin d', quantity: 1 });
    await other.yes();
    const aside = await speaker.hears('DeliveryTime');
    expect(aside.replies).toContain('Purchase.tooMany');
    expect(aside.asks).toBe('Purchase.quantity');
  });

  test('comes back to the choice of two coffees', async () => {
    const speaker = at.speaker({ shopper: 'bruno' });
    await speaker.hears('Reorder', { product: 'coffee' });
    const aside = await speaker.hears('ShippingCost');
    expect(aside.replies).toEqual(['ShippingCost.cost', 'Welcome.resume']);
    expect(aside.asks).toBe('Reorder.which');
    const summed = await speaker.hears('Select', { ListPosition: '2' });
    expect(summed.asks).toBe('Purchase.confirm');
  });

  test('comes back to the substitute', async () => {
    const speaker = at.speaker({ shopper: 'grace' });
    await speaker.hears('Reorder', { product: 'dishwasher tablets' });
    const aside = await speaker.hears('DeliveryTime');
    expect(aside.asks).toBe('Purchase.instead');
  });

  test('comes back to how many', async () => {
    const speaker = at.speaker();
    await speaker.hears('Reorder', { product: 'coffee', quantity: 0 });
    const aside = await speaker.hears('ShippingCost');
    expect(aside.asks).toBe('Purchase.quantity');
  });

  test('comes back twice and asks for an unknown place in between', async () => {
    const speaker = at.speaker();
    await speaker.hears('Reorder', { product: 'coffee' });
    const where = await speaker.hears('ShippingCost', { place: 'Narnia' });
    expect(where.asks).toBe('ShippingCost.where');
    const back = await speaker.hears('ShippingCost', { place: 'France' });
    expect(back.asks).toBe('Purchase.confirm');
    const again = await speaker.hears('OrderStatus', { product: 'cat food' });
    expect(again.asks).toBe('Purchase.confirm');
    await speaker.yes();
    expect(at.house.orders()).toBe(1);
  });
});
