/** What has become of an order is told as the next visit at a speaker begins, without what was bought. */

import { readShopFile } from '../../lambda/house/shop-file';
import type { Order } from '../../lambda/services/commerce/orders';
import { receivedOf } from '../../lambda/services/news/changes';
import { tellingOrders } from '../kit/changed-shop';
import { MONDAY } from '../kit/house';
import { useHouse } from '../kit/use-house';
import { settle } from '../kit/writer';

const HOUR = 3_600_000;
const shop = readShopFile();
type State = Pick<Order, 'stage'> & { readonly isKnown?: true };
const PLACED: State = { stage: 'placed' };
let now: State = PLACED;
let orderId = '';

const at = useHouse({
  at: MONDAY,
  shop: { ...shop, news: { ...shop.news, offers: true } },
  wrap: tellingOrders((orders) => orders.slice(0, 1).map(asNow)),
});

function asNow({ expected: _day, ...order }: Order): Order {
  orderId = order.id;
  const day = now.isKnown ? { expected: order.today } : {};
  return { ...order, stage: now.stage, parcels: [], ...day };
}

test.each<[string, State]>([
  ['sent', { stage: 'shipped' }],
  ['sentExpected', { stage: 'shipped', isKnown: true }],
  ['out', { stage: 'out-for-delivery' }],
  ['pickup', { stage: 'ready-for-pickup' }],
  ['there', { stage: 'delivered' }],
  ['off', { stage: 'cancelled' }],
  ['changed', { stage: 'returned' }],
])('%s', async (reply, state) => {
  now = PLACED;
  const speaker = at.speaker();
  await speaker.hears('OrderStatus');
  expect((await speaker.hears('OrderNews', { news: { said: 'keep me posted', ids: ['on'] } })).replies).toContain(
    'OrderNews.keptVisit',
  );
  now = state;
  at.house.clock.advance(26 * HOUR);
  await at.house.receive(receivedOf({ key: 'a-change', orderId, shopperId: 'shopper-ana' }));
  await settle(at.house);
  expect((await speaker.opens()).replies).toContain(`OrderNews.${reply}`);
});
