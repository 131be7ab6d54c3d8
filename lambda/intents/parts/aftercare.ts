/** What became of something that was promised to be looked after: told as a visit begins. */

import type { CareEnd } from '../../services/care/remedies';
import type { Order } from '../../services/commerce/orders';
import { type Acted, done, type Part, replies, type Scene, type ShopperScene, withBefore } from '../kit/define';
import { causing } from '../kit/effects';
import { offerPerson } from '../TalkToHuman';
import { careCall, moneyBack } from './remedied';
import { offerRemedies } from './remedy-offer';
import { topicOf } from './which-order';

const SAYS = {
  confirmed: { product: 'product' },
  failed: { product: 'product' },
  came: { product: 'product' },
  overdue: {},
} as const;
const say = replies('Aftercare', SAYS);

export const Aftercare: Part = { name: 'Aftercare', personal: true, says: SAYS, asks: {} };

/** null: there are none. One matter at a time; what nobody needs to hear any more is let go. */
export async function aftercare(scene: Scene): Promise<Acted | null> {
  const ends = await endsFor(scene);
  const [first] = ends;
  if (!first || !isShoppers(scene)) return null;
  const orders = await scene.services.whereabouts.orders({ limit: 100 }, scene.call);
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

function isShoppers(scene: Scene): scene is ShopperScene {
  return scene.shopper !== null;
}

async function toldOf(end: CareEnd, order: Order, scene: ShopperScene): Promise<Acted | null> {
  const name = nameOf(end, order);
  if (!name) return null;
  const product = { type: 'product', product: name } as const;
  if (end.kind === 'watched') {
    if (end.became === 'has-come') return { ...done(say('came', { product })), topic: topicOf(order) };
    const parts = order.lines.flatMap((line) =>
      end.waiting.productIds.includes(line.product.id) ? [{ productId: line.product.id, quantity: line.quantity }] : [],
    );
    // Its new day is over as well: as good as lost.
    const complaint = { key: scene.services.random(), orderId: order.id, parts, trouble: 'lost' } as const;
    return withBefore([say('overdue')], await offerRemedies(order, complaint, scene));
  }
  if (end.cared.kind === 'refused')
    return offerPerson({ reason: 'back-end-failed', said: [say('failed', { product })] }, scene);
  const { receipt } = end.cared;
  const back = 'back' in receipt && receipt.back ? [moneyBack(receipt.back, order.today)] : [];
  return { ...done(say('confirmed', { product }), ...back), topic: topicOf(order) };
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
