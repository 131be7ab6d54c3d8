/** The demo shop's data: the goods, and the year of orders around any day. */

import fc from 'fast-check';
import type { DemoShop } from '../../../lambda/providers/shop/demo/demo-shop';
import { GOODS } from '../../../lambda/providers/shop/demo/goods/all-goods';
import type { Order, Stage } from '../../../lambda/services/commerce/orders';
import { DAY, everything, idsIn, NOON, open, ordersOf } from './demo-kit';

const LANGUAGES = ['en', 'it'] as const;

describe('The goods of the demo shop', () => {
  it('are about sixty, each with an id of its own', () => {
    expect(GOODS.length).toBeGreaterThanOrEqual(60);
    expect(new Set(GOODS.map(({ id }) => id)).size).toBe(GOODS.length);
  });

  it('have a price in three currencies', () => {
    const wrong = GOODS.filter(({ prices }) =>
      [prices.EUR, prices.GBP, prices.USD].some((minor) => !Number.isInteger(minor) || minor <= 0),
    );
    expect(wrong).toEqual([]);
  });

  it.each(LANGUAGES)('have a long title of their own in %s', (language) => {
    const titles = GOODS.map(({ title }) => title[language]);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles.filter((title) => title.length < 50)).toEqual([]);
    for (const odd of ['&', '<', '"', '×', '/', '–'])
      expect(titles.filter((title) => title.includes(odd))).not.toEqual([]);
  });

  it.each(LANGUAGES)('have a short voice title in %s', (language) => {
    const voices = GOODS.map(({ voice }) => voice[language]);
    expect(new Set(voices.map((voice) => voice.toLowerCase())).size).toBe(voices.length);
    expect(voices.filter((voice) => voice.split(/\s+/).length > 7 || /[^\p{L}\s'-]/u.test(voice))).toEqual([]);
  });

  it.each(LANGUAGES)('have words in %s that can be said, the first shared by the whole kind', (language) => {
    for (const { words, kind } of GOODS) {
      expect(words[language].length).toBeGreaterThanOrEqual(2);
      expect(new Set(words[language]).size).toBe(words[language].length);
      expect(words[language].filter((word) => !/^[\p{Ll}' -]+$/u.test(word))).toEqual([]);
      const kin = GOODS.filter((good) => good.kind === kind).map((good) => good.words[language][0]);
      expect(new Set(kin).size).toBe(1);
    }
  });

  it('include the coffee of the demo, in bags of 250 grams', async () => {
    const coffees = GOODS.filter(({ words }) => words.en.includes('coffee') && words.it.includes('caffè'));
    expect(coffees.length).toBeGreaterThanOrEqual(4);
    const [bella] = coffees;
    expect(bella?.pack).toEqual({ kind: 'bag', size: { amount: 250, unit: 'gram' } });
  });
});

describe('The year of orders', () => {
  let demo: DemoShop;
  beforeAll(() => {
    demo = open();
  });
  afterAll(() => demo.close());

  it('is the same at every hour of the same day', async () => {
    const evening = open({ clock: () => NOON + DAY / 4 });
    expect(await everything(evening)).toEqual(await everything(demo));
    evening.close();
  });

  it('covers a year, in three currencies and eight time zones or more', async () => {
    const shoppers = demo.shoppers();
    expect(shoppers).toHaveLength(12);
    expect(new Set(shoppers.map(({ currency }) => currency))).toEqual(new Set(['EUR', 'GBP', 'USD']));
    expect(new Set(shoppers.map(({ timeZone }) => timeZone)).size).toBeGreaterThanOrEqual(8);
    const ana = await ordersOf(demo);
    expect(NOON - (ana.at(-1)?.placedAt ?? NOON)).toBeGreaterThan(330 * DAY);
    expect(ana.length).toBeGreaterThan(30);
  });

  it('has an order and a parcel in every state', async () => {
    const orders = Object.values(await everything(demo)).flat();
    const stages: readonly Stage[] = ['placed', 'payment-pending', 'cancelled'];
    const parcels: readonly Stage[] = ['preparing', 'shipped', 'out-for-delivery', 'ready-for-pickup', 'delivered'];
    const both: readonly Stage[] = ['returned', 'unknown'];
    expect(new Set(orders.map(({ stage }) => stage))).toEqual(new Set([...stages, ...parcels, ...both]));
    const moving = orders.flatMap((order) => order.parcels.map(({ stage }) => stage));
    expect(new Set(moving)).toEqual(new Set([...parcels, ...both]));
  });

  it('makes sense around any moment', async () => {
    const moments = fc.date({
      min: new Date('2024-01-01T00:00:00Z'),
      max: new Date('2031-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    const property = fc.asyncProperty(moments, async (moment) => {
      const some = open({ clock: () => moment.getTime() });
      const all = Object.entries(await everything(some));
      const zones = new Map(some.shoppers().map(({ name, timeZone }) => [name, timeZone]));
      for (const [name, orders] of all) {
        const days = new Intl.DateTimeFormat('en-CA', { timeZone: zones.get(name) });
        for (const order of orders) sensible(order, moment, days);
      }
      const numbers = all.flatMap(([, orders]) => orders.map(({ number }) => number));
      expect(new Set(numbers).size).toBe(numbers.length);
      some.close();
    });
    await fc.assert(property, { numRuns: 25 });
  });

  function sensible(order: Order, now: Date, days: Intl.DateTimeFormat): void {
    const problems = [
      order.placedAt < now.getTime() || 'placed in the future',
      order.placed === days.format(order.placedAt) || 'placed on another day than at its time',
      order.today === days.format(now) || 'today is another day',
      order.lines.length > 0 || 'nothing in it',
      /^WM-10\d{4}$/.test(order.number) || 'odd number',
      order.total.minor >= order.lines.reduce((sum, line) => sum + line.quantity * line.unitPrice.minor, 0) ||
        'too cheap',
      order.parcels.every(({ deliveredOn = order.placed }) => deliveredOn <= order.today) || 'delivered tomorrow',
      order.parcels.every(({ deliveredOn = order.today }) => deliveredOn >= order.placed) || 'delivered before',
      (order.expected ?? order.today) >= order.today || 'expected in the past',
      order.parcels.every(({ productIds }) => productIds.every((id) => idsIn(order).includes(id))) || 'strange parcel',
    ];
    expect(problems.filter((problem) => problem !== true)).toEqual([]);
  }
});
