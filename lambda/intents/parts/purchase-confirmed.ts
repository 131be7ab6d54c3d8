/** The yes to a total: everything is looked at once more, and the shop is called. */

import type { ShopError } from '../../services/commerce/call';
import type { Acted, ShopperScene } from '../kit/define';
import { type Doubt, doubtAbout } from './purchase-doubt';
import { ordered } from './purchase-placed';
import { type Summed, wantedOf } from './purchase-state';
import { todayOf } from './purchase-words';

export type Confirmed =
  /** Ordered, or nobody knows. */
  | { readonly kind: 'ordered'; readonly acted: Acted }
  | { readonly kind: 'refused'; readonly error: ShopError }
  | { readonly kind: 'doubt'; readonly doubt: Doubt }
  /** Asked too long ago, or given up meanwhile: to be summed up anew. */
  | { readonly kind: 'stale' };

/** Everything that may have changed since the question is looked at again before the shop is called. */
export async function confirmedNow(summed: Summed, scene: ShopperScene): Promise<Confirmed> {
  const { ordering, now } = scene.services;
  const isStale = now() > summed.expiresAt || todayOf(scene) !== summed.askedOn;
  const doubt = isStale ? null : await doubtAbout(wantedOf(summed), scene);
  const act = isStale || doubt ? ordering.withdraw : ordering.buy;
  const isSpoken = scene.turn.form === 'speech';
  const bought = await act(summed, scene.conversationId, { ...scene.call, isSpoken });
  switch (bought.kind) {
    case 'withdrawn':
      return doubt ? { kind: 'doubt', doubt } : { kind: 'stale' };
    case 'refused':
      return { kind: 'refused', error: bought.error };
    default:
      return { kind: 'ordered', acted: await ordered(bought, summed, scene) };
  }
}
