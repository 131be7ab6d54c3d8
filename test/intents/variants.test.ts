/** Sizes, colours, grinds: asked for only where the shopper's own history does not say. */

import type { Result } from '../../lambda/services/commerce/call';
import type { GoodsPage, Product } from '../../lambda/services/commerce/catalogue';
import type { Shop } from '../../lambda/services/commerce/shop';
import { useHouse } from '../kit/use-house';

/** Of two things the demo shop sells apart, two sizes of one. */
const SIZES: Readonly<Record<string, string>> = {
  'ground-coffee': 'coffee',
  'coffee-capsules': 'coffee',
  rice: 'rice',
};

function sized(product: Product): Product {
  const family = SIZES[product.kind];
  if (family === undefined) return product;
  const [value] = product.name.voiceTitle?.split(' ') ?? [];
  const name = {
    title: family,
    voiceTitle: `House ${family}`,
    options: [{ role: 'size', value: value ?? '' }],
  } as const;
  return { ...product, name, family, words: [family, `${family} ${value?.toLowerCase()}`] };
}

async function each<T>(given: Promise<Result<readonly T[]>>, change: (one: T) => T): Promise<Result<readonly T[]>> {
  const result = await given;
  return result.ok ? { ...result, value: result.value.map(change) } : result;
}

async function eachOf(given: Promise<Result<GoodsPage>>): Promise<Result<GoodsPage>> {
  const result = await given;
  return result.ok ? { ...result, value: { ...result.value, goods: result.value.goods.map(sized) } } : result;
}

const at = useHouse({
  wrap: (shop): Shop => ({
    ...shop,
    catalogue: { ...shop.catalogue, page: (after, call) => eachOf(shop.catalogue.page(after, call)) },
    history: {
      ...shop.history,
      orders: (page, call) =>
        each(shop.history.orders(page, call), (order) => ({
          ...order,
          lines: order.lines.map((line) => ({ ...line, product: sized(line.product) })),
        })),
    },
  }),
});

test('whoever names no size means the one they bought last', async () => {
  const speaker = at.speaker({ shopper: 'bruno' });
  const asked = await speaker.hears('Reorder', { product: 'coffee' });
  expect(asked.asks).toBe('Purchase.confirm');
  expect(asked.say).toContain('Porto');
});

test('a size that was named is that one', async () => {
  const asked = await at.speaker({ shopper: 'bruno' }).hears('Reorder', { product: 'coffee nerina' });
  expect(asked.asks).toBe('Purchase.confirm');
  expect(asked.say).toContain('Nerina');
});

test('of what was never bought the sizes are asked, by what differs alone', async () => {
  const speaker = at.speaker({ shopper: 'bruno' });
  const asked = await speaker.hears('Reorder', { product: 'rice' });
  expect(asked.asks).toBe('Reorder.size');
  expect(asked.say).toMatch(/House rice, size \w+.* or House rice, size \w+/);
  expect(asked.say).toMatch(/which size\?$/i);
  expect((await speaker.hears('Help')).replies).toEqual(['Reorder.size.help']);
  const missed = await speaker.hears('Fallback');
  expect([missed.asks, missed.say]).toEqual(['Reorder.size', expect.stringMatching(/size/)]);
  expect((await speaker.hears('Select', { ListPosition: '2' })).asks).toBe('Purchase.confirm');
});
