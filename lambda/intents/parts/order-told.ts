/** What is asked about the order that was told last: when exactly, who brings it, why. */

import { wholeOf, worthOf } from '../../services/care/worth';
import type { Order, Parcel } from '../../services/commerce/orders';
import type { Reply } from '../../vocabulary/outcome';
import { replies } from '../kit/define';
import { money } from '../kit/money';

export const TOLD_SAYS = {
  due: { window: 'window' },
  dueOn: { day: 'day' },
  cameOn: { day: 'day' },
  noDay: {},
  carrier: { carrier: 'name' },
  noCarrier: {},
  noReason: {},
  madeUpOf: { goods: 'money', rest: 'money' },
  allForGoods: { goods: 'money' },
  noOther: {},
} as const;
const say = replies('OrderStatus', TOLD_SAYS);

/** `detail` is a value of the slot type Detail; null: that is nothing one asks of an order. */
export function toldMore(order: Order, detail: string | undefined): readonly Reply[] | null {
  switch (detail) {
    case 'when':
      return askedWhen(order).map((one) => dueAt(one, order.today));
    case 'carrier':
      return [carrierOf(order)];
    case 'why':
      return [say('noReason')];
    case 'dearer':
      return [whatFor(order)];
    default:
      return null;
  }
}

/** What its total is made of, as far as an order says it. */
function whatFor(order: Order): Reply {
  const goods = worthOf(order, wholeOf(order.lines));
  const rest = order.total.minor - goods.minor;
  // Less than its goods cost: why that is the shop does not say.
  if (rest < 0) return say('noReason');
  return rest === 0
    ? say('allForGoods', { goods: money(goods) })
    : say('madeUpOf', { goods: money(goods), rest: money({ ...goods, minor: rest }) });
}

export function noReason(): Reply {
  return say('noReason');
}

export function noOther(): Reply {
  return say('noOther');
}

/** What is still on its way, if anything is: a bag that was sent again, not the one that came. */
function askedWhen(order: Order): readonly Partial<Parcel>[] {
  const { parcels } = order;
  const coming = parcels.filter(({ deliveredOn }) => !deliveredOn);
  return (coming.length > 0 ? coming : parcels.length > 0 ? parcels : [order]).slice(0, 3);
}

/** As exactly as the shop knows: the hours, else the day. */
function dueAt({ window, expected, deliveredOn }: Partial<Parcel>, today: Order['today']): Reply {
  if (deliveredOn) return say('cameOn', { day: { type: 'day', day: deliveredOn, today } });
  if (window) return say('due', { window: { type: 'window', ...window } });
  return expected ? say('dueOn', { day: { type: 'day', day: expected, today } }) : say('noDay');
}

function carrierOf({ parcels }: Order): Reply {
  const carrier = parcels.find((parcel) => parcel.carrier)?.carrier;
  return carrier ? say('carrier', { carrier: { type: 'name', name: carrier } }) : say('noCarrier');
}
