/** What every shop that lets its orders be put right must do; what it cannot do is absent, and no test here asks for it. */

import { randomUUID } from 'node:crypto';
import {
  type ActionOf,
  CARE_KINDS,
  type Care,
  type CareCall,
  type CareKind,
  doneBy,
} from '../../lambda/services/care/care';
import { worthOf } from '../../lambda/services/care/worth';
import type { Order } from '../../lambda/services/commerce/orders';
import { accepted, beginTrial, errorOf, type ShopUnderTest, type Trial } from './shop-trial';

/** `offers`: what it can do. Orders of `tokens[0]` may have any past; what is sent off is never the newest. */
export function careContract(
  name: string,
  offers: readonly CareKind[],
  makeShop: () => ShopUnderTest | Promise<ShopUnderTest>,
): void {
  describe(`${name} keeps the contract of putting orders right`, () => {
    let trial: Trial;
    let care: Care;
    let keys = 0;
    const run = randomUUID();
    const newKey = () => {
      keys += 1;
      return `key-${run}-${keys}`;
    };
    beforeEach(async () => {
      trial = await beginTrial(await makeShop());
      if (!trial.made.shop.care) throw new Error('nothing can be put right here');
      care = trial.made.shop.care;
    });
    afterEach(() => trial.made.close());
    const bought = async (quantity = 2) => accepted(await trial.place(await trial.propose(quantity)));
    const seen = async (id: string) => (await trial.orders()).find((one) => one.id === id);
    const part = (order: Order, quantity: number) => [{ productId: order.lines[0]?.product.id ?? '', quantity }];
    const can = (kind: CareKind) => (offers.includes(kind) ? it : it.skip);
    const refunded = async (id: string, call: CareCall) =>
      accepted(await needed(care.refunds)(id, call)).reduce((sum, { amount }) => sum + amount.minor, 0);

    it('offers what it can do, and nothing else', () => {
      expect(CARE_KINDS.filter((kind) => care[kind] !== undefined)).toEqual(offers);
    });

    it('keeps nobody waiting past the signal, and says no more than it knows', async () => {
      const order = await bought();
      const [orderId, parts, worth] = [order.id, part(order, 1), worthOf(order, part(order, 1))];
      const actions: { readonly [K in CareKind]: ActionOf<K> } = {
        cancel: { kind: 'cancel', orderId, parts: null },
        refund: { kind: 'refund', orderId, parts, amount: worth },
        resend: { kind: 'resend', orderId, parts },
        return: { kind: 'return', orderId, parts, by: 'label', amount: worth },
        address: { kind: 'address', orderId, addressId: 'any' },
        coupon: { kind: 'coupon', orderId, worth, days: 30 },
      };
      trial.made.hang();
      const given = new AbortController();
      const call = { ...trial.buyer, signal: given.signal, deadline: Number.POSITIVE_INFINITY };
      const asked = [
        ...offers.map((kind) => doneBy(care, actions[kind], newKey())?.(call)),
        ...[care.reconcile(newKey(), call), needed(care.file)(call), care.refunds?.(orderId, call)],
      ];
      given.abort();
      const answers = (await Promise.all(asked)).flatMap((one) => (one ? [errorOf(one).kind] : []));
      expect(new Set(answers)).toEqual(new Set(['timeout']));
    });

    it('knows nothing of what never happened', async () => {
      expect(accepted(await care.reconcile(newKey(), trial.buyer))).toBeNull();
    });

    it('has the orders and the addresses of a shopper for whoever puts them right', async () => {
      const order = await bought();
      const file = accepted(await needed(care.file)(trial.buyer));
      expect(file.orders[0]?.id).toBe(order.id);
      expect(file.orders.length).toBeLessThanOrEqual(20);
      expect(file.addresses.length).toBeGreaterThan(0);
    });

    can('cancel')(
      'cancels an order once, however often and however many at once, and all of it comes back',
      async () => {
        const [order, key] = [await bought(), newKey()];
        const action = { kind: 'cancel', orderId: order.id, parts: null } as const;
        const act = () => needed(care.cancel)(action, key, trial.buyer);
        const first = (await Promise.all([act(), act(), act()])).map(accepted);
        const again = accepted(await act());
        for (const receipt of [...first, again]) {
          expect(receipt).toMatchObject({ kind: 'cancel', how: 'done', back: { amount: order.total } });
        }
        expect(await seen(order.id)).toMatchObject({ stage: 'cancelled', total: order.total });
        expect(await refunded(order.id, trial.buyer)).toBe(order.total.minor);
        expect(accepted(await care.reconcile(key, trial.buyer))).toEqual(again);
        expect(errorOf(await needed(care.cancel)(action, newKey(), trial.buyer))).toEqual({ kind: 'not-now' });
      },
    );

    can('cancel')('cancels a part of an order, and keeps the rest', async () => {
      const order = await bought(3);
      const parts = part(order, 1);
      const action = { kind: 'cancel', orderId: order.id, parts } as const;
      const receipt = accepted(await needed(care.cancel)(action, newKey(), trial.buyer));
      expect(receipt).toMatchObject({ how: 'done', back: { amount: worthOf(order, parts) } });
      const now = await seen(order.id);
      expect(now?.stage).toBe('placed');
      expect(now?.lines.map(({ quantity }) => quantity)).toEqual([2]);
      expect(now?.total.minor).toBe(order.total.minor - worthOf(order, parts).minor);
    });

    can('cancel')('says that it is too late for what is on its way or there', async () => {
      const sent = (await trial.orders()).find(({ stage }) => stage === 'shipped' || stage === 'delivered');
      const action = { kind: 'cancel', orderId: sent?.id ?? '', parts: null } as const;
      const receipt = accepted(await needed(care.cancel)(action, newKey(), trial.buyer));
      expect(receipt).toMatchObject({ kind: 'cancel', how: 'too-late' });
      expect(await seen(sent?.id ?? '')).toEqual(sent);
    });

    can('refund')('gives money back once, and no more than was paid for it', async () => {
      const [order, key] = [await bought(), newKey()];
      await trial.made.sends?.(order);
      const parts = part(order, 1);
      const amount = worthOf(order, parts);
      const action = { kind: 'refund', orderId: order.id, parts, amount } as const;
      const act = () => needed(care.refund)(action, key, trial.buyer);
      const all = [...(await Promise.all([act(), act(), act()])), await act()].map(accepted);
      for (const receipt of all) expect(receipt).toMatchObject({ kind: 'refund', back: { amount } });
      expect(await refunded(order.id, trial.buyer)).toBe(amount.minor);
      expect(accepted(await care.reconcile(key, trial.buyer))).toMatchObject({ kind: 'refund', back: { amount } });
      const dear = { ...action, amount: { ...amount, minor: amount.minor + 1 } };
      expect(errorOf(await needed(care.refund)(dear, newKey(), trial.buyer))).toEqual({ kind: 'not-now' });
      const foreign = { ...action, parts: [{ productId: 'no such thing', quantity: 1 }] };
      expect(errorOf(await needed(care.refund)(foreign, newKey(), trial.buyer))).toEqual({ kind: 'not-now' });
      expect(await refunded(order.id, trial.buyer)).toBe(amount.minor);
    });

    can('coupon')('gives one coupon for one key', async () => {
      const order = await bought();
      const worth = { minor: 500, currency: order.total.currency };
      const act = (key: string) =>
        needed(care.coupon)({ kind: 'coupon', orderId: order.id, worth, days: 30 }, key, trial.buyer);
      const key = newKey();
      const [first, second] = (await Promise.all([act(key), act(key)])).map(accepted);
      expect(first).toMatchObject({ kind: 'coupon', worth });
      expect(first?.code.length).toBeGreaterThan(5);
      expect((first?.until ?? '') > order.today).toBe(true);
      expect(second).toEqual(first);
      expect(accepted(await act(key))).toEqual(first);
      expect(accepted(await care.reconcile(key, trial.buyer))).toEqual(first);
      expect(accepted(await act(newKey())).code).not.toBe(first?.code);
    });

    it("does nothing about another shopper's order", async () => {
      const order = await bought();
      const { stranger } = trial;
      const [orderId, parts] = [order.id, part(order, 1)];
      const worth = worthOf(order, parts);
      const asked = [
        care.cancel?.({ kind: 'cancel', orderId, parts: null }, newKey(), stranger),
        care.refund?.({ kind: 'refund', orderId, parts, amount: worth }, newKey(), stranger),
        care.coupon?.({ kind: 'coupon', orderId, worth, days: 3 }, newKey(), stranger),
        care.refunds?.(orderId, stranger),
      ].flatMap((one) => one ?? []);
      for (const result of await Promise.all(asked)) expect(errorOf(result)).toEqual({ kind: 'not-found' });
      expect(await seen(orderId)).toEqual(order);
    });

    it('is not asked too late', async () => {
      const order = await bought();
      const late = { ...trial.buyer, deadline: trial.made.realNow() - 1 };
      const action = { kind: 'cancel', orderId: order.id, parts: null } as const;
      if (care.cancel) expect(errorOf(await care.cancel(action, newKey(), late))).toMatchObject({ kind: 'timeout' });
      expect(await seen(order.id)).toEqual(order);
    });
  });
}

function needed<T>(one: T | undefined): T {
  if (one === undefined) throw new Error('the shop lacks what it said it can do');
  return one;
}
