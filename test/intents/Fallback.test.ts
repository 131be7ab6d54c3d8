/** "Did you mean …?": asked of typed words that are not sure enough, and answered like any choice. */

import type { Request } from '../../lambda/vocabulary/heard';
import { createTexter } from '../kit/texter';
import { useHouse } from '../kit/use-house';

const at = useHouse();

const MAYBE: readonly Request[] = [
  { intent: 'ShippingCost', slots: { place: { said: 'italy', ids: ['IT'] } } },
  { intent: 'OrderStatus', slots: {} },
];

async function asked() {
  const texter = createTexter(at.house);
  const read = await texter.sends({ kind: 'intent', intent: 'Fallback', slots: {}, maybe: MAYBE });
  expect(read.asks).toBe('Fallback.meant');
  return { texter, read };
}

test('names both', async () => {
  const { read } = await asked();
  expect(read.answer.said?.options.map(({ id }) => id)).toEqual(['ShippingCost', 'OrderStatus']);
});

test.each(['the first one', 'know what delivery costs'])('serves what "%s" names, with its slots', async (words) => {
  const { texter } = await asked();
  expect((await texter.says(words)).replies).toContain('ShippingCost.costFreeFrom');
});

test('serves what is tapped', async () => {
  const { texter } = await asked();
  expect((await texter.taps('OrderStatus')).asks).toBe('OrderStatus.which');
});

test('takes a no, and another request', async () => {
  const { texter } = await asked();
  expect((await texter.says('no')).asks).toBe('Welcome.what');
  const again = await asked();
  expect((await again.texter.says('talk to a person')).intent).toBe('TalkToHuman');
});

test('offers a person when it was not understood too often', async () => {
  const { texter } = await asked();
  await texter.sends({ kind: 'intent', intent: 'Fallback', slots: {}, maybe: MAYBE });
  const third = await texter.sends({ kind: 'intent', intent: 'Fallback', slots: {}, maybe: MAYBE });
  expect(third.asks).toBe('TalkToHuman.offer');
});

test('does not push a purchase aside', async () => {
  const texter = createTexter(at.house);
  await texter.says('reorder my dog food');
  const read = await texter.sends({ kind: 'intent', intent: 'Fallback', slots: {}, maybe: MAYBE });
  expect(read.asks).toBe('Purchase.confirm');
});

test.each(['text', 'speech'] as const)('offers a person once, then leaves it, in %s', async (form) => {
  const texter = createTexter(at.house, { form });
  const asks: (string | null)[] = [];
  for (let times = 0; times < 6; times += 1) {
    asks.push((await texter.sends({ kind: 'intent', intent: 'Fallback', slots: {} })).asks);
  }
  expect(asks.slice(2)).toEqual(['TalkToHuman.offer', 'TalkToHuman.offer', 'TalkToHuman.offer', null]);
});
