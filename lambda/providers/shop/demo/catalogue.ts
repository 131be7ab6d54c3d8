/** The catalogue port: what is sold, and today's offers. */

import { type Catalogue, matchProducts, type Offer } from '../../../services/commerce/catalogue';
import { dayIn } from '../../../vocabulary/calendar';
import { isCurrency, offerOf, shelves } from './shelf';
import { textsIn } from './texts';
import { answer, said, type World } from './world';

export function makeCatalogue(world: World): Catalogue {
  return {
    // A published list that is held in memory: it is there even while the shop is slow or down.
    edition: (locale) => `demo ${textsIn(locale).name}`,
    page: async (_after, { locale }) => said(world, { goods: textsIn(locale).list, next: null }),
    find: async (words, { locale }) => said(world, matchProducts(words, textsIn(locale).list)),
    byIds: async (ids, { locale }) =>
      said(
        world,
        ids.flatMap((id) => textsIn(locale).byId.get(id) ?? []),
      ),
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
