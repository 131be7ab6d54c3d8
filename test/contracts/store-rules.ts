/** What every store must do with what shoppers set for buying. */

import { MOST_TRIES, NO_RULES } from '../../lambda/services/limits/buying-rules';
import type { Fresh } from './store';
import { NOW } from './store-samples';

const eur = (minor: number) => ({ minor, currency: 'EUR' });
const DAY = '2026-11-22' as const;

export function ruleContract(fresh: Fresh): void {
  describe('rules for buying', () => {
    it('are none, then what was set last, of each shopper by themselves', async () => {
      const { store, second } = await fresh();
      const { buyingRules: rules } = store;
      expect(await rules.of('ana')).toEqual(NO_RULES);
      await rules.setMost('ana', 'order', eur(2000));
      await rules.setOff('ana', true);
      expect(await second.buyingRules.of('ana')).toEqual({
        ...NO_RULES,
        most: { order: eur(2000), day: null },
        isOff: true,
      });
      await rules.setMost('ana', 'order', null);
      await rules.setOff('ana', false);
      expect(await rules.of('ana')).toEqual(NO_RULES);
      expect(await rules.of('bruno')).toEqual(NO_RULES);
    });

    it('are only lowered, by whomever and at once', async () => {
      const { store, second } = await fresh();
      const amounts = [900, 300, 700, 100, 500, 800];
      await Promise.all(
        amounts.map((minor, at) => [store, second][at % 2]?.buyingRules.lower('ana', 'day', eur(minor))),
      );
      expect((await store.buyingRules.of('ana')).most.day).toEqual(eur(100));
      expect(await store.buyingRules.lower('ana', 'day', eur(100))).toBe(false);
      expect(await store.buyingRules.lower('ana', 'day', eur(99))).toBe(true);
    });

    it('of twenty tries at a code at once three get to see it, the same one again, and then nobody', async () => {
      const { store, second } = await fresh();
      const { buyingRules: rules } = store;
      expect(await rules.tryCode('ana', 'a')).toBeNull();
      await rules.setCode('ana', 'hash');
      const keys = Array.from({ length: 20 }, (_, at) => `turn-${at}`);
      const tried = await Promise.all(keys.map((key, at) => [store, second][at % 2]?.buyingRules.tryCode('ana', key)));
      expect(tried.filter((hash) => hash === 'hash')).toHaveLength(MOST_TRIES);
      expect((await second.buyingRules.of('ana')).code).toBe('locked');
      await rules.setCode('ana', 'other');
      for (const key of ['x', 'x', 'x', 'x']) expect(await rules.tryCode('ana', key)).toBe('other');
      expect((await rules.of('ana')).code).toBe('set');
      await rules.codeWasRight('ana', 'other');
      for (const key of ['1', '2', '3']) expect(await rules.tryCode('ana', key)).toBe('other');
      expect(await rules.tryCode('ana', '4')).toBeNull();
    });

    it('count orders towards their day once each, and never past it', async () => {
      const { store, second } = await fresh();
      const held = (proposalId: string, minor: number) => ({
        shopperId: 'ana',
        proposalId,
        day: DAY,
        total: eur(minor),
        at: NOW,
      });
      const all = await Promise.all(
        Array.from({ length: 12 }, (_, at) =>
          [store, second][at % 2]?.buyingRules.hold(held(`p${at}`, 400), eur(2000)),
        ),
      );
      expect(all.filter(Boolean)).toHaveLength(5);
      expect(await store.buyingRules.spentOn('ana', DAY, 'EUR')).toBe(2000);
      const one = all.indexOf(true);
      expect(await store.buyingRules.hold(held(`p${one}`, 400), eur(2000))).toBe(true);
      await second.buyingRules.release({ shopperId: 'ana', proposalId: `p${one}` });
      expect(await store.buyingRules.spentOn('ana', DAY, 'EUR')).toBe(1600);
      expect(await store.buyingRules.spentOn('ana', DAY, 'USD')).toBe(0);
      await store.privacy.erase([], 'ana');
      expect(await store.buyingRules.spentOn('ana', DAY, 'EUR')).toBe(0);
    });
  });
}
