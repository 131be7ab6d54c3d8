/** What is wanted is paid for on the shop's own page: shown where the shopper writes, else sent to the phone and onto a card. */

import type { ShopError } from '../../services/commerce/call';
import type { CheckoutLink } from '../../services/commerce/purchases';
import type { Reply } from '../../vocabulary/outcome';
import { type Acted, done, type ShopperScene } from '../kit/define';
import { causing } from '../kit/effects';
import type { Basket } from './basket';
import { say } from './purchase-words';
import { card, contactFor, writing } from './to-phone';

/** null: the shop has no such page, or none that can be told now. */
export async function payThere(error: ShopError, basket: Basket, scene: ShopperScene): Promise<Acted | null> {
  const found = await scene.services.ordering.checkoutLink?.(basket.lines, scene.call);
  if (!found?.ok) return null;
  return thereInstead(found.value, say(error.kind === 'payment-declined' ? 'declined' : 'payAtScreen'), scene);
}

/** `why`: what is said before the page. */
export async function thereInstead(found: CheckoutLink, why: Reply, scene: ShopperScene): Promise<Acted> {
  const shown = { page: { type: 'shown', text: found.page } } as const;
  const page = say('payHere', shown);
  if (scene.turn.form === 'text') return done(why, page);
  const onCard = card(say('cardPay'), [say('cardPage', shown)]);
  const contact = await contactFor(scene);
  if (!contact) return { ...done(why, say('pageOnCard')), card: onCard };
  return causing({ ...done(why, say('pageSent')), card: onCard }, ...writing(contact, { replies: [page] }));
}
