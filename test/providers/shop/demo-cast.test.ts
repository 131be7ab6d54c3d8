/** The part each shopper of the demo shop plays. */

import type { DemoShop } from '../../../lambda/providers/shop/demo/demo-shop';
import { GOODS } from '../../../lambda/providers/shop/demo/goods/all-goods';
import type { Order, Stage } from '../../../lambda/services/commerce/orders';
import { accepted, callOf, errorOf } from '../../contracts/shop-trial';
import { insteadOf } from '../../kit/goods';
import { as, everything, idsIn, open, propose, realNow } from './demo-kit';

const CLOSED: readonly Stage[] = ['delivered', 'cancelled', 'returned'];
const isOpen = ({ stage }: Order) => !CLOSED.includes(stage);

describe('Each shopper plays a part', () => {
  let demo: DemoShop;
  let all: Record<string, readonly Order[]>;
  beforeAll(async () => {
    demo = open();
    all = await everything(demo);
  });
  afterAll(() => demo.close());
  const of = (name: string) => all[name] ?? [];
  const openOf = (name: string) => of(name).filter(isOpen);

  it('Ana has one usual coffee, dog food that comes today and cat food being packed', () => {
    const bought = of('ana').flatMap(({ lines }) => lines);
    const coffees = bought.filter(({ product }) => product.words.includes('coffee'));
    expect(new Set(coffees.map(({ product }) => product.id))).toEqual(new Set(['bella-roma-ground']));
    expect(coffees[0]).toMatchObject({ quantity: 2, unitPrice: { minor: 545, currency: 'EUR' } });
    const counts = [...new Set(bought.map(({ product }) => product.id))].map(
      (id) => bought.filter(({ product }) => product.id === id).length,
    );
    expect(Math.max(...counts)).toBe(coffees.length);
    const [cat, dog, ...rest] = openOf('ana');
    expect(rest).toEqual([]);
    expect([cat?.stage, idsIn(cat)]).toEqual(['preparing', ['mirtilla-cat-food']]);
    expect([dog?.stage, idsIn(dog)]).toEqual(['out-for-delivery', ['brontolino-dog-food']]);
    expect(dog?.parcels).toMatchObject([{ expected: dog?.today, window: { from: 840, to: 960 } }]);
  });

  it('Bruno has two coffees of equal standing and nothing on its way', () => {
    expect(openOf('bruno')).toEqual([]);
    const coffees = of('bruno').filter((order) => order.lines.some(({ product }) => product.words.includes('coffee')));
    const without = coffees.filter(
      (order) => !['porto-grigio-ground', 'nerina-capsules'].every((id) => idsIn(order).includes(id)),
    );
    expect(coffees.length).toBeGreaterThan(8);
    expect(without).toEqual([]);
  });

  it('Chiara has two open orders of the same nappies, and her oil has become dearer', async () => {
    expect(openOf('chiara').map((order) => idsIn(order).includes('pulcinetto-nappies'))).toEqual([true, true]);
    const line = accepted(await propose(demo, 'colle-sereno-olive-oil', 'chiara')).lines[0];
    expect(line).toMatchObject({ unitPrice: { minor: 1240 }, lastUnitPrice: { minor: 1090 } });
  });

  it('Daniel waits for one order in three parcels', () => {
    const [order, ...rest] = openOf('daniel');
    expect(rest).toEqual([]);
    expect(order?.parcels.map(({ stage }) => stage)).toEqual(['delivered', 'shipped', 'preparing']);
  });

  it('Emma has a payment pending and no means to pay', async () => {
    expect(openOf('emma').map(({ stage }) => stage)).toEqual(['payment-pending']);
    expect(errorOf(await propose(demo, 'havrelund-oat-milk', 'emma', 6))).toEqual({ kind: 'payment-needed' });
  });

  it('Fionn waits for a delayed order', () => {
    const [order] = openOf('fionn');
    const [parcel] = order?.parcels ?? [];
    expect((parcel?.promised ?? '') < (order?.today ?? '')).toBe(true);
    expect((parcel?.expected ?? '') > (order?.today ?? '')).toBe(true);
  });

  it('Grace got a parcel yesterday; instead of her usual tablets the nearest size is offered', async () => {
    const [latest] = of('grace');
    expect(latest?.parcels[0]?.deliveredOn).toBe('2026-03-10');
    const refusal = { kind: 'sold-out', productId: 'lumisplash-tablets', backOn: '2026-03-17' };
    expect(errorOf(await propose(demo, 'lumisplash-tablets', 'grace'))).toEqual(refusal);
    const others = accepted(await insteadOf(demo.shop, 'lumisplash-tablets', as('grace')));
    expect(others.map(({ id }) => id)).toEqual(['vetrachiara-tablets', 'platewise-tablets']);
  });

  it('Henry can collect a parcel; all he usually buys is sold out and nothing replaces it', async () => {
    expect(openOf('henry').map(({ stage }) => stage)).toEqual(['ready-for-pickup']);
    const usual = new Set(
      of('henry')
        .filter((order) => !isOpen(order))
        .flatMap((order) => idsIn(order)),
    );
    expect(usual.size).toBeGreaterThan(0);
    for (const id of usual) {
      expect(errorOf(await propose(demo, id, 'henry'))).toEqual({ kind: 'sold-out', productId: id });
      expect(accepted(await insteadOf(demo.shop, id, as('henry')))).toEqual([]);
    }
  });

  it('Inês has a cancelled order and a card that is always declined', async () => {
    expect(of('ines')[0]?.stage).toBe('cancelled');
    const proposal = accepted(await propose(demo, 'verdello-green-tea', 'ines'));
    const placed = await demo.shop.purchases.place(proposal, as('ines'));
    expect(errorOf(placed)).toEqual({ kind: 'payment-declined' });
  });

  it('Jonas sent his last order back and lives where the shop does not deliver', async () => {
    expect(of('jonas')[0]?.stage).toBe('returned');
    expect(errorOf(await propose(demo, 'monte-lieve-beans', 'jonas'))).toEqual({ kind: 'undeliverable' });
  });

  it('Kate has an order in an unknown state and wants more drops than there are', async () => {
    expect(openOf('kate').map(({ stage }) => stage)).toEqual(['unknown']);
    const refusal = { kind: 'too-many', productId: 'solevita-vitamin-d', max: 3 };
    expect(errorOf(await propose(demo, 'solevita-vitamin-d', 'kate', 4))).toEqual(refusal);
  });

  it('Nora has never ordered, but can', async () => {
    expect(of('nora')).toEqual([]);
    accepted(await propose(demo, 'bella-roma-ground', 'nora'));
  });

  it('all are found by their tokens, and some have left goods in their carts', async () => {
    for (const { name, token, id, firstName, timeZone, story } of demo.shoppers()) {
      expect(token).toBe(`demo-${name}`);
      expect(story).not.toBe('');
      const shopper = accepted(await demo.shop.accounts.whoIs(token, callOf(realNow)));
      expect(shopper).toMatchObject({ id, firstName, address: { label: 'home', timeZone } });
      expect(shopper.known.find(({ kind }) => kind === 'email')?.value).toMatch(/@example\.com$/);
    }
    const carts = demo.shoppers().flatMap(({ cart }) => cart);
    const sold = new Set(GOODS.map(({ id }) => id));
    expect(carts.length).toBeGreaterThan(5);
    expect(carts.filter(({ productId, quantity }) => !sold.has(productId) || quantity < 1)).toEqual([]);
  });
});
