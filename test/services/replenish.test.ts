/** In which rhythm a thing is bought, and whether it is due: from orders alone. */

import type { Order } from '../../lambda/services/commerce/orders';
import { buyingHabits, due } from '../../lambda/services/commerce/replenish';
import { dayAfter } from '../../lambda/vocabulary/calendar';

const TODAY = '2026-11-22';

/** Days ago, how many, and what where it is not coffee. */
type Bought = readonly [daysAgo: number, quantity?: number, id?: string];

/** Newest first. */
function orders(bought: readonly Bought[], stage: Order['stage'] = 'delivered'): readonly Order[] {
  return bought.map(([daysAgo, quantity = 1, id = 'coffee'], at): Order => {
    const price = { minor: 100, currency: 'EUR' };
    const product = { id, name: { title: id }, words: [], language: 'en', kind: id === 'soap' ? 'soap' : 'coffee' };
    const placed = dayAfter(TODAY, -daysAgo);
    return {
      ...{ id: `${at}`, number: `${at}`, placedAt: 0, placed, today: TODAY, stage, parcels: [], total: price },
      lines: [{ product, quantity, unitPrice: price }],
    };
  });
}

function told(bought: readonly Bought[], id = 'coffee') {
  const habits = buyingHabits(orders(bought));
  const one = habits.find(({ product }) => product.id === id);
  const every = one?.every ?? null;
  return {
    every: every === null ? null : Math.round(every),
    isDue: one !== undefined && due(habits).includes(one),
    one,
  };
}

test('finds the usual gap, and calls due what comes near it', () => {
  expect(told([[28], [49], [70], [92], [113]])).toMatchObject({ every: 21, isDue: true, one: { since: 28 } });
  expect(told([[6], [27], [48], [70], [91]])).toMatchObject({ every: 21, isDue: false });
});

test('knows that two packs last twice as long', () => {
  const one: readonly Bought[] = [[22, 2], [43], [64], [85], [106]];
  expect(told(one)).toMatchObject({ isDue: false });
  expect(Math.round((told(one).every ?? 0) / 21)).toBe(2);
});

test('is not misled by one present, one pause, or a cancelled order', () => {
  expect(told([[20], [34], [41], [62], [83], [104]]).every).toBeGreaterThan(17);
  expect(told([[20], [41], [62], [160], [181], [202]]).every).toBeLessThan(27);
  const cancelled = orders([[3]], 'cancelled');
  const whole = [...cancelled, ...orders([[28], [49], [70], [92]])];
  expect(due(buyingHabits(whole)).map(({ product }) => product.id)).toEqual(['coffee']);
});

test('follows a rhythm that has changed', () => {
  expect(told([[5], [15], [25], [35], [45], [55], [76], [97], [118]]).every).toBeLessThan(14);
});

test('says nothing of what was bought twice, has long ended, or was replaced by another of its kind', () => {
  expect(told([[28], [49]])).toMatchObject({ every: null, isDue: false });
  expect(told([[200], [221], [242], [263]])).toMatchObject({ every: 21, isDue: false });
  expect(told([[4, 1, 'another'], [26], [47], [68], [89]])).toMatchObject({ isDue: false, one: { since: 4 } });
  expect(told([[4, 1, 'soap'], [26], [47], [68], [89]])).toMatchObject({ isDue: true });
});

test('tells a loose habit as one', () => {
  expect(told([[20], [25], [70], [78], [140], [150]]).one?.isLoose).toBe(true);
  expect(told([[20], [41], [62], [83], [104]]).one?.isLoose).toBe(false);
});
