/** What a shop tells of its orders by itself, when it is asked what has changed. */

import type { OrderChange, OrderChanges } from '../../lambda/services/news/changes';
import { accepted, beginTrial, SECOND, type ShopUnderTest, type Trial } from './shop-trial';

/** `many`: more than the shop tells on one page. */
export function changesContract(
  name: string,
  many: number,
  makeShop: () => ShopUnderTest | Promise<ShopUnderTest>,
): void {
  describe(`${name}, asked what has changed`, () => {
    let trial: Trial;
    let since: NonNullable<OrderChanges['since']>;
    beforeEach(async () => {
      const made = await makeShop();
      trial = await beginTrial(made, 120 * SECOND);
      if (!made.changes?.since) throw new Error('the shop cannot be asked what has changed');
      since = made.changes.since;
    });
    afterEach(() => trial.made.close());

    async function toldFrom(cursor: string | null) {
      const changes: OrderChange[] = [];
      let at = cursor;
      for (let goesOn = true; goesOn; ) {
        const page = accepted(await since(at, trial.buyer));
        changes.push(...page.changes);
        ({ cursor: at, goesOn } = page);
      }
      return { changes, end: at };
    }
    const keysOf = (changes: readonly OrderChange[]) => changes.map(({ key }) => key);
    const bring = async (stage: 'shipped' | 'delivered' | 'cancelled') =>
      (await trial.made.behind.stages[stage]?.(trial))?.order.id ?? '';

    it('tells an order that has moved on, and whose it is; from there on only what comes after', async () => {
      const start = await toldFrom(null);
      expect(start.changes).toEqual([]);
      const shipped = await bring('shipped');
      const first = await toldFrom(start.end);
      const whose = first.changes.filter(({ orderId }) => orderId === shipped).map(({ shopperId }) => shopperId);
      expect(new Set(whose)).toEqual(new Set([trial.buyer.shopperId]));
      expect(new Set(keysOf(first.changes)).size).toBe(first.changes.length);
      // Whoever asks from there again is told the same, under the same keys.
      expect(keysOf((await toldFrom(start.end)).changes)).toEqual(keysOf(first.changes));

      const known = new Set(keysOf(first.changes));
      const moved = [await bring('delivered'), await bring('cancelled')];
      const second = (await toldFrom(first.end)).changes.filter(({ key }) => !known.has(key));
      expect(new Set(second.map(({ orderId }) => orderId))).toEqual(new Set(moved));
    });

    it('loses none where many have changed since', async () => {
      const start = await toldFrom(null);
      const placed: string[] = [];
      while (placed.length < many) placed.push(accepted(await trial.place(await trial.propose())).id);
      const { changes } = await toldFrom(start.end);
      expect(placed.filter((id) => !changes.some(({ orderId }) => orderId === id))).toEqual([]);
    });

    it('begins at the end where it is asked from a place that is none of its own', async () => {
      for (const place of ['feed', '', '{}', '99999999', '{"at":"never"}', 'ä & ?']) {
        const { changes, end } = await toldFrom(place);
        expect([place, changes]).toEqual([place, []]);
        const id = accepted(await trial.place(await trial.propose())).id;
        expect((await toldFrom(end)).changes.map(({ orderId }) => orderId)).toContain(id);
      }
    });
  });
}
