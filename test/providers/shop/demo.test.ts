/** The demo shop keeps the contract of every shop, and sells by its own rules. */

import type { DemoShop } from '../../../lambda/providers/shop/demo/demo-shop';
import { CARE_KINDS } from '../../../lambda/services/care/care';
import type { Order, Stage } from '../../../lambda/services/commerce/orders';
import { shopContract } from '../../contracts/shop';
import { type Behind, behindContract } from '../../contracts/shop-behind';
import { careContract } from '../../contracts/shop-care';
import { cartContract } from '../../contracts/shop-cart';
import { accepted, errorOf, type ShopUnderTest } from '../../contracts/shop-trial';
import { anyCall } from '../../kit/call';
import { allGoods } from '../../kit/goods';
import { as, COFFEE, DAY, everything, NOON, OTHER_COFFEE, open, ordersOf, propose, realNow, wait } from './demo-kit';

shopContract('The demo shop', underTest);
cartContract('The demo shop', underTest);
careContract('The demo shop', CARE_KINDS, underTest);
// It lies in this process: there is no session, no page, and nobody who asks for patience.
behindContract('The demo shop', ['least', 'throttle', 'expire', 'page'], underTest);

function underTest(): ShopUnderTest {
  let hung = false;
  const demo = open({ wait: (ms, signal) => (hung ? hangs(signal) : wait(ms, signal)) });
  return {
    shop: demo.shop,
    hang() {
      hung = true;
      demo.setFault('slow');
    },
    realNow,
    tokens: ['demo-ana', 'demo-daniel'],
    sells: COFFEE,
    soldOut: 'lumisplash-tablets',
    maxQuantity: 20,
    keepsSoldOut: true,
    delivers: { to: ['IT', 'GB', 'IE', 'US', 'DE', 'GR'], notTo: 'AQ' },
    behind: behindOf(demo),
    close: demo.close,
  };
}

function behindOf(demo: DemoShop): Behind {
  const whose = async (isIt: (order: Order) => boolean) => {
    for (const { name } of demo.shoppers()) {
      const order = (await ordersOf(demo, name)).find(isIt);
      if (order) return { call: as(name), order };
    }
    throw new Error('nobody has such an order');
  };
  const inStage = (stage: Stage) => () => whose((order) => order.stage === stage);
  return {
    stages: {
      ...{ placed: inStage('placed'), 'payment-pending': inStage('payment-pending'), preparing: inStage('preparing') },
      ...{ shipped: inStage('shipped'), 'out-for-delivery': inStage('out-for-delivery') },
      ...{ 'ready-for-pickup': inStage('ready-for-pickup'), delivered: inStage('delivered') },
      ...{ cancelled: inStage('cancelled'), returned: inStage('returned'), unknown: inStage('unknown') },
    },
    parcels: () => whose(({ stage, parcels }) => stage === 'shipped' && parcels.length > 1),
    dearer: async () => demo.setFault('price-changed'),
    scarce: { productId: 'solevita-vitamin-d', left: 3 },
    least: null,
    cuts: {
      kinds: ['unsent', 'unanswered'],
      cut: (kind) => demo.setFault(kind === 'unsent' ? 'down' : 'unknown-outcome'),
      mend: () => demo.setFault(null),
    },
    ...{ throttle: null, expire: null, page: null },
  };
}

/** For ever, or until nobody waits any more. */
function hangs(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve());
  });
}

test('A demo shop in memory knows nothing of the one before, whatever was ordered there', async () => {
  const seen = async (demo: DemoShop) => ({
    everything: await everything(demo),
    shoppers: demo.shoppers(),
    voice: demo.countVoiceOrders(),
    moved: demo.reanchored,
  });
  const first = open();
  const before = await seen(first);
  const { purchases } = first.shop;
  accepted(await purchases.place(accepted(await propose(first, COFFEE)), as('ana')));
  expect((await seen(first)).voice).toBe(1);
  first.close();
  expect(() => first.shoppers()).toThrow('closed');
  const tomorrow = open({ clock: () => NOON + DAY });
  const { everything: moved } = await seen(tomorrow);
  expect(moved).not.toEqual(before.everything);
  tomorrow.close();
  const last = open();
  expect(await seen(last)).toEqual(before);
  last.close();
});

describe('The demo shop in its own words', () => {
  let demo: DemoShop;
  beforeEach(() => {
    demo = open();
  });
  afterEach(() => demo.close());

  it("asks 14 euros 80 for Ana's two bags of coffee, delivery included", async () => {
    const proposal = accepted(await propose(demo, COFFEE, 'ana', 2));
    expect(proposal.total).toEqual({ minor: 1480, currency: 'EUR' });
    expect(proposal.lines[0]).toMatchObject({ unitPrice: { minor: 545 }, lastUnitPrice: { minor: 545 } });
    expect(proposal).toMatchObject({ speed: 'standard', shipTo: { label: 'home' }, today: '2026-03-11' });
  });

  it('speaks Italian where it can and English elsewhere', async () => {
    const titles = async (locale: string) => (await allGoods(demo.shop, anyCall(locale)))[0]?.name.voiceTitle;
    expect(await titles('it-IT')).toBe('caffè macinato Bella Roma');
    expect(await titles('en-US')).toBe('Bella Roma ground coffee');
    expect(await titles('pt-BR')).toBe('Bella Roma ground coffee');
  });

  it('delivers free from a certain value, faster for more, and only the ways it has', async () => {
    const wanted = (quantity: number, speed?: 'express' | 'pickup') => ({
      lines: [{ productId: 'fenmoor-dog-food', quantity }],
      ...(speed && { speed }),
    });
    const shipping = async (...of: Parameters<typeof wanted>) =>
      accepted(await demo.shop.purchases.propose(wanted(...of), as('ana'))).shipping.minor;
    expect(await shipping(1)).toBe(390);
    expect(await shipping(2)).toBe(0);
    expect(await shipping(1, 'express')).toBe(790);
    expect(await shipping(1, 'pickup')).toBe(0);
    const unheard = await demo.shop.purchases.propose(wanted(1, 'pickup'), as('bruno'));
    expect(errorOf(unheard)).toEqual({ kind: 'undeliverable' });
  });

  it('never promises a Sunday', async () => {
    for (let day = 0; day < 14; day += 1) {
      const later = open({ clock: () => NOON + day * DAY });
      for (const country of ['IT', 'GB', 'PT', 'US']) {
        const options = accepted(await later.shop.rates.options({ country }, as('ana')));
        const sundays = options.filter(({ earliest, latest }) =>
          [earliest, latest].some((date) => new Date(date).getUTCDay() === 0),
        );
        expect(sundays).toEqual([]);
      }
      later.close();
    }
  });

  it('counts days in the time zone of the delivery address', async () => {
    const evening = open({ clock: () => Date.parse('2026-03-11T23:30:00Z') });
    const today = async (name: string, productId: string) => accepted(await propose(evening, productId, name)).today;
    expect(await today('ana', COFFEE)).toBe('2026-03-12');
    expect(await today('daniel', COFFEE)).toBe('2026-03-11');
    expect(await today('grace', 'moravell-oat-milk')).toBe('2026-03-11');
    evening.close();
  });

  it('throws on a quantity no dialogue may ask for', async () => {
    await expect(propose(demo, COFFEE, 'ana', 0)).rejects.toThrow(RangeError);
    await expect(propose(demo, COFFEE, 'ana', 1.5)).rejects.toThrow(RangeError);
    await expect(demo.shop.purchases.propose({ lines: [] }, as('ana'))).rejects.toThrow(RangeError);
  });

  it('sells no more than it has', async () => {
    const three = accepted(await propose(demo, 'solevita-vitamin-d', 'kate', 3));
    const two = accepted(await propose(demo, 'solevita-vitamin-d', 'ana', 2));
    accepted(await demo.shop.purchases.place(two, as('ana')));
    const refusal = { kind: 'too-many', productId: 'solevita-vitamin-d', max: 1 };
    expect(errorOf(await demo.shop.purchases.place(three, as('kate')))).toEqual(refusal);
    accepted(await demo.shop.purchases.place(accepted(await propose(demo, 'solevita-vitamin-d')), as('ana')));
    expect(errorOf(await propose(demo, 'solevita-vitamin-d'))).toMatchObject({ kind: 'sold-out' });
    expect(demo.countVoiceOrders()).toBe(2);
  });

  it('remembers what was paid last time', async () => {
    const before = accepted(await propose(demo, OTHER_COFFEE));
    expect(before.lines[0]).not.toHaveProperty('lastUnitPrice');
    accepted(await demo.shop.purchases.place(before, as('ana')));
    const after = accepted(await propose(demo, OTHER_COFFEE));
    expect(after.lines[0]?.lastUnitPrice).toEqual(before.lines[0]?.unitPrice);
  });

  it('takes the limits it is given', async () => {
    const strict = open({ shop: { timeZone: 'Europe/London', maxQuantity: 2, proposalMinutes: 3 } });
    expect(errorOf(await propose(strict, COFFEE, 'ana', 3))).toMatchObject({ kind: 'too-many', max: 2 });
    expect(accepted(await propose(strict, COFFEE)).expiresAt).toBe(realNow() + 3 * 60_000);
    strict.close();
  });
});
