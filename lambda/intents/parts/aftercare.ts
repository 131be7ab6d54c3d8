/** What became of something that was promised to be looked after: told as a visit begins. */

import type { ReceiptOf } from '../../services/care/care';
import type { CareEnd } from '../../services/care/ends';
import type { Order } from '../../services/commerce/orders';
import type { Reply } from '../../vocabulary/outcome';
import type { PlainDate, ValueOf } from '../../vocabulary/values';
import {
  type Acted,
  done,
  isShoppers,
  type Part,
  replies,
  type Scene,
  type ShopperScene,
  withBefore,
} from '../kit/define';
import { causing } from '../kit/effects';
import { offerPerson } from '../TalkToHuman';
import { couponMessage, couponTold } from './coupon';
import { careCall, moneyBack } from './remedied';
import { offerRemedies } from './remedy-offer';
import { topicOf } from './which-order';

const SAYS = {
  confirmed: { product: 'product' },
  askedFor: { product: 'product' },
  resent: { product: 'product', day: 'day' },
  failed: { product: 'product' },
  came: { product: 'product' },
  overdue: {},
  talk: {},
} as const;
const say = replies('Aftercare', SAYS);

export const Aftercare: Part = { name: 'Aftercare', personal: true, says: SAYS, asks: {} };

/** null: there are none. One matter at a time; what nobody needs to hear any more is let go. */
export async function aftercare(scene: Scene): Promise<Acted | null> {
  const ends = await endsFor(scene);
  const [first] = ends;
  if (!first || !isShoppers(scene)) return null;
  const orders = await scene.services.whereabouts.now(scene.call);
  if (!orders.ok) return null;
  const order = orders.value.find(({ id }) => id === first.orderId);
  const told = order ? await toldOf(first, order, scene) : null;
  return told && causing(told, { kind: 'care-end', key: first.key, isTold: true });
}

async function endsFor(scene: Scene): Promise<readonly CareEnd[]> {
  const { owed = [] } = scene.memory;
  if (owed.length === 0 || !isShoppers(scene)) return [];
  const ends = await scene.services.remedies.ends(owed, careCall(scene));
  return ends.filter((end) => end.kind === 'cared' || end.became !== 'called-off');
}

async function toldOf(end: CareEnd, order: Order, scene: ShopperScene): Promise<Acted | null> {
  const coupon = couponIn(end);
  if (coupon) return couponTold(coupon, order.today);
  const said = endSays(end, order);
  if (said.length === 0) return null;
  if (end.kind === 'watched' && end.became === 'is-overdue') {
    const parts = order.lines.flatMap((line) =>
      end.waiting.productIds.includes(line.product.id) ? [{ productId: line.product.id, quantity: line.quantity }] : [],
    );
    // Its new day is over as well: as good as lost.
    const complaint = { key: scene.services.random(), orderId: order.id, parts, trouble: 'lost' } as const;
    return withBefore(said, await offerRemedies(order, complaint, scene));
  }
  if (!hasCome(end)) return offerPerson({ reason: 'back-end-failed', said }, scene);
  return { ...done(...said), topic: topicOf(order) };
}

/** null: it is no coupon, or none was made. */
function couponIn(end: CareEnd): ReceiptOf<'coupon'> | null {
  const receipt = end.kind === 'cared' && end.cared.kind === 'done' ? end.cared.receipt : null;
  return receipt?.kind === 'coupon' ? receipt : null;
}

/** How it ended, in words that need no visit; empty where there is nothing to tell. */
function endSays(end: CareEnd, order: Order): readonly Reply[] {
  const name = nameOf(end, order);
  // A coupon that was never made was never promised.
  if (!name || (end.kind === 'cared' && end.action.kind === 'coupon')) return [];
  const product = { type: 'product', product: name } as const;
  if (end.kind === 'watched') return end.became === 'called-off' ? [] : [WATCHED[end.became](product)];
  if (!hasCome(end) || end.cared.kind === 'refused') return [say('failed', { product })];
  const { receipt } = end.cared;
  if (receipt.kind === 'resend') return [say('resent', { product, day: dayOf(receipt.arrives, order) })];
  const how = 'how' in receipt && receipt.how === 'asked' ? 'asked' : 'done';
  const back = 'back' in receipt && receipt.back ? [moneyBack(receipt.back, order.today, how)] : [];
  return [say(how === 'asked' ? 'askedFor' : 'confirmed', { product }), ...back];
}

/** The same for whoever reads it on a phone: what has not ended well can be talked about. */
export function endMessage(end: CareEnd, order: Order): readonly Reply[] {
  const coupon = couponIn(end);
  if (coupon) return [couponMessage(coupon, order.today)];
  const said = endSays(end, order);
  return said.length === 0 || hasCome(end) ? said : [...said, say('talk')];
}

/** False: it came to nothing, though the shop has answered; what is overdue has not come either. */
function hasCome(end: CareEnd): boolean {
  if (end.kind === 'watched') return end.became !== 'is-overdue';
  return end.cared.kind === 'done' && !('how' in end.cared.receipt && end.cared.receipt.how === 'too-late');
}

const WATCHED = {
  'has-come': (product: ValueOf<'product'>) => say('came', { product }),
  'is-overdue': () => say('overdue'),
} as const;

function dayOf(day: PlainDate, { today }: Order): ValueOf<'day'> {
  return { type: 'day', day, today };
}

function nameOf(end: CareEnd, { lines }: Order) {
  const about =
    end.kind === 'watched'
      ? end.waiting.productIds
      : 'parts' in end.action
        ? (end.action.parts ?? []).map(({ productId }) => productId)
        : [];
  const line = lines.find(({ product }) => about.includes(product.id)) ?? lines[0];
  return line?.product.name ?? null;
}
