/** Whether a cart that waits may be spoken of: once a visit, where nothing else waits for an answer, and only what is true. */

import type { WantedLine } from '../../services/commerce/purchases';
import type { Reply } from '../../vocabulary/outcome';
import type { Money, ValueOf } from '../../vocabulary/values';
import type { Acted, ShopperScene } from '../kit/define';
import { isSaidOnce } from '../kit/once';
import { fitCart } from './cart-fit';
import { pageCarts } from './cart-page';
import { numberOf, say, wantedOf } from './cart-words';

/** It is said besides: whoever asked about delivery does not wait for it longer. Milliseconds. */
const ASIDE_MS = 1_500;

type Waits = { readonly count: ValueOf<'number'>; readonly lines: readonly WantedLine[]; readonly reply: Reply };

/** null: nothing waits, or it is not the moment. */
export async function waitingCart({ ending }: Acted, scene: ShopperScene): Promise<Waits | null> {
  const { memory, services } = scene;
  const isBusy = memory.owner === 'human' || memory.unread.length > 0 || memory.questions.some(isWaiting);
  if (ending.kind !== 'done' || isBusy || isSaidOnce('cart', scene) || !services.shop.cart || pageCarts(scene))
    return null;
  const call = { ...scene.call, deadline: Math.min(scene.call.deadline, services.now() + ASIDE_MS) };
  const cart = await services.shop.cart.contents(call);
  if (!cart.ok || cart.value.length === 0) return null;
  const fitted = await fitCart(cart.value, { ...scene, call });
  // With something sold out in it there is more to say than a word in passing.
  if (fitted.kind !== 'fits' || fitted.said.length > 0) return null;
  const count = numberOf(fitted.lines.length);
  return { count, lines: wantedOf(fitted.lines), reply: waits(fitted.lines.length, fitted.quote.shipping) };
}

function isWaiting({ question }: ShopperScene['memory']['questions'][number]): boolean {
  return question.ifLeft === 'wait';
}

function waits(lines: number, shipping: Money): Reply {
  const count = numberOf(lines);
  return shipping.minor === 0
    ? say('waitingFree', { count })
    : say('waiting', { count, price: { type: 'money', money: shipping } });
}

const OFFERS: readonly Reply['key'][] = [0, 1].map((minor) => waits(1, { minor, currency: '' }).key);

/** Whether these replies have spoken of it. */
export function offersCart(replies: readonly Reply[]): boolean {
  return replies.some(({ key }) => OFFERS.includes(key));
}
