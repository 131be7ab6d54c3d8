/** Why the shop would not sell this, and what can be done instead: data, which the purchase makes questions of. */

import type { ShopError } from '../../services/commerce/call';
import type { Product } from '../../services/commerce/catalogue';
import { needsVoiceCode } from '../../services/commerce/merchant';
import type { Proposal } from '../../services/commerce/purchases';
import type { Reply } from '../../vocabulary/outcome';
import { type Acted, done, type ShopperScene } from '../kit/define';
import { offerPerson } from '../TalkToHuman';
import type { Basket } from './basket';
import { namedLines, nameOf } from './goods-names';
import { linesOf, money, say, todayOf } from './purchase-words';
import { troubleWith } from './trouble';

type Refusal =
  /** Nothing is left to be asked of the purchase. */
  | { readonly kind: 'over'; readonly acted: Acted }
  /** More than can be had of one product. */
  | { readonly kind: 'too-many'; readonly said: Reply; readonly productId: string }
  /** null: there is no stand-in. */
  | { readonly kind: 'gone'; readonly said: Reply; readonly productId: string; readonly by: Product | null };

export async function refusal(error: ShopError, basket: Basket, scene: ShopperScene): Promise<Refusal> {
  switch (error.kind) {
    case 'sold-out':
      return gone(error, basket, scene);
    case 'too-many': {
      const count = { type: 'number', number: error.max } as const;
      return { kind: 'too-many', said: say('tooMany', { count }), productId: error.productId };
    }
    case 'undeliverable':
      return { kind: 'over', acted: done(say('undeliverable')) };
    default:
      return { kind: 'over', acted: await toPerson(error, basket, scene) };
  }
}

async function toPerson(error: ShopError, basket: Basket, scene: ShopperScene): Promise<Acted> {
  const lines = await namedLines(basket, scene);
  const offer = (said: Reply) => offerPerson({ reason: 'payment-needed', said: [said], lines }, scene);
  if (error.kind === 'payment-declined') return offer(say('declined'));
  return error.kind === 'payment-needed' ? offer(say('paymentNeeded')) : troubleWith(error, scene, lines);
}

/** From some total on a voice code is owed, and until there is one a person finishes the order; null: it is less. */
export function tooDear(proposal: Proposal, scene: ShopperScene): Acted | null {
  if (!needsVoiceCode(proposal.total, scene.services.merchant)) return null;
  const said = [say('highValue', { total: money(proposal.total) })];
  return offerPerson({ reason: 'high-value', said, lines: linesOf(proposal) }, scene);
}

type SoldOut = Extract<ShopError, { kind: 'sold-out' }>;

/** One substitute, with the reason; several would be a list to remember. */
async function gone({ productId, backOn }: SoldOut, basket: Basket, scene: ShopperScene): Promise<Refusal> {
  const product = { type: 'product', product: await nameOf(productId, scene) } as const;
  const said = backOn
    ? say('soldOutUntil', { product, day: { type: 'day', day: backOn, today: todayOf(scene) } })
    : say('soldOut', { product });
  const found = await scene.services.ordering.substitutes(productId, scene.call);
  const wanted = new Set(basket.lines.map((line) => line.productId));
  const by = (found.ok ? found.value.find(({ id }) => !wanted.has(id)) : undefined) ?? null;
  return { kind: 'gone', said, productId, by };
}
