/** What makes a purchase doubtful before anything is bought. */

import type { ShopperScene } from '../kit/define';
import type { Basket } from './basket';
import { nameOf } from './goods-names';
import { waitingIn } from './purchase-state';

export type Doubt =
  /** An order of these goods hangs in the air. */
  | { readonly kind: 'hanging' }
  /** The same goods were ordered a moment ago. */
  | { readonly kind: 'again'; readonly values: AgainValues };

export type AgainValues = {
  readonly product: { readonly type: 'product'; readonly product: Awaited<ReturnType<typeof nameOf>> };
  readonly age: { readonly type: 'age'; readonly minutes: number };
};

/** null: none. */
export async function doubtAbout(basket: Basket, scene: ShopperScene): Promise<Doubt | null> {
  const { ordering, now } = scene.services;
  // What waits for a yes here is looked after where it is answered or voided.
  const waiting = waitingIn(scene.memory.questions).map(({ id }) => id);
  if (await ordering.hanging(basket.lines, waiting, scene.call)) return { kind: 'hanging' };
  const since = basket.sure ? null : await ordering.justOrdered(basket.lines, scene.call);
  if (since === null) return null;
  const product = await nameOf(basket.lines[0]?.productId ?? '', scene);
  const minutes = Math.max(0, Math.round((now() - since) / 60_000));
  return { kind: 'again', values: { product: { type: 'product', product }, age: { type: 'age', minutes } } };
}
