/** What cannot be paid by voice is paid on the shop's own page: shown in the chat, on the card at the speaker, and nothing is ordered. */

import { refused, type ShopError } from '../../lambda/services/commerce/call';
import { useHouse } from '../kit/use-house';

const PAGE = 'https://willow.example/checkout/cart/add?sc=1&sku=101&qty=1&seller=1';
let error: ShopError = { kind: 'payment-needed' };
let wanted: object = {};
let page: string | null = PAGE;
const at = useHouse({
  lasts: 'file',
  wrap(shop) {
    const { means: _means, ...purchases } = shop.purchases;
    return {
      ...shop,
      purchases: {
        ...purchases,
        place: async () => refused(error),
        async checkoutLink(lines) {
          wanted = lines;
          return page === null
            ? refused({ kind: 'unavailable' })
            : { ok: true, value: { page }, asOf: 0, source: 'live' };
        },
      },
    };
  },
});

test.each<[ShopError, string]>([
  [{ kind: 'payment-needed' }, 'Purchase.payAtScreen'],
  [{ kind: 'payment-declined' }, 'Purchase.declined'],
])('in the chat the page stands there: %j', async (now, why) => {
  [error, page] = [now, PAGE];
  const texter = at.texter({ shopper: 'bruno' });
  await texter.says('order my capsules');
  const { replies, show } = await texter.says('yes');
  expect([replies, show]).toEqual([[why, 'Purchase.payHere'], expect.stringContaining(PAGE)]);
  expect(wanted).toEqual([{ productId: 'nerina-capsules', quantity: expect.any(Number) }]);
  expect(at.house.orders()).toBe(0);
});

test('at the speaker it is on the card, and its address is never said', async () => {
  [error, page] = [{ kind: 'payment-needed' }, PAGE];
  const speaker = at.speaker({ shopper: 'bruno' });
  await speaker.hears('Reorder', { product: 'capsules' });
  const { replies, say, card } = await speaker.yes();
  expect(replies).toEqual(['Purchase.payAtScreen', 'Purchase.pageOnCard']);
  expect([say, JSON.stringify(card)]).toEqual([expect.not.stringContaining('http'), expect.stringContaining(PAGE)]);
});

test('a person is offered where the shop cannot tell the page now', async () => {
  [error, page] = [{ kind: 'payment-needed' }, null];
  const texter = at.texter({ shopper: 'bruno' });
  await texter.says('order my capsules');
  expect((await texter.says('yes')).asks).toBe('TalkToHuman.offer');
});
