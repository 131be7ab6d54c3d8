/** The catalogue port: what is sold, and today's offers. */

import type { Catalogue, Offer } from '../../../services/commerce/catalogue';
import { dayIn } from '../../../vocabulary/calendar';
import { isCurrency, offerOf, shelves } from './shelf';
import { textsIn } from './texts';
import { answer, said, type World } from './world';

export function makeCatalogue(world: World): Catalogue {
  return {
    // A published list that is held in memory: it is there even while the shop is slow or down.
    products: async ({ locale }) => said(world, textsIn(locale).list),
    offers: (ids, currency, call) =>
      answer(world, call, () => {
        const today = dayIn(world.timeZone, world.clock());
        const found = isCurrency(currency) ? shelves(world.db, ids, currency) : [];
        const offers = found.flatMap((shelf) => offerOf(shelf, { locale: call.locale, today }));
        return said(
          world,
          offers.map((offer) => withFault(world, offer)),
        );
      }),
  };
}

function withFault(world: World, offer: Offer): Offer {
  return world.faults.hasTaken(offer.product.id) ? { ...offer, availability: { state: 'sold-out' } } : offer;
}
