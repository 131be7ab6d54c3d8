/** What cancelling is said in: what comes back, why it is too late, and what became of it. */

import type { OrderPart, ReceiptOf } from '../../services/care/care';
import { stageOf, wholeOf, worthOf } from '../../services/care/worth';
import type { Order, Stage } from '../../services/commerce/orders';
import type { Reply } from '../../vocabulary/outcome';
import { type Acted, done, replies } from '../kit/define';
import { amountsOf } from './pieces';
import { moneyBack } from './remedied';
import { isUnderWay, orderValue } from './which-order';

export const CANCEL_SAYS = {
  cancelled: { order: 'order' },
  cancelledPart: { products: 'list' },
  asked: {},
  askedPart: { products: 'list' },
  mustAgree: {},
  packing: {},
  notHere: {},
  partGone: {},
  wouldBack: { amount: 'money' },
  nothingPaid: {},
  onItsWay: { order: 'order' },
  delivered: { order: 'order' },
  sendBack: {},
  sendBackHere: {},
  cancelledBefore: { order: 'order' },
  returnedBefore: { order: 'order' },
  kept: { order: 'order' },
  cardTitle: { number: 'shown' },
} as const;
export const say = replies('Cancelling', CANCEL_SAYS);

/** The lines that can still be cancelled, where others cannot; null: all can, or none. */
export function stillHere(order: Order): readonly OrderPart[] | null {
  if (!isUnderWay(order)) return null;
  const here = order.lines.filter(({ product }) => !isGone(stageOf(order, product.id)));
  return here.length === 0 || here.length === order.lines.length ? null : wholeOf(here);
}

function isGone(stage: Stage): boolean {
  return ON_ITS_WAY.has(stage) || !isUnderWay({ stage });
}

export function back(order: Order, parts: readonly OrderPart[] | null): Reply {
  if (order.stage === 'payment-pending') return say('nothingPaid');
  const amount = parts ? worthOf(order, parts) : order.total;
  return say('wouldBack', { amount: { type: 'money', money: amount } });
}

const ON_ITS_WAY: ReadonlySet<Stage> = new Set(['shipped', 'out-for-delivery', 'ready-for-pickup']);

function stagesOf(order: Order, parts: readonly OrderPart[] | null): readonly Stage[] {
  return (parts ?? wholeOf(order.lines)).map(({ productId }) => stageOf(order, productId));
}

export function isPacked(order: Order, parts: readonly OrderPart[] | null): boolean {
  return stagesOf(order, parts).includes('preparing');
}

type Asked = {
  readonly parts: readonly OrderPart[] | null /** Goods can be sent back here. */;
  readonly takesBack: boolean;
};

/** What an order has come to that cannot be cancelled any more, with what can be done instead; null: it can. */
export function whyNot(source: Order, { parts, takesBack }: Asked): readonly Reply[] | null {
  const order = orderValue(source);
  if (source.stage === 'cancelled') return [say('cancelledBefore', { order })];
  if (source.stage === 'returned') return [say('returnedBefore', { order })];
  const stages = stagesOf(source, parts);
  if (stages.some((stage) => ON_ITS_WAY.has(stage)))
    return [say('onItsWay', { order }), ...(takesBack ? [say('sendBack')] : [])];
  if (!stages.includes('delivered')) return null;
  return [say('delivered', { order }), ...(takesBack ? [say('sendBackHere')] : [])];
}

export function told(receipt: ReceiptOf<'cancel'>, order: Order, parts: readonly OrderPart[] | null): Acted {
  if (receipt.how === 'too-late') {
    const instead = receipt.instead === 'return' ? [say('sendBack')] : [];
    return done(say('onItsWay', { order: orderValue(order) }), ...instead);
  }
  const { how, back: money } = receipt;
  const first = parts
    ? say(how === 'done' ? 'cancelledPart' : 'askedPart', { products: amountsOf(order, parts) })
    : how === 'done'
      ? say('cancelled', { order: orderValue(order) })
      : say('asked');
  const after = how === 'asked' ? [say('mustAgree')] : [];
  const lines = [first, ...(money ? [moneyBack(money, order.today, how)] : after)];
  const title = say('cardTitle', { number: { type: 'shown', text: order.number } });
  return { ...done(...lines), card: { kind: 'simple', title, lines } };
}
