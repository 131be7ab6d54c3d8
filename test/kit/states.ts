/** Every question the house can ask, and how a shopper gets there; the words are ids, so that it works in every language. */

import type { House } from './house';
import { createSpeaker, type Speaker, type SpeakerOptions } from './speaker';

export type State = {
  /** The question that is open. */
  readonly asks: string;
  readonly shopper: string | null;
  reach(speaker: Speaker): Promise<unknown>;
};

const coffee = { said: 'coffee', ids: ['bella-roma-ground'] };
const twoCoffees = { said: 'coffee', ids: ['porto-grigio-ground', 'nerina-capsules'] };
const tablets = { said: 'tablets', ids: ['lumisplash-tablets'] };
const dogFood = { said: 'dog food', ids: ['brontolino-dog-food'] };
const nowhere = { said: 'Narnia', ids: [] };

export const STATES: readonly State[] = [
  { asks: 'Welcome.what', shopper: 'kate', reach: (speaker) => speaker.opens() },
  { asks: 'Welcome.more', shopper: 'ana', reach: (speaker) => speaker.hears('OrderStatus', { product: dogFood }) },
  { asks: 'Reorder.what', shopper: 'bruno', reach: (speaker) => speaker.hears('Reorder') },
  { asks: 'Reorder.which', shopper: 'bruno', reach: (speaker) => speaker.hears('Reorder', { product: twoCoffees }) },
  { asks: 'Purchase.confirm', shopper: 'ana', reach: (speaker) => speaker.hears('Reorder', { product: coffee }) },
  { asks: 'Purchase.instead', shopper: 'grace', reach: (speaker) => speaker.hears('Reorder', { product: tablets }) },
  {
    asks: 'Purchase.quantity',
    shopper: 'ana',
    reach: (speaker) => speaker.hears('Reorder', { product: coffee, quantity: 0 }),
  },
  {
    asks: 'Purchase.again',
    shopper: 'ana',
    async reach(speaker) {
      await speaker.hears('Reorder', { product: coffee });
      await speaker.yes();
      return speaker.hears('Reorder', { product: coffee });
    },
  },
  { asks: 'OrderStatus.which', shopper: 'ana', reach: (speaker) => speaker.hears('OrderStatus') },
  { asks: 'ShippingCost.where', shopper: null, reach: (speaker) => speaker.hears('ShippingCost', { place: nowhere }) },
  { asks: 'DeliveryTime.where', shopper: null, reach: (speaker) => speaker.hears('DeliveryTime', { place: nowhere }) },
  {
    asks: 'ShippingOptions.where',
    shopper: null,
    reach: (speaker) => speaker.hears('ShippingOptions', { place: nowhere }),
  },
  {
    asks: 'TalkToHuman.offer',
    shopper: 'emma',
    reach: (speaker) => speaker.hears('Reorder', { product: { said: 'milk', ids: ['havrelund-oat-milk'] } }),
  },
];

let people = 0;

/** A speaker that stands before this question, of a person nobody else is: tests in one house do not meet. */
export async function standAt(state: State, house: House, options: SpeakerOptions = {}): Promise<Speaker> {
  people += 1;
  // Nothing that was ordered before is ordered "again".
  house.clock.advance(60 * 60_000);
  const speaker = createSpeaker(house, { person: `person-${people}`, ...options, shopper: state.shopper });
  await state.reach(speaker);
  return speaker;
}
