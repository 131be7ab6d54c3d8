/** Orders as they are read: the shopper's list, which is behind and has no goods in it, and one order whole. */

import { detailOf } from './detail';
import { estimatedDate, isComplete, LIST_LAG, type Order, statusOf, totalOf } from './orders';
import { idOf } from './people';
import { type Asked, answered, type Route, refusal } from './wire';
import { currencyOf, type World } from './world';
import { iso } from './written';

const MOST_PAGES = 30;
const MOST_A_PAGE = 100;
const TWO_YEARS = 2 * 365 * 24 * 3_600_000;

export function readingOrders(world: World): readonly Route[] {
  return [
    {
      on: 'GET /api/oms/user/orders',
      needs: { role: 'orders', or: 'shopper' },
      answer: (asked) => listed(world, asked),
    },
    {
      on: 'GET /api/oms/user/orders/{orderId}',
      needs: { role: 'orders', or: 'shopper' },
      answer(asked) {
        const order = world.book.byId(asked.holes.orderId ?? '');
        const email = emailIn(asked);
        if (!order || (email !== null && order.person.email !== email)) return unknown();
        return answered(shownToShopper(world, order));
      },
    },
    {
      on: 'GET /api/oms/pvt/orders/{orderId}',
      needs: { role: 'orders' },
      answer({ holes }) {
        const order = world.book.byId(holes.orderId ?? '');
        return order ? answered(shownToShop(world, order)) : unknown();
      },
    },
  ];
}

/** The shopper's own view of it, which is not quite the shop's. */
function shownToShopper(world: World, order: Order) {
  return { ...detailOf(world, order), openTextField: order.openTextField };
}

/** The shop's view has no address of the shopper's in it, only one that forwards. */
function shownToShop(world: World, order: Order) {
  const detail = detailOf(world, order);
  const email = `${idOf('alias', order.orderId)}@ct.vtex.com.br`;
  return { ...detail, followUpEmail: email, clientProfileData: { ...detail.clientProfileData, email } };
}

export const unknown = () => refusal(404, 'OMS003', 'Order Not Found');

/** A session sees its own, whatever it asks for; a key those of whom it names. */
function emailIn({ shopper, query }: Asked): string | null {
  return shopper?.email ?? query.get('clientEmail')?.toLowerCase() ?? null;
}

function listed(world: World, asked: Asked) {
  const email = emailIn(asked);
  if (email === null) return refusal(400, 'OMS002', 'clientEmail is missing');
  const page = numberOf(asked.query.get('page'), 1);
  const perPage = numberOf(asked.query.get('per_page'), 15);
  if (!(page >= 1 && page <= MOST_PAGES && perPage >= 1 && perPage <= MOST_A_PAGE))
    return refusal(400, 'OMS004', 'Page or size of page out of range');
  // What the index knows is what was known some minutes ago.
  const then = world.clock() - LIST_LAG;
  const mine = world.book
    .all()
    .filter((one) => one.person.email === email && isComplete(one, then) && one.createdAt > then - TWO_YEARS)
    .sort((a, b) => b.createdAt - a.createdAt || Number(b.sequence) - Number(a.sequence));
  const shown = mine.slice((page - 1) * perPage, page * perPage);
  const total = mine.length;
  return answered({
    list: shown.map((order) => rowOf(order, then)),
    facets: [],
    paging: { total, pages: Math.ceil(total / perPage), currentPage: page, perPage },
    stats: { stats: { totalValue: NO_STATS, totalItems: NO_STATS } },
  });
}

function numberOf(text: string | null, usual: number): number {
  return text === null ? usual : /^\d+$/.test(text) ? Number(text) : Number.NaN;
}

function rowOf(order: Order, then: number) {
  const { orderId, createdAt, person, states } = order;
  const status = statusOf(order, then);
  const promised = estimatedDate(order, then);
  const estimate = promised === null ? null : iso(promised);
  const authorised = states.find((one) => one.is === 'payment-approved' && one.at <= then);
  return {
    ...{ orderId, creationDate: iso(createdAt), clientName: `${person.demo.firstName} ${person.demo.lastName}` },
    // Always: what is in it is told by the order only.
    items: null,
    ...{ totalValue: totalOf(order), paymentNames: null, status, statusDescription: status },
    ...{ marketPlaceOrderId: null, sequence: order.sequence, salesChannel: order.salesChannel, affiliateId: '' },
    ...{ origin: 'Marketplace', workflowInErrorState: false, workflowInRetry: false, lastMessageUnread: null },
    ...{ ShippingEstimatedDate: estimate, ShippingEstimatedDateMax: estimate, ShippingEstimatedDateMin: null },
    ...{ orderIsComplete: true, listId: null, listType: null, callCenterOperatorName: null },
    authorizedDate: authorised ? iso(authorised.at) : null,
    totalItems: order.lines.reduce((sum, { quantity }) => sum + quantity, 0),
    currencyCode: currencyOf(order.salesChannel),
  };
}

const NO_STATS = {
  ...{ Count: 0, Max: 0, Mean: 0, Min: 0, Missing: 0, StdDev: 0, Sum: 0, SumOfSquares: 0, Facets: {} },
};
