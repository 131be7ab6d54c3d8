/** The part of the shop's contract about money: propose, place once, reconcile, stand in. */

import type { Call } from '../../lambda/services/commerce/call';
import type { Order } from '../../lambda/services/commerce/orders';
import type { Proposal, Wanted } from '../../lambda/services/commerce/purchases';
import { anyCall } from '../kit/call';
import { allGoods, insteadOf } from '../kit/goods';
import { accepted, errorOf, LOCALE, SECOND, type Trial } from './shop-trial';

export function buyingContract(trial: () => Trial): void {
  describe('propose', () => {
    it('adds up lines and delivery to the total', async () => {
      const proposal = await trial().propose(3);
      const items = proposal.lines.reduce((sum, line) => sum + line.quantity * line.unitPrice.minor, 0);
      expect(proposal.items.minor).toBe(items);
      expect(proposal.total.minor).toBe(items + proposal.shipping.minor);
      expect(proposal.expiresAt).toBeGreaterThan(trial().made.realNow());
      expect(proposal.arrives >= proposal.today).toBe(true);
    });

    it('has no effect, and a new id and the same fingerprint each time', async () => {
      const before = await trial().orders();
      const [first, second] = [await trial().propose(), await trial().propose()];
      expect(first.id).not.toBe(second.id);
      expect(first.fingerprint).toBe(second.fingerprint);
      expect((await trial().propose(2)).fingerprint).not.toBe(first.fingerprint);
      expect(await trial().orders()).toEqual(before);
      expect(accepted(await trial().made.shop.purchases.reconcile(first.id, trial().buyer))).toBeNull();
    });

    it('refuses what is sold out, what it does not sell and more than the limit', async () => {
      const refusal = async (wanted: Wanted) =>
        errorOf(await trial().made.shop.purchases.propose(wanted, trial().buyer));
      expect(await refusal(trial().wanting(1, trial().made.soldOut))).toMatchObject({
        kind: 'sold-out',
        productId: trial().made.soldOut,
      });
      expect(await refusal(trial().wanting(1, '__proto__'))).toEqual({ kind: 'not-found' });
      const tooMany = { kind: 'too-many', productId: trial().made.sells, max: trial().made.maxQuantity };
      expect(await refusal(trial().wanting(trial().made.maxQuantity + 1))).toEqual(tooMany);
    });

    it('counts the same product in two lines as one', async () => {
      const line = { productId: trial().made.sells, quantity: trial().made.maxQuantity };
      const result = await trial().made.shop.purchases.propose(
        { lines: [line, { ...line, quantity: 1 }] },
        trial().buyer,
      );
      expect(errorOf(result)).toMatchObject({ kind: 'too-many' });
    });
  });

  describe('place', () => {
    const same = (order: Order, proposal: Proposal) => {
      expect(order.total).toEqual(proposal.total);
      expect(order.lines.map((line) => [line.product.id, line.quantity])).toEqual(
        proposal.lines.map((line) => [line.product.id, line.quantity]),
      );
    };

    it('makes the order that was proposed, and it leads the history', async () => {
      const proposal = await trial().propose(2);
      const order = accepted(await trial().place(proposal));
      same(order, proposal);
      expect(order).toMatchObject({ stage: 'placed', expected: proposal.arrives, placed: proposal.today });
      expect((await trial().orders())[0]).toEqual(order);
      expect(accepted(await trial().made.shop.purchases.reconcile(proposal.id, trial().buyer))).toEqual(order);
    });

    it('takes a proposal that has been written down as JSON', async () => {
      const proposal: Proposal = JSON.parse(JSON.stringify(await trial().propose()));
      same(accepted(await trial().place(proposal)), proposal);
    });

    it('makes one order of one proposal, however often and however many at once', async () => {
      const [before, proposal] = [await trial().orders(), await trial().propose()];
      const placed = await Promise.all(Array.from({ length: 10 }, () => trial().place(proposal)));
      const again = await trial().place(proposal);
      expect(new Set([...placed, again].map((result) => accepted(result).id)).size).toBe(1);
      expect((await trial().orders()).length).toBe(Math.min(100, before.length + 1));
    });

    it('makes two orders of two proposals for the same goods', async () => {
      const [first, second] = [await trial().propose(), await trial().propose()];
      expect(accepted(await trial().place(first)).id).not.toBe(accepted(await trial().place(second)).id);
    });

    it('refuses another total than the current one, for good', async () => {
      const proposal = await trial().propose();
      const cheap = { ...proposal, total: { ...proposal.total, minor: proposal.total.minor - 1 } };
      const refusal = { kind: 'price-changed', was: cheap.total, now: proposal.total };
      expect(errorOf(await trial().place(cheap))).toEqual(refusal);
      expect(errorOf(await trial().place(proposal))).toEqual(refusal);
      expect(accepted(await trial().made.shop.purchases.reconcile(proposal.id, trial().buyer))).toBeNull();
    });

    it("never places or shows another shopper's proposal", async () => {
      const proposal = await trial().propose();
      accepted(await trial().place(proposal));
      expect(errorOf(await trial().place(proposal, trial().stranger))).toEqual({ kind: 'not-found' });
      expect(accepted(await trial().made.shop.purchases.reconcile(proposal.id, trial().stranger))).toBeNull();
    });
  });

  describe('a call that is too late', () => {
    const late = (): readonly Partial<Call>[] => [
      { signal: AbortSignal.abort() },
      { deadline: trial().made.realNow() },
      { deadline: trial().made.realNow() - SECOND },
    ];

    it('is not sent', async () => {
      const notSent = { kind: 'timeout', outcome: 'not-sent' };
      const [before, proposal] = [await trial().orders(), await trial().propose()];
      for (const changes of late()) {
        const call = { ...trial().buyer, ...changes };
        expect(errorOf(await trial().made.shop.history.orders({ limit: 1 }, call))).toEqual(notSent);
        expect(errorOf(await trial().made.shop.purchases.propose(trial().wanting(1), call))).toEqual(notSent);
        expect(errorOf(await trial().place(proposal, call))).toEqual(notSent);
      }
      expect(await trial().orders()).toEqual(before);
      accepted(await trial().place(proposal));
    });

    it('does not know what became of a proposal that was placed before', async () => {
      const proposal = await trial().propose();
      accepted(await trial().place(proposal));
      for (const changes of late()) {
        const error = errorOf(await trial().place(proposal, { ...trial().buyer, ...changes }));
        expect(error).toEqual({ kind: 'timeout', outcome: 'unknown' });
      }
    });
  });

  describe('substitutes', () => {
    it('are other goods of the same kind that can be bought', async () => {
      const products = await allGoods(trial().made.shop, anyCall(LOCALE));
      const wanted = products.find(({ id }) => id === trial().made.sells);
      const found = accepted(await insteadOf(trial().made.shop, trial().made.sells, trial().buyer));
      expect(found.length).toBeGreaterThan(0);
      for (const product of found) {
        expect(product.id).not.toBe(trial().made.sells);
        expect(product.kind).toBe(wanted?.kind);
        accepted(await trial().made.shop.purchases.propose(trial().wanting(1, product.id), trial().buyer));
      }
    });
  });
}
