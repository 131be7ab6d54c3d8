/** What is asked of several goods that are about to be bought: what they are, what each costs, and what has changed since the last time. */

import type { Money } from '../../lambda/vocabulary/values';
import { useHouse } from '../kit/use-house';

const at = useHouse();
const MANY = 'order bella roma, harrowmere tea, brontolino and mirtilla';

test('at a speaker the first few prices are told, and the others when asked for', async () => {
  const texter = at.texter({ form: 'speech' });
  await texter.says(MANY);
  expect((await texter.says('how much each')).replies).toContain('Purchase.eachOthers');
});

test.each([
  ['order bella roma and brontolino', 'Purchase.contents'],
  [MANY, 'Purchase.contentsRest'],
])('which it is, of several, is told with all of them: "%s"', async (words, reply) => {
  const texter = at.texter();
  expect((await texter.says(words)).asks).toBe('Purchase.confirm');
  expect((await texter.says('which one is it')).replies).toContain(reply);
});

const dearBefore = useHouse({
  wrap: (shop) => ({
    ...shop,
    purchases: {
      ...shop.purchases,
      async propose(wanted, call) {
        const found = await shop.purchases.propose(wanted, call);
        if (!found.ok) return found;
        const dearer = (money: Money) => ({ ...money, minor: money.minor * 2 });
        const lines = found.value.lines.map((line) => ({ ...line, lastUnitPrice: dearer(line.unitPrice) }));
        return { ...found, value: { ...found.value, lines } };
      },
    },
  }),
});

test.each([
  ['order bella roma', 'Purchase.eachDown'],
  ['order bella roma and brontolino', 'Purchase.priceDown'],
])('what is cheaper than the last time is told: "%s"', async (words, reply) => {
  expect((await dearBefore.texter().says(words)).replies).toContain(reply);
});
