/** The questions about delivery that anybody may ask: where it would go, what the shop offers there, and the rest told by each. */

import * as z from 'zod/mini';
import { homeCountryIn } from '../../services/commerce/home-country';
import type { ShippingOption } from '../../services/commerce/shipping';
import { shapeOf } from '../../services/shape';
import type { Slots } from '../../vocabulary/heard';
import type { ValueOf } from '../../vocabulary/values';
import { withWaitingCart } from '../CartCheckout';
import {
  type Acted,
  ask,
  done,
  type Intent,
  replies,
  type Says,
  type Scene,
  type ShopperScene,
  type SlotType,
} from '../kit/define';
import { echo } from '../kit/echo';
import { openFor } from '../kit/questions';
import { troubleWith } from './trouble';

type ShippingName = 'ShippingCost' | 'DeliveryTime' | 'ShippingOptions';

/** What the shop offers there. */
export type Offered = {
  readonly options: readonly [ShippingOption, ...ShippingOption[]];
  readonly country: ValueOf<'country'>;
  readonly speed: string | undefined;
  /** Something else waits for its answer: only what was asked is told. */
  readonly isAside: boolean;
};

type ShippingSpec = {
  readonly name: ShippingName;
  readonly slots: Readonly<Record<string, SlotType>>;
  readonly says: Says;
  /** What is told of something else than an order to come; null: nothing is. */
  instead?(slots: Slots, scene: Scene): Promise<Acted | null>;
  tell(offered: Offered): Acted;
};

const SHARED = { notThere: { country: 'country' }, noPlace: { said: 'name' } } as const;

/** An intent that needs only a destination; a place that is none we know is asked for again. */
export function shippingIntent({ name, slots, says, instead, tell }: ShippingSpec): Intent {
  const say = replies(name, SHARED);
  const where = ask<{ speed?: string }, Record<never, never>>({
    id: `${name}.where`,
    state: shapeOf(z.object({ speed: z.optional(z.string()) })),
    commits: false,
    with: {},
    expects: ['place'],
    elicits: { intent: name, slot: 'place' },
    amendedBy: ['ShippingCost', 'DeliveryTime', 'ShippingOptions'],
    ifLeft: 'drop',
    async answer(answer, { speed }, scene) {
      if (answer.kind === 'no') return done();
      if (answer.kind !== 'slots' || !answer.slots.place) return null;
      return act(speed ? { speed: { said: speed, ids: [speed] }, ...answer.slots } : answer.slots, scene);
    },
  });
  async function act(heard: Slots, scene: Scene): Promise<Acted> {
    const other = await instead?.(heard, scene);
    if (other) return other;
    const speed = heard.speed?.ids[0];
    const to = destinationOf(heard, scene);
    if (!to) {
      const unknown = heard.place ? [say('noPlace', { said: echo(heard.place, scene) })] : [];
      return { replies: unknown, ending: where.put({}, speed ? { speed } : {}) };
    }
    const rates = await scene.services.shop.rates.options(to, scene.call);
    if (!rates.ok) return troubleWith(rates.error, scene);
    const country = { type: 'country', code: to.country } as const;
    const [first, ...others] = rates.value;
    const isAside = openFor(scene.turn, scene.memory)?.question.ifLeft === 'wait';
    if (!first) return done(say('notThere', { country }));
    const offered: Offered = { options: [first, ...others], country, speed, isAside };
    const told = tell(offered);
    // Who asks what delivery costs, or how long it takes, is about to order; the kinds of delivery are long enough by themselves.
    const isOpen = name !== 'ShippingOptions' && !speed && isHome(to, scene);
    return isOpen ? withWaitingCart(told, scene) : told;
  }
  const told = { acts: null, aboutOrders: false, personal: false } as const;
  return { name, slots, ...told, says: { ...says, ...SHARED }, asks: { where }, act };
}

type Destination = { readonly country: string; readonly currency?: string };

/** The place that was said, else the shopper's address, else the locale's own country; null: a place we do not know. */
function destinationOf(slots: Slots, { shopper, services, turn }: Scene): Destination | null {
  const id = slots.place?.ids[0];
  if (slots.place && !id) return null;
  const currency = shopper ? { currency: shopper.currency } : {};
  if (id && id !== 'home' && id !== 'work') return { country: id, ...currency };
  const country = shopper?.address.country ?? homeCountryIn(services.merchant, turn.locale);
  return country ? { country, ...currency } : null;
}

/** Where the cart's own delivery would go. */
function isHome({ country }: Destination, scene: Scene): scene is ShopperScene {
  return scene.shopper?.address.country === country;
}

/** The option most people mean when they name none, and the fast one beside it. */
export function mainOptions(options: readonly [ShippingOption, ...ShippingOption[]]) {
  const standard = options.find((option) => option.speed === 'standard') ?? options[0];
  const express = options.find((option) => option.speed === 'express');
  return { standard, express: express === standard ? undefined : express };
}
