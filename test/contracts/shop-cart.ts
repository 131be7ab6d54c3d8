/** What every shop that shares its carts must do; a provider without the port does not run this suite. */

import type { CartLine, Carts } from '../../lambda/services/commerce/cart';
import { insteadOf } from '../kit/goods';
import { accepted, beginTrial, errorOf, SECOND, type ShopUnderTest, type Trial } from './shop-trial';

/** Runs the suite; `makeShop` gives a new shop to every test. Its buyer's cart may hold anything. */
export function cartContract(name: string, makeShop: () => ShopUnderTest | Promise<ShopUnderTest>): void {
  describe(`${name} keeps the contract of carts`, () => {
    let trial: Trial;
    let cart: Carts;
    beforeEach(async () => {
      trial = await beginTrial(await makeShop());
      const found = trial.made.shop.cart;
      if (!found || !('change' in found)) throw new Error('the shop has no carts that can be changed');
      cart = found;
      const before = accepted(await cart.contents(trial.buyer));
      accepted(
        await cart.change(
          before.map(({ product }) => ({ productId: product.id, quantity: 0 })),
          trial.buyer,
        ),
      );
    });
    afterEach(() => trial.made.close());
    const put = async (quantity: number, productId = trial.made.sells) =>
      accepted(await cart.change([{ productId, quantity }], trial.buyer));

    it('puts in, changes a number in its place, takes out, and answers what lies in it then', async () => {
      const [one, other] = [trial.made.sells, await otherGood(trial)];
      expect(accepted(await cart.contents(trial.buyer))).toEqual([]);
      expect(counts(await put(2))).toEqual([[one, 2]]);
      await put(1, other);
      const changed = await put(3);
      expect(counts(changed)).toEqual([
        [one, 3],
        [other, 1],
      ]);
      expect(accepted(await cart.contents(trial.buyer))).toEqual(changed);
      expect(changed.map(({ availability }) => availability.state)).toEqual(['available', 'available']);
      expect(counts(await put(0))).toEqual([[other, 1]]);
      expect(counts(await put(0))).toEqual([[other, 1]]);
    });

    it('says that something is sold out, in the cart or on its way there', async () => {
      const { soldOut, keepsSoldOut } = trial.made;
      const added = await cart.change([{ productId: soldOut, quantity: 1 }], trial.buyer);
      if (keepsSoldOut) {
        expect(accepted(added).map(({ availability }) => availability.state)).toEqual(['sold-out']);
        return;
      }
      expect(errorOf(added)).toEqual({ kind: 'sold-out', productId: soldOut });
      expect(accepted(await cart.contents(trial.buyer))).toEqual([]);
    });

    it('keeps nobody waiting past the signal', async () => {
      trial.made.hang();
      const given = new AbortController();
      const call = { ...trial.buyer, signal: given.signal, deadline: Number.POSITIVE_INFINITY };
      const asked = [cart.contents(call), cart.change([{ productId: trial.made.sells, quantity: 1 }], call)];
      given.abort();
      for (const answer of await Promise.all(asked)) expect(errorOf(answer).kind).toBe('timeout');
    });

    it('says the price of a purchase of one', async () => {
      const [line] = await put(1);
      const { lines } = await trial.propose(1);
      expect(line?.unitPrice).toEqual(lines[0]?.unitPrice);
    });

    it('does all of a change or nothing', async () => {
      await put(1);
      const { sells, maxQuantity } = trial.made;
      const some = { productId: sells, quantity: 2 };
      const unknown = await cart.change([some, { productId: '__proto__', quantity: 1 }], trial.buyer);
      expect(errorOf(unknown)).toEqual({ kind: 'not-found' });
      const many = await cart.change([{ productId: sells, quantity: maxQuantity + 1 }], trial.buyer);
      expect(errorOf(many)).toEqual({ kind: 'too-many', productId: sells, max: maxQuantity });
      expect(counts(accepted(await cart.contents(trial.buyer)))).toEqual([[sells, 1]]);
    });

    it("is nobody else's", async () => {
      const before = accepted(await cart.contents(trial.stranger));
      await put(4);
      expect(accepted(await cart.contents(trial.stranger))).toEqual(before);
      const mixed = { ...trial.buyer, credential: trial.stranger.credential };
      expect(errorOf(await cart.contents(mixed))).toEqual({ kind: 'unauthorised' });
      expect(errorOf(await cart.change([{ productId: trial.made.sells, quantity: 0 }], mixed))).toEqual({
        kind: 'unauthorised',
      });
    });

    it('loses what was bought out of it, once, and only that', async () => {
      await put(3);
      const wanted = { ...trial.wanting(2), fromCart: true as const };
      const proposal = accepted(await trial.made.shop.purchases.propose(wanted, trial.buyer));
      expect(counts(accepted(await cart.contents(trial.buyer)))).toEqual([[trial.made.sells, 3]]);
      accepted(await trial.place(JSON.parse(JSON.stringify(proposal))));
      accepted(await trial.place(proposal));
      accepted(await trial.made.shop.purchases.reconcile(proposal.id, trial.buyer));
      expect(counts(accepted(await cart.contents(trial.buyer)))).toEqual([[trial.made.sells, 1]]);
      accepted(await trial.place(await trial.propose(1)));
      expect(counts(accepted(await cart.contents(trial.buyer)))).toEqual([[trial.made.sells, 1]]);
    });

    it('keeps what was not bought after all', async () => {
      await put(2);
      const wanted = { ...trial.wanting(2), fromCart: true as const };
      const proposal = accepted(await trial.made.shop.purchases.propose(wanted, trial.buyer));
      const cheap = { ...proposal, total: { ...proposal.total, minor: proposal.total.minor - 1 } };
      expect(errorOf(await trial.place(cheap))).toMatchObject({ kind: 'price-changed' });
      expect(counts(accepted(await cart.contents(trial.buyer)))).toEqual([[trial.made.sells, 2]]);
    });

    it('is not asked too late, and keeps nobody waiting past the signal', async () => {
      const late = { ...trial.buyer, deadline: trial.made.realNow() - SECOND };
      const one = [{ productId: trial.made.sells, quantity: 1 }];
      const notSent = { kind: 'timeout', outcome: 'not-sent' };
      expect(errorOf(await cart.contents(late))).toEqual(notSent);
      expect(errorOf(await cart.change(one, late))).toEqual(notSent);
      trial.made.hang();
      const given = new AbortController();
      const call = { ...trial.buyer, signal: given.signal, deadline: Number.POSITIVE_INFINITY };
      const asked = [cart.contents(call), cart.change(one, call)];
      given.abort();
      for (const result of await Promise.all(asked)) expect(errorOf(result)).toMatchObject({ kind: 'timeout' });
    });
  });
}

async function otherGood({ made, buyer }: Trial): Promise<string> {
  const [other] = accepted(await insteadOf(made.shop, made.sells, buyer));
  if (!other) throw new Error('nothing stands in');
  return other.id;
}

function counts(lines: readonly CartLine[]): readonly (readonly [string, number])[] {
  return lines.map(({ product, quantity }) => [product.id, quantity]);
}
