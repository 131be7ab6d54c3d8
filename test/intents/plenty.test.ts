/** A shop that sells very many of a thing: what is told of it is what somebody looked at, and what was bought comes first. */

import type { Product } from '../../lambda/services/commerce/catalogue';
import { useHouse } from '../kit/use-house';

const MANY: readonly Product[] = Array.from({ length: 300 }, (_, at) => ({
  id: `made-up-${at}`,
  name: { title: `Coffee ${at}` },
  words: ['coffee'],
  language: 'en',
  kind: 'ground-coffee',
}));

/** The many stand before what the demo shop sells, but for three of it. */
const at = useHouse({
  lasts: 'file',
  wrap: (shop) => ({
    ...shop,
    catalogue: {
      ...shop.catalogue,
      async page(after, call) {
        const own = await shop.catalogue.page(after, call);
        if (!own.ok) return own;
        const isFirst = ({ id }: Product) =>
          ['monte-lieve-beans', 'porto-grigio-ground', 'nerina-capsules'].includes(id);
        const { goods } = own.value;
        const all = [...goods.filter(isFirst), ...MANY, ...goods.filter((one) => !isFirst(one))];
        return { ...own, value: { goods: all, next: null } };
      },
    },
  }),
});

test('nobody counts them: three are told', async () => {
  const heard = await at.texter().says('how much is the coffee');
  expect(heard.replies).toEqual(['Shelf.plenty', 'Shelf.one', 'Shelf.one', 'Shelf.one']);
});

test.each(['reorder my coffee', 'reorder my cofee'])(
  '"%s" means the one that was bought, wherever it stands',
  async (text) => {
    const heard = await at.texter({ shopper: 'ana' }).says(text);
    expect([heard.asks, heard.show]).toEqual(['Purchase.confirm', expect.stringContaining('Bella Roma')]);
  },
);
