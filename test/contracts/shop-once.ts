/** However often, from wherever and through whatever cuts a yes arrives at a shop: one order, and none is lost. */

import type { ShopperCall } from '../../lambda/services/commerce/call';
import type { Shop } from '../../lambda/services/commerce/shop';
import type { CutWay } from '../kit/cutting';
import { CUTS } from './shop-behind';
import { accepted, callOf, errorOf } from './shop-trial';

export type OnceCase = {
  /** Servers before one shop, of which none knows what the others have sent, each through the same way. */
  readonly houses: readonly Shop[];
  readonly way: CutWay;
  /** Words in the request that buys, and in no other. */
  readonly buying: string;
  readonly token: string;
  /** In stock for as many rounds. */
  readonly sells: string;
};

/** Before a shop that is open already. */
export function onceContract(name: string, rounds: number, makeCase: () => OnceCase): void {
  test(
    `${name} makes one order of a yes, in ${rounds} interleavings of copies, retries and cuts`,
    async () => {
      const { houses, way, buying, token, sells } = makeCase();
      const house = (at: number): Shop => {
        const found = houses[at % houses.length];
        if (!found) throw new Error('no house is open');
        return found;
      };
      const shopper = accepted(await house(0).accounts.whoIs(token, callOf(Date.now)));
      const calling = (): ShopperCall => {
        const deadline = Number.POSITIVE_INFINITY;
        return { ...callOf(Date.now), deadline, shopperId: shopper.id, credential: token };
      };
      // Some shops list a thousand at the most.
      const limit = 800 + rounds;
      const countOrders = async () => accepted(await house(0).history.orders({ limit }, calling())).length;

      /** Copies of one yes, at once and later, at all servers; null: no order came of it. */
      async function yes(round: number): Promise<string | null> {
        const call = calling();
        const wanted = { lines: [{ productId: sells, quantity: 1 }] };
        const proposal = accepted(await house(round).purchases.propose(wanted, call));
        const cut = CUTS[(round % (CUTS.length + 1)) - 1];
        if (cut) way.next(cut, buying);
        else way.mend();
        const places = (at: number) => house(at).purchases.place(proposal, call);
        const copies = Array.from({ length: 1 + (round % 4) }, (_one, at) => places(round + at * (round % 3)));
        const results = await Promise.all(copies);
        if (round % 2 === 1) results.push(await places(round + 1));
        const known = accepted(await house(round + 1).purchases.reconcile(proposal.id, call));
        const ids = [...new Set(results.flatMap((result) => (result.ok ? [result.value.id] : [])))];
        if (ids.length > 0) expect([round, ids]).toEqual([round, [known?.id]]);
        // Who heard of no order was told that nobody knows.
        else expect(results.map((result) => errorOf(result).kind)).toEqual(results.map(() => 'timeout'));
        return known?.id ?? null;
      }

      const before = await countOrders();
      const placed: string[] = [];
      for (let round = 0; round < rounds; round += 1) placed.push(...[await yes(round)].flatMap((id) => id ?? []));
      expect(placed.length).toBeGreaterThan(rounds / 2);
      expect(new Set(placed).size).toBe(placed.length);
      expect(await countOrders()).toBe(before + placed.length);
    },
    mostOf(rounds),
  );
}

/** Milliseconds: a round takes a few dozen, and ten times that where everybody else works, too. */
const mostOf = (rounds: number): number => 60_000 + rounds * 500;
