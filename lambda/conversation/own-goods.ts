/** What a speaker is to hear better: the goods of whoever speaks, once a visit and for each of them. */

import { createHash } from 'node:crypto';
import { isShoppers, type Scene, type ShopperScene } from '../intents/kit/define';
import { habits, oftenFirst } from '../services/commerce/habits';
import { inTime } from '../services/in-time';
import type { Answer, HeardGoods } from '../vocabulary/answer';

/** Milliseconds the shop may take for it: without it the visit goes on as well. */
const WITHIN_MS = 500;
const MOST_ORDERS = 100;
/** Nobody. */
const GUEST = 'nobody';

/** undefined: the speaker hears who speaks already, or hears nothing more after this answer. */
export async function ownGoods(scene: Scene, { question }: Pick<Answer, 'question'>): Promise<HeardGoods | undefined> {
  const { turn } = scene;
  if (turn.form !== 'speech' || question === null) return undefined;
  const whose = isShoppers(scene) ? named(scene.shopper.id) : GUEST;
  if (whose === turn.session.hears) return undefined;
  return { whose, goods: isShoppers(scene) ? await bought(scene) : [] };
}

/** What is bought most often first; nothing where the shop cannot say in time. */
async function bought({ services, call }: ShopperScene): Promise<HeardGoods['goods']> {
  const orders = await inTime(call, {
    now: services.now,
    most: WITHIN_MS,
    run: (inner) => services.shop.history.orders({ limit: MOST_ORDERS }, { ...call, ...inner }),
    late: () => null,
  });
  const own = orders?.ok ? habits(orders.value) : [];
  return oftenFirst(own).map(({ product: { id, name, words } }) => ({
    id,
    names: [...(name.voiceTitle ? [name.voiceTitle] : []), ...words],
  }));
}

/** It travels with the session: it tells nobody who it is. */
function named(shopperId: string): string {
  return createHash('sha256').update(shopperId).digest('base64url').slice(0, 12);
}
