/** What shoppers have set for buying, without a disk. */

import { MOST_TRIES, NO_RULES, type RuleRecords } from '../../lambda/services/limits/buying-rules';
import { isOver } from '../../lambda/services/limits/limits';
import type { Money } from '../../lambda/vocabulary/values';

type Row = Pick<typeof NO_RULES, 'most' | 'isOff'> & { readonly hash: string | null; readonly tries: number };

export function createMemoryRules(): RuleRecords {
  const rows = new Map<string, Row>();
  const days = new Map<string, Map<string, Money>>();
  const rowOf = (id: string): Row => rows.get(id) ?? { ...NO_RULES, hash: null, tries: 0 };
  const set = (id: string, row: Partial<Row>) => void rows.set(id, { ...rowOf(id), ...row });
  const ordersOf = (id: string, day: string) => days.get(`${id} ${day}`) ?? new Map<string, Money>();
  const sumOf = (orders: ReadonlyMap<string, Money>, currency: string) =>
    [...orders.values()].reduce((sum, one) => (one.currency === currency ? sum + one.minor : sum), 0);
  return {
    async of(id) {
      const { hash, tries, ...rules } = rowOf(id);
      return { ...rules, code: hash === null ? 'none' : tries >= MOST_TRIES ? 'locked' : 'set' };
    },
    async setMost(id, span, most) {
      set(id, { most: { ...rowOf(id).most, [span]: most } });
    },
    async lower(id, span, most) {
      const before = rowOf(id).most[span];
      if (before && !isOver(before, most)) return false;
      set(id, { most: { ...rowOf(id).most, [span]: most } });
      return true;
    },
    async setOff(id, isOff) {
      set(id, { isOff });
    },
    async setCode(id, hash) {
      set(id, { hash, tries: 0 });
    },
    async tryCode(id) {
      const { hash, tries } = rowOf(id);
      if (hash === null || tries >= MOST_TRIES) return null;
      set(id, { tries: tries + 1 });
      return hash;
    },
    async codeWasRight(id, hash) {
      if (rowOf(id).hash === hash) set(id, { tries: 0 });
    },
    async hold({ shopperId, day, proposalId, total }, most) {
      const orders = new Map(ordersOf(shopperId, day)).set(proposalId, total);
      if (most && isOver({ ...total, minor: sumOf(orders, total.currency) }, most)) return false;
      days.set(`${shopperId} ${day}`, orders);
      return true;
    },
    async release({ proposalId }) {
      for (const orders of days.values()) orders.delete(proposalId);
    },
    spentOn: async (id, day, currency) => sumOf(ordersOf(id, day), currency),
  };
}
