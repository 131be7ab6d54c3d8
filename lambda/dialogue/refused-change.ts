/** "Not two more", "don't remove the coffee", "not the dog food": of a purchase that is being made a part is refused, and not all of it. */

import { isShoppers, type Scene } from '../intents/kit/define';
import { putAgain, staysSo } from '../intents/parts/consent';
import { isSoAlready } from '../intents/parts/purchase-varied';
import type { Speed } from '../services/commerce/shipping';
import type { Request, Slot, Slots } from '../vocabulary/heard';
import type { OpenQuestion } from '../vocabulary/memory';
import type { Reaction } from './reaction';
import { answered } from './serve';

/** null: it is all of it that is refused, or nothing is being bought. */
export async function changeRefused(
  { intent, slots }: Request,
  open: OpenQuestion | null,
  scene: Scene,
): Promise<Reaction | null> {
  const policy = open && scene.policyOf(open.question);
  if (intent !== 'Reorder' || !open || !policy?.commits || policy.group !== 'purchase') return null;
  const lines = policy.offers(open.question.state);
  const { product, quantity } = slots;
  // "Not by express": as it comes otherwise.
  const refused = slots.speed?.ids[0];
  if (refused && refused !== PLAIN_SPEED)
    return answered({ kind: 'slots', slots: { speed: { said: '', ids: [PLAIN_SPEED] } } }, open, scene);
  const deed = slots.amend ?? slots.change;
  // "Not size four", where it is that: another of its kind.
  if (isShoppers(scene) && (await isSoAlready(slots, lines, scene)))
    return answered({ kind: 'slots', slots: { change: { said: '', ids: [OTHER] } } }, open, scene);
  // "No I wanted only one" and "no I meant tea" may put right what was bought as well as refuse tea.
  if (deed && PUTS_RIGHT[deed.ids[0] ?? ''])
    return { acted: putAgain(open.question, 'unclear', scene), fate: 'kept', missed: true };
  // "Ne velikost 3, ano": not that size, or not these goods but that size.
  if (deed || isOtherCount(quantity, lines)) return { acted: staysSo(open.question, scene, true), fate: 'kept' };
  const gone = product ? lines.filter(({ productId }) => product.ids.includes(productId)) : [];
  if (!product || gone.length === 0 || gone.length === lines.length) return null;
  return answered({ kind: 'slots', slots: withoutIt(product) }, open, scene);
}

const PUTS_RIGHT: Readonly<Record<string, true>> = { instead: true, only: true };
/** A value of the slot type Change. */
const OTHER = 'other';
const PLAIN_SPEED: Speed = 'standard';

function withoutIt(product: Slot): Slots {
  return { product, amend: { said: '', ids: ['drop'] } };
}

/** "Not three", where three of nothing are wanted. */
function isOtherCount(quantity: Slot | undefined, lines: readonly { readonly quantity: number }[]): boolean {
  return quantity !== undefined && lines.every((line) => line.quantity !== quantity.number);
}
