/** The demo shop fails on demand, and never makes two orders of one proposal whatever fails. */

import fc from 'fast-check';
import { type DemoShop, openDemoShop } from '../../../lambda/providers/shop/demo/demo-shop';
import { FAULTS, type Fault } from '../../../lambda/providers/shop/demo/faults';
import type { Proposal } from '../../../lambda/services/commerce/purchases';
import { accepted, errorOf } from '../../contracts/shop-trial';
import { anyCall } from '../../kit/call';
import { allGoods, insteadOf } from '../../kit/goods';
import { as, COFFEE, NOON, OTHER_COFFEE, open, propose, realNow } from './demo-kit';

describe('The demo shop fails on demand', () => {
  let demo: DemoShop;
  let kept: Proposal;
  const place = (proposal: Proposal, call = as('ana')) => demo.shop.purchases.place(proposal, call);
  const reconcile = async (proposal: Proposal) => accepted(await demo.shop.purchases.reconcile(proposal.id, as('ana')));
  beforeEach(async () => {
    demo = open();
    kept = accepted(await propose(demo, COFFEE));
  });
  afterEach(() => demo.close());

  it.each(FAULTS)('and "%s" is over when it is set to none', async (fault: Fault) => {
    demo.setFault(fault);
    demo.setFault(null);
    accepted(await place(accepted(await propose(demo, COFFEE))));
  });

  it('sold-out: what is wanted first is gone, what is offered instead can be bought', async () => {
    demo.setFault('sold-out');
    expect(errorOf(await propose(demo, COFFEE))).toEqual({ kind: 'sold-out', productId: COFFEE });
    const offers = accepted(await demo.shop.catalogue.offers([COFFEE, OTHER_COFFEE], 'EUR', as('ana')));
    expect(offers.map(({ availability }) => availability.state)).toEqual(['sold-out', 'available']);
    const [instead] = accepted(await insteadOf(demo.shop, COFFEE, as('ana')));
    expect(instead?.id).toBe(OTHER_COFFEE);
    accepted(await place(accepted(await propose(demo, OTHER_COFFEE))));
    expect(errorOf(await propose(demo, COFFEE))).toMatchObject({ kind: 'sold-out' });
    expect(errorOf(await propose(demo, OTHER_COFFEE, 'bruno'))).toMatchObject({ kind: 'sold-out' });
  });

  it('declined: the payment fails, and for this proposal it stays so', async () => {
    demo.setFault('declined');
    expect(errorOf(await place(kept))).toEqual({ kind: 'payment-declined' });
    demo.setFault(null);
    expect(errorOf(await place(kept))).toEqual({ kind: 'payment-declined' });
    expect(await reconcile(kept)).toBeNull();
    accepted(await place(accepted(await propose(demo, COFFEE))));
  });

  it('slow: an answer after seven seconds is too late for a turn and does nothing', async () => {
    demo.setFault('slow');
    const before = realNow();
    expect(errorOf(await place(kept))).toEqual({ kind: 'timeout', outcome: 'not-sent' });
    expect(realNow() - before).toBe(7000);
    const patient = { ...as('ana'), deadline: realNow() + 60_000 };
    expect(accepted(await demo.shop.history.orders({ limit: 1 }, patient))).toHaveLength(1);
    expect((await allGoods(demo.shop, anyCall('en'))).length).toBeGreaterThan(0);
    demo.setFault(null);
    expect(await reconcile(kept)).toBeNull();
    expect(demo.countVoiceOrders()).toBe(0);
  });

  it('slow: an abort ends the waiting at once', async () => {
    const [stopped, impatient] = [new AbortController(), openDemoShop({ file: ':memory:', clock: () => NOON })];
    impatient.setFault('slow');
    const call = { ...as('ana'), deadline: Number.MAX_SAFE_INTEGER, signal: stopped.signal };
    const answer = impatient.shop.history.orders({ limit: 1 }, call);
    stopped.abort();
    expect(errorOf(await answer)).toEqual({ kind: 'timeout', outcome: 'not-sent' });
    impatient.close();
  });

  it('down: nothing answers but the published catalogue', async () => {
    demo.setFault('down');
    const down = { kind: 'unavailable' };
    expect(errorOf(await demo.shop.accounts.whoIs('demo-ana', as('ana')))).toEqual(down);
    expect(errorOf(await demo.shop.history.orders({ limit: 1 }, as('ana')))).toEqual(down);
    expect(errorOf(await demo.shop.rates.options({ country: 'IT' }, as('ana')))).toEqual(down);
    expect(errorOf(await demo.shop.catalogue.offers([COFFEE], 'EUR', as('ana')))).toEqual(down);
    expect(errorOf(await propose(demo, COFFEE))).toEqual(down);
    expect(errorOf(await place(kept))).toEqual(down);
    expect(errorOf(await demo.shop.purchases.reconcile(kept.id, as('ana')))).toEqual(down);
    expect(errorOf(await insteadOf(demo.shop, COFFEE, as('ana')))).toEqual(down);
    expect((await allGoods(demo.shop, anyCall('it'))).length).toBeGreaterThan(0);
    demo.setFault(null);
    accepted(await place(kept));
  });

  it('price-changed: ten per cent more at the first order, and the next proposal holds', async () => {
    demo.setFault('price-changed');
    const proposal = accepted(await propose(demo, COFFEE, 'ana', 2));
    const refusal = errorOf(await place(proposal));
    expect(refusal).toEqual({
      kind: 'price-changed',
      was: { minor: 1480, currency: 'EUR' },
      now: { minor: 2 * 600 + 390, currency: 'EUR' },
    });
    expect(demo.countVoiceOrders()).toBe(0);
    const next = accepted(await propose(demo, COFFEE, 'ana', 2));
    expect(next.lines[0]).toMatchObject({ unitPrice: { minor: 600 }, lastUnitPrice: { minor: 545 } });
    expect(accepted(await place(next)).total.minor).toBe(1590);
  });

  it('unknown-outcome: the order exists although nobody said so', async () => {
    demo.setFault('unknown-outcome');
    expect(errorOf(await place(kept))).toEqual({ kind: 'timeout', outcome: 'unknown' });
    const found = await reconcile(kept);
    expect(found).toMatchObject({ stage: 'placed', total: kept.total });
    expect(accepted(await place(kept))).toEqual(found);
    expect(demo.countVoiceOrders()).toBe(1);
  });
});

describe('The demo shop under changing faults', () => {
  type Step = { readonly fault: Fault | null; readonly act: string; readonly pick: number; readonly product: string };
  type Run = { readonly demo: DemoShop; readonly proposals: Proposal[]; readonly heard: Map<string, string> };
  const step: fc.Arbitrary<Step> = fc.record({
    fault: fc.constantFrom(null, ...FAULTS),
    act: fc.constantFrom('propose', 'place', 'place twice', 'reconcile', 'substitutes'),
    pick: fc.nat(5),
    product: fc.constantFrom(COFFEE, OTHER_COFFEE, 'solevita-vitamin-d'),
  });

  async function placeAll({ demo, heard }: Run, proposal: Proposal, times: number): Promise<void> {
    const calls = Array.from({ length: times }, () => demo.shop.purchases.place(proposal, as('ana')));
    for (const result of await Promise.all(calls)) if (result.ok) heard.set(proposal.id, result.value.id);
  }

  async function take(run: Run, { fault, act, pick, product }: Step): Promise<void> {
    const { purchases } = run.demo.shop;
    run.demo.setFault(fault);
    const proposal = run.proposals[pick % Math.max(1, run.proposals.length)];
    if (act === 'substitutes') await insteadOf(run.demo.shop, product, as('ana'));
    else if (act === 'reconcile' && proposal) await purchases.reconcile(proposal.id, as('ana'));
    else if (act !== 'propose' && proposal) await placeAll(run, proposal, act === 'place' ? 1 : 2);
    else {
      const made = await propose(run.demo, product);
      if (made.ok) run.proposals.push(made.value);
    }
  }

  it('makes one order or none of each proposal', async () => {
    const property = fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 25 }), async (steps) => {
      const run: Run = { demo: open(), proposals: [], heard: new Map() };
      for (const one of steps) await take(run, one);
      run.demo.setFault(null);
      const found = new Map<string, string>();
      for (const { id } of run.proposals) {
        const order = accepted(await run.demo.shop.purchases.reconcile(id, as('ana')));
        if (order) found.set(id, order.id);
      }
      expect(found.size).toBe(run.demo.countVoiceOrders());
      expect(new Set(found.values()).size).toBe(found.size);
      expect([...run.heard].filter(([id, order]) => found.get(id) !== order)).toEqual([]);
      run.demo.close();
    });
    await fc.assert(property, { numRuns: 100 });
  });
});
