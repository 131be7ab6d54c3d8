import { useHouse } from '../kit/use-house';

const at = useHouse();

/** The shop's own number of a shopper's newest order. */
async function newestNumber(shopper: string): Promise<string> {
  const call = {
    locale: 'en-GB',
    deadline: at.house.clock.now() + 5_000,
    signal: new AbortController().signal,
    traceId: 't',
  };
  const who = { ...call, shopperId: `shopper-${shopper}`, credential: `demo-${shopper}` };
  const orders = await at.house.shop.history.orders({ limit: 1 }, who);
  return orders.ok ? (orders.value[0]?.number ?? '') : '';
}

test.each([
  ['emma', 'OrderStatus.paymentPending'],
  ['fionn', 'OrderStatus.delayedExpected'],
  ['grace', 'OrderStatus.deliveredOn'],
  ['henry', 'OrderStatus.readyForPickup'],
  ['ines', 'OrderStatus.cancelled'],
  ['jonas', 'OrderStatus.returned'],
  ['kate', 'OrderStatus.unknown'],
  ['nora', 'OrderStatus.none'],
])("tells %s's order: %s", async (shopper, key) => {
  const told = await at.speaker({ shopper }).hears('OrderStatus');
  expect(told.replies).toEqual([key]);
  expect(told.asks).toBe('Welcome.more');
});

test('tells each parcel of an order, counted first, with the numbers on a card', async () => {
  const told = await at.speaker({ shopper: 'daniel' }).hears('OrderStatus');
  expect(told.replies).toEqual([
    'OrderStatus.parcels',
    'OrderStatus.parcelDeliveredOn',
    'OrderStatus.parcelShippedExpected',
    'OrderStatus.parcelPreparing',
  ]);
  expect(told.card).toMatchObject({ type: 'Simple', title: expect.stringContaining('WM-') });
  expect(told.say).not.toMatch(/\d{4}/);
});

test('tells the one that is out for delivery with its window', async () => {
  const told = await at.speaker().hears('OrderStatus', { product: 'dog food' });
  expect(told.replies).toEqual(['OrderStatus.outForDeliveryWindow']);
});

test('tells a delivered order when it is asked for by name', async () => {
  const told = await at.speaker().hears('OrderStatus', { product: 'toilet paper' });
  expect(told.replies).toEqual(['OrderStatus.deliveredOn']);
});

describe('two orders match', () => {
  const asksWhich = async () => {
    const speaker = at.speaker();
    const asked = await speaker.hears('OrderStatus');
    expect(asked.asks).toBe('OrderStatus.which');
    expect(asked.answer.said?.options).toHaveLength(2);
    return speaker;
  };

  test.each([
    ['first', 'OrderStatus.preparingExpected'],
    ['2', 'OrderStatus.outForDeliveryWindow'],
    ['-1', 'OrderStatus.outForDeliveryWindow'],
  ])('takes position %s', async (ListPosition, key) => {
    const told = await (await asksWhich()).hears('Select', { ListPosition });
    expect(told.replies).toEqual([key]);
  });

  test('takes what was in it', async () => {
    const told = await (await asksWhich()).hears('OrderStatus', { product: 'dog food' });
    expect(told.replies).toEqual(['OrderStatus.outForDeliveryWindow']);
  });

  test('takes the day it was placed', async () => {
    const told = await (await asksWhich()).hears('OrderStatus', { date: '2026-11-20' });
    expect(told.replies).toEqual(['OrderStatus.outForDeliveryWindow']);
  });

  test('tells another order that was not among them', async () => {
    const told = await (await asksWhich()).hears('OrderStatus', { product: 'toilet paper' });
    expect(told.replies).toEqual(['OrderStatus.deliveredOn']);
  });

  test('lets go of it after "none of them"', async () => {
    const speaker = await asksWhich();
    const left = await speaker.no();
    expect(left.asks).toBe('Welcome.more');
    const closed = await speaker.no();
    expect(closed.open).toBe(false);
  });

  test('asks with product and day when both hold the same goods', async () => {
    const speaker = at.speaker({ shopper: 'chiara' });
    const asked = await speaker.hears('OrderStatus', { product: 'nappies' });
    expect(asked.asks).toBe('OrderStatus.which');
    const told = await speaker.hears('Select', { ListPosition: '1' });
    expect(told.replies).toEqual(['OrderStatus.placedExpected']);
  });

  test('forgets the question when the subject changes', async () => {
    const speaker = await asksWhich();
    const other = await speaker.hears('ShippingOptions');
    expect(other.asks).toBe('Welcome.more');
  });
});

describe('an order that was named', () => {
  test('is found by its last four digits', async () => {
    const number = await newestNumber('fionn');
    const orderNumber = number.replace(/\D/g, '').slice(-4);
    const told = await at.speaker({ shopper: 'fionn' }).hears('OrderStatus', { orderNumber });
    expect(told.replies).toEqual(['OrderStatus.delayedExpected']);
  });

  test('is found by its day', async () => {
    const told = await at.speaker().hears('OrderStatus', { date: '2026-11-21' });
    expect(told.replies).toEqual(['OrderStatus.preparingExpected']);
  });

  test.each([
    [{ orderNumber: '0000' }, 'OrderStatus.noneNumbered'],
    [{ orderNumber: 'hello' }, 'OrderStatus.noneNumbered'],
    [{ product: 'piano' }, 'OrderStatus.noneLike'],
    [{ date: '2020-01-01' }, 'OrderStatus.noneOn'],
  ])('is missed in plain words: %j', async (slots, key) => {
    const told = await at.speaker().hears('OrderStatus', slots as Readonly<Record<string, string>>);
    expect(told.replies).toEqual([key]);
    expect(told.asks).toBe('Welcome.more');
  });

  test.each(['2026-W47', '2026-11', '2026', 'PRESENT_REF', '?'])('is not guessed from the date "%s"', async (date) => {
    const told = await at.speaker().hears('OrderStatus', { date });
    expect(told.asks).toBe('OrderStatus.which');
  });
});

describe('a shop that is down', () => {
  test('is bridged by the last known status with its age', async () => {
    const speaker = at.speaker();
    await speaker.hears('OrderStatus', { product: 'dog food' });
    at.house.clock.advance(20 * 60_000);
    at.house.demo.setFault('down');
    const told = await speaker.hears('OrderStatus', { product: 'dog food' });
    expect(told.replies).toEqual(['OrderStatus.lastKnown', 'OrderStatus.outForDeliveryWindow']);
    expect(told.say).toContain('20 minutes ago');
    expect(told.asks).toBe('Welcome.more');
  });

  test('is admitted where nothing is known, and a person is offered', async () => {
    at.house.demo.setFault('down');
    const told = await at.speaker().hears('OrderStatus');
    expect(told.replies).toEqual(['Trouble.shopDown']);
    expect(told.asks).toBe('TalkToHuman.offer');
  });

  test('says "today" on the day that was tomorrow', async () => {
    const speaker = at.speaker({ shopper: 'chiara' });
    const before = await speaker.hears('OrderStatus', { product: 'wipes' });
    expect(before.say).toContain('tomorrow');
    speaker.forgets();
    at.house.clock.advance(15 * 3_600_000);
    await speaker.hears('ShippingCost');
    at.house.demo.setFault('down');
    const told = await speaker.hears('OrderStatus', { product: 'wipes' });
    expect(told.replies).toEqual(['OrderStatus.lastKnown', 'OrderStatus.shippedExpected']);
    expect(told.say).toContain('today');
    expect(told.say).not.toContain('tomorrow');
  });
});

describe.each([
  ['en-GB', ['where is order', 'where is order number', 'cancel order'], 'one zero four two three two'],
  ['it-IT', ["dov'è l'ordine", "dov'è l'ordine numero", "annulla l'ordine"], 'uno zero quattro due tre due'],
] as const)('an order by its number, in %s', (locale, asks, spoken) => {
  test.each(['104232', 'WM-104232', 'wm 104232', '4232', '1 0 4 2 3 2', spoken])('%s', async (number) => {
    for (const ask of asks) {
      const texter = at.texter({ locale });
      const { show } = await texter.says(`${ask} ${number}`);
      expect(show).toContain('Mirtilla');
    }
  });
});
