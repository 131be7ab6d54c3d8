/** Why the shop would not sell this, and what can be done instead: data, which the purchase makes questions of. */

import type { ShopError } from '../../services/commerce/call';
import type { PaymentMeans } from '../../services/commerce/payments';
import type { Reply } from '../../vocabulary/outcome';
import type { ValueOf } from '../../vocabulary/values';
import { type Acted, done, type ShopperScene } from '../kit/define';
import { money } from '../kit/money';
import { offerPerson } from '../TalkToHuman';
import { type Basket, withoutLine } from './basket';
import { namedLines, nameOf } from './goods-names';
import { offerWhenBack } from './later';
import { payThere } from './pay-there';
import { heldBack } from './purchase-limits';
import { leftToPay } from './purchase-payment';
import type { Swap } from './purchase-state';
import { say, todayOf } from './purchase-words';
import { troubleWith } from './trouble';

export type PurchaseRefused =
  /** Of one of the goods another count is wanted: `basket.of`. */
  | { readonly kind: 'uncounted'; readonly why: Reply; readonly basket: Basket }
  /** It cannot be had, but something like it: as many of that. */
  | { readonly kind: 'stand-in'; readonly why: Reply; readonly product: ValueOf<'amount'>; readonly swap: Swap }
  /** The other goods can be had. */
  | { readonly kind: 'rest'; readonly before: readonly Reply[]; readonly basket: Basket }
  /** What was to be paid with was declined; `left`: what else is stored, at least one. */
  | {
      readonly kind: 'unpaid';
      readonly why: Reply;
      readonly basket: Basket;
      readonly left: readonly PaymentMeans[];
    }
  /** Nothing is left to be asked of the purchase. */
  | { readonly kind: 'over'; readonly acted: Acted };

export async function refusal(error: ShopError, basket: Basket, scene: ShopperScene): Promise<PurchaseRefused> {
  switch (error.kind) {
    case 'sold-out':
      return gone(error, basket, scene);
    case 'too-many': {
      const count = { type: 'number', number: error.max } as const;
      return { kind: 'uncounted', why: say('tooMany', { count }), basket: { ...basket, of: error.productId } };
    }
    case 'too-little':
      return tooLittle(error, basket);
    case 'payment-declined':
      return (await unpaid(basket, scene)) ?? { kind: 'over', acted: await toPerson(error, basket, scene) };
    case 'held-back':
      return { kind: 'over', acted: heldBack(error.why, scene) };
    case 'undeliverable':
      return { kind: 'over', acted: done(say('undeliverable')) };
    default:
      return { kind: 'over', acted: await toPerson(error, basket, scene) };
  }
}

/** Of a single good there can be more; what else to add is the shopper's to say. */
function tooLittle({ least }: Extract<ShopError, { kind: 'too-little' }>, basket: Basket): PurchaseRefused {
  const [only, ...others] = basket.lines;
  const why = say('tooLittle', { least: money(least) });
  if (!only || others.length > 0) return { kind: 'over', acted: done(why) };
  return { kind: 'uncounted', why, basket: { ...basket, of: only.productId } };
}

type LeavingOut = { readonly scene: ShopperScene; readonly why?: readonly Reply[] };

/** Without what cannot be had, or is not wanted instead: the other goods, where there are any. */
export function restOf(basket: Basket, productId: string, { scene, why = [] }: LeavingOut): PurchaseRefused {
  const others = withoutLine(basket, productId);
  if (others.lines.length > 0)
    return { kind: 'rest', before: why.length > 0 ? why : [say('withoutIt')], basket: others };
  return { kind: 'over', acted: offerWhenBack(productId, why.length > 0 ? why : [say('notOrdered')], scene) };
}

/** null: there is nothing else to pay with here; a person, or the shopper's own phone, must do. */
async function unpaid({ meansId, ...rest }: Basket, scene: ShopperScene): Promise<PurchaseRefused | null> {
  const basket = { ...rest, declined: [...(rest.declined ?? []), meansId ?? ''] };
  const left = await leftToPay(basket, scene);
  return left.length > 0 ? { kind: 'unpaid', why: say('declined'), basket, left } : null;
}

/** What cannot be paid by voice is paid on the shop's own page, where it has one; or a person helps. */
async function toPerson(error: ShopError, basket: Basket, scene: ShopperScene): Promise<Acted> {
  const isUnpaid = error.kind === 'payment-declined' || error.kind === 'payment-needed';
  const there = isUnpaid ? await payThere(error, basket, scene) : null;
  if (there) return there;
  const lines = await namedLines(basket, scene);
  const offer = (said: Reply) => offerPerson({ reason: 'payment-needed', said: [said], lines }, scene);
  if (error.kind === 'payment-declined') return offer(say('declined'));
  return error.kind === 'payment-needed' ? offer(say('paymentNeeded')) : troubleWith(error, scene, lines);
}

type SoldOut = Extract<ShopError, { kind: 'sold-out' }>;

/** One substitute, with the reason; several would be a list to remember. */
async function gone({ productId, backOn }: SoldOut, basket: Basket, scene: ShopperScene): Promise<PurchaseRefused> {
  const product = { type: 'product', product: await nameOf(productId, scene) } as const;
  const said = backOn
    ? say('soldOutUntil', { product, day: { type: 'day', day: backOn, today: todayOf(scene) } })
    : say('soldOut', { product });
  const found = await scene.services.ordering.substitutes(productId, scene.call);
  const wanted = new Set(basket.lines.map((line) => line.productId));
  const by = found.ok ? found.value.find(({ id }) => !wanted.has(id)) : undefined;
  if (!by) return restOf(basket, productId, { scene, why: [said, say('noSubstitute')] });
  const quantity = basket.lines.find((line) => line.productId === productId)?.quantity ?? 1;
  const swap = { basket, productId, by: by.id };
  return { kind: 'stand-in', why: said, product: { type: 'amount', product: by.name, quantity }, swap };
}
