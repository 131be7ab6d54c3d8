/** What real shops do while somebody talks to them, which every provider must bear: a shop is brought to it from behind. */

import type { ShopperCall } from '../../lambda/services/commerce/call';
import type { Order, Stage } from '../../lambda/services/commerce/orders';
import { accepted, beginTrial, errorOf, SECOND, type ShopUnderTest, type Trial } from './shop-trial';

/** What becomes of the next order that is placed: it never gets there, or nobody can read what it came to. */
export const CUTS = ['unsent', 'unanswered', 'half', 'broken'] as const;
export type Cut = (typeof CUTS)[number];

/** An order, and who may see it. */
export type Whose = { readonly call: ShopperCall; readonly order: Order };

/** null: the platform has no such thing, and nobody can be brought to it. */
export type Behind = {
  /** An order in this stage. */
  readonly stages: Readonly<Record<Stage, ((trial: Trial) => Promise<Whose>) | null>>;
  /** An order of which something is on its way, with a number, and something is not. */
  readonly parcels: ((trial: Trial) => Promise<Whose>) | null;
  /** What the suite buys costs more from now on. */
  readonly dearer: (() => Promise<void>) | null;
  /** So many are left of it, two at least. */
  readonly scarce: { readonly productId: string; readonly left: number } | null;
  /** One of it is less than the shop takes an order of; goods for so much it takes. */
  readonly least: { readonly productId: string; readonly minor: number } | null;
  readonly cuts: { readonly kinds: readonly Cut[]; cut(kind: Cut): void; mend(): void } | null;
  /** The next request is one too many. */
  readonly throttle: (() => void) | null;
  /** The session in which the shop is asked is over. */
  readonly expire: (() => void) | null;
  /** Its lists come in pages of so many orders. */
  readonly page: number | null;
};

export type Ability = Exclude<keyof Behind, 'stages'>;
const ABILITIES: Readonly<Record<Ability, true>> = {
  ...{ parcels: true, dearer: true, scarce: true, least: true, cuts: true, throttle: true, expire: true, page: true },
};

/** `lacks`: what the platform does not have, by name, stages among it. */
export function behindContract(
  name: string,
  lacks: readonly (Ability | Stage)[],
  makeShop: () => ShopUnderTest | Promise<ShopUnderTest>,
): void {
  describe(`${name}, as shops go on while somebody talks to them`, () => {
    let trial: Trial;
    beforeEach(async () => {
      trial = await beginTrial(await makeShop(), 120 * SECOND);
    });
    afterEach(() => trial.made.close());
    // What a platform does not have is no test of it: it is named above all.
    const has = (ability: Ability) => (what: string, holds: () => Promise<void>) => {
      if (!lacks.includes(ability)) it(what, holds);
    };
    const propose = (quantity: number, productId = trial.made.sells) =>
      trial.made.shop.purchases.propose(trial.wanting(quantity, productId), trial.buyer);
    const reconciled = async (id: string) =>
      accepted(await trial.made.shop.purchases.reconcile(id, trial.buyer))?.id ?? null;

    it('names what it lacks, and has the rest', () => {
      const { stages, ...abilities } = trial.made.behind;
      const missing = (all: object) => Object.entries(all).flatMap(([one, it]) => (it === null ? [one] : []));
      expect(Object.keys(abilities).sort()).toEqual(Object.keys(ABILITIES).sort());
      expect([...missing(abilities), ...missing(stages)].sort()).toEqual([...lacks].sort());
    });

    it('tells an order in every stage it knows, and in one that nobody knows', async () => {
      for (const [stage, find] of Object.entries(trial.made.behind.stages)) {
        if (!find) continue;
        const { call, order } = await find(trial);
        const seen = (await trial.orders(call)).find(({ id }) => id === order.id);
        expect([stage, seen?.stage, seen?.lines.length]).toEqual([stage, stage, order.lines.length]);
        expect(seen?.total).toEqual(order.total);
      }
    });

    has('parcels')('tells what is on its way, by whom, and what is not', async () => {
      const { call, order } = await needed(trial.made.behind.parcels)(trial);
      const seen = (await trial.orders(call)).find(({ id }) => id === order.id);
      const parcels = seen?.parcels ?? [];
      expect(parcels.length).toBeGreaterThan(1);
      expect(new Set(parcels.map(({ id }) => id)).size).toBe(parcels.length);
      expect(new Set(parcels.flatMap(({ productIds }) => productIds))).toEqual(
        new Set(order.lines.map(({ product }) => product.id)),
      );
      const sent = parcels.find(({ stage }) => stage === 'shipped');
      expect(sent).toMatchObject({ trackingNumber: expect.stringMatching(/\w{4}/), carrier: expect.any(String) });
      expect(parcels.some(({ stage }) => stage === 'preparing')).toBe(true);
    });

    has('dearer')('takes no other price than was said: it holds, or it is refused with the new one', async () => {
      const before = accepted(await propose(2));
      await needed(trial.made.behind.dearer)();
      const count = (await trial.orders()).length;
      const placed = await trial.place(before);
      const now = accepted(await propose(2));
      expect(now.total.minor).toBeGreaterThan(before.total.minor);
      if (placed.ok) return expect(placed.value.total).toEqual(before.total);
      expect(placed.error).toEqual({ kind: 'price-changed', was: before.total, now: now.total });
      expect(await reconciled(before.id)).toBeNull();
      expect(await trial.orders()).toHaveLength(count);
      expect(accepted(await trial.place(now)).total).toEqual(now.total);
    });

    has('scarce')('sells no more than is left, whoever was quoted it first', async () => {
      const { productId, left } = needed(trial.made.behind.scarce);
      expect(errorOf(await propose(left + 1, productId))).toEqual({ kind: 'too-many', productId, max: left });
      const [all, one] = [accepted(await propose(left, productId)), accepted(await propose(1, productId))];
      accepted(await trial.place(one));
      const late = errorOf(await trial.place(all));
      expect(late).toEqual({ kind: 'too-many', productId, max: left - 1 });
      expect(await reconciled(all.id)).toBeNull();
      accepted(await trial.place(accepted(await propose(left - 1, productId))));
      expect(errorOf(await propose(1, productId))).toMatchObject({ kind: 'sold-out', productId });
    });

    has('least')('takes no order of less than it delivers, and says of how much', async () => {
      const { productId, minor } = needed(trial.made.behind.least);
      const error = errorOf(await propose(1, productId));
      expect(error).toEqual({ kind: 'too-little', least: { minor, currency: expect.stringMatching(/^[A-Z]{3}$/) } });
      accepted(await propose(1));
    });

    has('cuts')('makes one order of a yes whose way was cut, and knows which', async () => {
      const { kinds, cut, mend } = needed(trial.made.behind.cuts);
      for (const kind of kinds) {
        const [count, proposal] = [(await trial.orders()).length, accepted(await propose(1))];
        cut(kind);
        const error = errorOf(await trial.place(proposal));
        mend();
        const isKnown = error.kind === 'unavailable' || (error.kind === 'timeout' && error.outcome === 'not-sent');
        const known = await reconciled(proposal.id);
        // Whoever says that nothing was sent must be right.
        if (isKnown) expect([kind, known]).toEqual([kind, null]);
        else expect([kind, error]).toEqual([kind, { kind: 'timeout', outcome: 'unknown' }]);
        const again = accepted(await trial.place(proposal));
        if (known !== null) expect(again.id).toBe(known);
        expect([kind, (await trial.orders()).length]).toEqual([kind, count + 1]);
      }
    });

    has('throttle')('asks nothing twice where it was one too many, and is asked again', async () => {
      const { history } = trial.made.shop;
      needed(trial.made.behind.throttle)();
      expect(errorOf(await history.orders({ limit: 1 }, trial.buyer)).kind).toMatch(/unavailable|timeout/);
      accepted(await history.orders({ limit: 1 }, trial.buyer));
      const [count, proposal] = [(await trial.orders()).length, accepted(await propose(1))];
      needed(trial.made.behind.throttle)();
      expect(errorOf(await trial.place(proposal)).kind).toMatch(/unavailable|timeout/);
      expect(await reconciled(proposal.id)).toBeNull();
      accepted(await trial.place(proposal));
      expect(await trial.orders()).toHaveLength(count + 1);
    });

    has('expire')('asks, quotes and places through a session that is over', async () => {
      const expire = needed(trial.made.behind.expire);
      expire();
      const count = (await trial.orders()).length;
      expire();
      const proposal = accepted(await propose(1));
      expire();
      accepted(await trial.place(proposal));
      expect(await trial.orders()).toHaveLength(count + 1);
    });

    has('page')('tells as many orders as are asked for, over its pages, each once', async () => {
      const most = needed(trial.made.behind.page) + 2;
      while ((await trial.orders()).length < most) accepted(await trial.place(accepted(await propose(1))));
      const all = accepted(await trial.made.shop.history.orders({ limit: most }, trial.buyer));
      expect(new Set(all.map(({ id }) => id)).size).toBe(most);
      const times = all.map(({ placedAt }) => placedAt);
      expect(times).toEqual([...times].sort((a, b) => b - a));
    });
  });
}

function needed<T>(ability: T | null): T {
  if (ability === null) throw new Error('the platform does not have this');
  return ability;
}
