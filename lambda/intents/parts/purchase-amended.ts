/** A purchase that is changed or asked about before its yes: what to buy now, what to order anew, or what to answer. */

import { alsoIn, type Request, type Slots } from '../../vocabulary/heard';
import type { Reply } from '../../vocabulary/outcome';
import type { ShopperScene } from '../kit/define';
import { echo } from '../kit/echo';
import { amended } from './amend';
import { choicesFor } from './amend-choices';
import { type Amended, eachCounted } from './amend-lines';
import { addressFor } from './asides';
import { type Basket, changed, isUnclear } from './basket';
import { asBefore } from './purchase-as-before';
import { type Summed, wantedOf } from './purchase-state';
import { toldOf } from './purchase-told';
import { variedBy } from './purchase-varied';
import { namedAnew, say } from './purchase-words';
import { tooDear } from './too-dear';
import { variantIn } from './variants';

/** `before`: what of it could not be done. */
type AmendedBasket = { readonly kind: 'basket'; readonly basket: Basket; readonly before?: readonly Reply[] };

export type Amending =
  | AmendedBasket
  | { readonly kind: 'instead'; readonly request: Request }
  /** It stays as it is, and why. */
  | { readonly kind: 'kept'; readonly why: readonly Reply[] }
  /** Nothing is left of it, and what is said of that before. */
  | { readonly kind: 'nothing'; readonly why?: readonly Reply[] };

/** What was answered about a total that waits for its yes: a change of it, or words after which it waits on. */
export async function heardAt(slots: Slots, summed: Summed, scene: ShopperScene): Promise<Amending | null> {
  const basket = wantedOf(summed);
  const isAny = !(slots.change || slots.amend) && isUnclear(slots, basket);
  const [line, ...others] = summed.lines;
  if (slots.detail?.ids[0] === 'dear' && line && others.length === 0) return tooDear(line, { basket, slots }, scene);
  const told = isAny ? [say('ofWhich')] : slots.amend ? null : toldOf(slots, summed, scene);
  if (told) return { kind: 'kept', why: told };
  const before = await asBefore(slots, basket, scene);
  if (before?.kind === 'basket') return { kind: 'kept', why: [namedAnew(summed.lines)] };
  const amending = before ? amendingBy(before, basket, scene) : await amendedBy(slots, basket, scene);
  // What there is not was wished in its place: a yes to what there is must hear its name.
  if (amending?.kind === 'kept' && (before || variantIn(slots)))
    return { kind: 'kept', why: [...amending.why, namedAnew(summed.lines)] };
  // "How much is it without the coffee", where there is nothing else: a question takes nothing back.
  const takesBack = amending?.kind === 'nothing' && slots.detail !== undefined;
  return takesBack ? { kind: 'kept', why: [] } : amending;
}

/** "To my office": that one of the shopper's addresses. */
export function shipTo({ change }: Slots, scene: ShopperScene): string | undefined {
  const where = change?.ids[0];
  if (where === 'home') return (addressFor({ said: where, ids: [where] }, scene) ?? scene.shopper.address).id;
  return where === 'work' ? addressFor({ said: where, ids: [where] }, scene)?.id : undefined;
}

/** All changes of one breath, one after the other; null: one of them was none. */
export async function amendedBy(slots: Slots, basket: Basket, scene: ShopperScene): Promise<Amending | null> {
  let amending = await amendingOf(slots, basket, scene);
  for (const { atOnce, request } of alsoIn(scene.turn.heard)) {
    if (!atOnce) continue;
    const now = amending && basketNow(amending, basket);
    if (!now) return null;
    amending = withKept(await amendingOf(request.slots, now.basket, scene), now.basket, now.before ?? []);
  }
  return amending;
}

/** What there is after a change, and what of it could not be done; null: that has still to be found out. */
function basketNow(amending: Amending, basket: Basket): Pick<AmendedBasket, 'basket' | 'before'> | null {
  switch (amending.kind) {
    case 'basket':
      return amending;
    case 'kept':
      return { basket, before: amending.why };
    case 'nothing':
      return { basket: { ...basket, lines: [] } };
    default:
      return null;
  }
}

/** What could not be done is said before what was. */
function withKept(amending: Amending | null, basket: Basket, before: readonly Reply[]): Amending | null {
  if (amending?.kind === 'basket') return { ...amending, before };
  if (amending?.kind !== 'kept') return amending;
  const why = [...before, ...amending.why];
  return basket.lines.length > 0 ? { kind: 'basket', basket, before: why } : { kind: 'nothing' };
}

/** null: that was no change to it. */
async function amendingOf(slots: Slots, basket: Basket, scene: ShopperScene): Promise<Amending | null> {
  const varied = await variedBy(slots, basket, scene);
  if (varied) return 'reply' in varied ? { kind: 'kept', why: varied.reply } : amendingBy(varied, basket, scene);
  const to = shipTo(slots, scene);
  if (to) return { kind: 'basket', basket: { ...basket, addressId: to } };
  if (slots.change || slots.amend || slots.ordinal || slots.product?.ordinal !== undefined) {
    const goods = amended(slots, basket, await choicesFor(basket, scene));
    return goods && amendingBy(goods, basket, scene);
  }
  const { place, ...rest } = slots;
  const each = slots.also ? eachCounted(rest, basket) : null;
  if (each && !place) return amendingBy(each, basket, scene);
  const counted = changed(rest, basket);
  if (!place || rest.product) return counted && { kind: 'basket', basket: counted };
  const address = addressFor(place, scene);
  if (!address) return { kind: 'kept', why: [say('noSuchAddress')] };
  return { kind: 'basket', basket: { ...(counted ?? basket), addressId: address.id } };
}

function amendingBy(goods: Amended, basket: Basket, scene: ShopperScene): Amending {
  switch (goods.kind) {
    case 'basket':
      return { ...goods };
    case 'goods':
      return {
        kind: 'instead',
        request: { intent: 'Reorder', slots: { ...goods.slots, ...placeOf(basket, scene), ...cartOf(basket) } },
      };
    case 'nothing':
      return goods;
    case 'absent':
      return { kind: 'kept', why: [say('notInIt', { said: echo(goods.product, scene) })] };
    default:
      return { kind: 'kept', why: [say(WHY[goods.kind])] };
  }
}

const WHY = {
  unclear: 'ofWhichChange',
  none: 'noSuchChange',
  fewer: 'fewerInIt',
  cheapest: 'noCheaper',
  nowhere: 'noSuchAddress',
} as const;

/** Where it goes stays. */
function placeOf({ addressId }: Basket, { shopper }: ShopperScene): Slots {
  const address = shopper.otherAddresses.find(({ id }) => id === addressId);
  return address ? { place: { said: address.label, ids: [address.label] } } : {};
}

/** What comes out of the cart leaves it, whatever is added. */
function cartOf({ fromCart }: Basket): Slots {
  return fromCart ? { fromCart: { said: '', ids: [] } } : {};
}
