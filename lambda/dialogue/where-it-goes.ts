/** "Ship it to my office", where something is being bought: that is to go there, and no order of before. */

import type { Scene } from '../intents/kit/define';
import { putAgain } from '../intents/parts/consent';
import { waitingIn } from '../intents/parts/purchase-state';
import type { Manner, Request, Slot } from '../vocabulary/heard';
import type { OpenQuestion } from '../vocabulary/memory';
import type { Reaction } from './reaction';
import { answered, inFull } from './serve';

type At = { readonly open: OpenQuestion | null; readonly scene: Scene };

/** null: nothing is being bought, or an order or other goods are named. */
export async function whereItGoes(
  { intent, slots }: Request,
  { asks }: Manner,
  { open, scene }: At,
): Promise<Reaction | null> {
  if (intent !== 'ChangeAddress' || !open) return null;
  const { group, offers } = scene.policyOf(open.question);
  const goods = offers(open.question.state).map(({ productId }) => productId);
  const { place, product, ...others } = slots;
  if (group !== 'purchase' || goods.length === 0) return null;
  if (!isOfThese(product, goods) || Object.keys(others).length > 0) return null;
  // "Where does it go?" is a question, though it may be one of those who want that changed.
  const whole = asks && !place ? await inFull(open, scene) : null;
  if (whole) return { acted: whole, fate: 'kept', missed: true };
  const [summed] = waitingIn([open]);
  const to = place ?? otherThan(summed?.shipTo.label ?? scene.shopper?.address.label, scene);
  const told = to ? await answered({ kind: 'slots', slots: { place: to } }, open, scene) : null;
  return told ?? { acted: putAgain(open.question, 'unclear', scene), fate: 'kept', missed: true };
}

/** No other goods are named. `goods`: their ids. */
export function isOfThese(product: Slot | undefined, goods: readonly string[]): boolean {
  return !product || product.refers === true || product.ids.some((id) => goods.includes(id));
}

/** The only one of the shopper's addresses that is not this. undefined: there is none, or more than one. */
export function otherThan(label: string | undefined, { shopper }: Scene): Slot | undefined {
  const all = shopper ? [shopper.address, ...shopper.otherAddresses] : [];
  const [only, ...more] = all.filter((address) => address.label !== label);
  return only && more.length === 0 ? { said: '', ids: [only.label] } : undefined;
}
