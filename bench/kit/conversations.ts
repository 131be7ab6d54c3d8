/** What a connection says, one conversation after the other: many people of the demo shop's households, in three locales. */

import { CAST, tokenOf } from '../../lambda/providers/shop/demo/people/cast';
import type { DemoPerson } from '../../lambda/providers/shop/demo/people/person';
import type { IntentName } from '../../lambda/vocabulary/intents';
import type { Said, Speaking, Utterance } from './envelope';

/** Says the next thing; `isOpen` is whether the last answer left the microphone open. */
export type Talk = (isOpen: boolean) => Speaking;

const LOCALES = ['en-GB', 'it-IT', 'en-US'] as const;
/** Recognised people, each with a conversation of their own. */
const PEOPLE_PER_CONNECTION = 8;

/** `run` and `connection` keep requests, sessions and people of different connections apart. */
export function createTalk(run: string, connection: number): Talk {
  let visits = 0;
  let requests = 0;
  let left: readonly Utterance[] = [];
  let isNew = true;
  return (isOpen) => {
    if (left.length === 0 || !isOpen) {
      visits += 1;
      left = scriptOf(connection + visits, shopperOf(connection + visits));
      isNew = true;
    }
    const [utterance = 'launch', ...rest] = left;
    const guest = (connection + visits) % PEOPLE_PER_CONNECTION;
    const speaking: Speaking = {
      requestId: `amzn1.echo-api.request.${run}-${connection}-${++requests}`,
      session: { id: `amzn1.echo-api.session.${run}-${connection}-${visits}`, isNew },
      locale: LOCALES[guest % LOCALES.length] ?? 'en-GB',
      person: `amzn1.ask.person.${connection}-${guest}`,
      token: tokenOf(shopperOf(connection + visits)),
      utterance,
    };
    left = rest;
    isNew = false;
    return speaking;
  };
}

function shopperOf(number: number): DemoPerson {
  return CAST[number % CAST.length] as DemoPerson;
}

/**
 * Seventeen conversations by turns, with the twelve shoppers in every combination: mostly questions, and some purchases
 * that end with a no. One in seventeen places an order.
 */
function scriptOf(number: number, shopper: DemoPerson): readonly Utterance[] {
  const goods = goodsOf(shopper, number);
  const scripts: readonly (readonly Utterance[])[] = [
    [hear('OrderStatus', goods), hear('No')],
    [hear('ShippingCost'), hear('No')],
    [hear('Reorder', goods), hear('No'), hear('No')],
    ['launch', hear('OrderStatus'), hear('No')],
    // The first yes is to "again?" where the household has just ordered the same.
    [hear('Reorder', { ...goods, quantity: { value: '2' } }), hear('Yes'), hear('Yes'), hear('No')],
    [hear('DeliveryTime', { place: HOME }), hear('ShippingOptions'), hear('Stop')],
    [hear('OrderStatus'), hear('DeliveryTime'), hear('No')],
    ['launch', hear('ShippingOptions'), hear('No')],
    [hear('Reorder', goods), hear('ShippingCost', { speed: EXPRESS }), hear('Cancel')],
    ['launch', hear('Help'), hear('Fallback'), hear('OrderStatus', goods), hear('No')],
    [hear('ShippingCost', { place: ITALY }), hear('ShippingCost', { place: HOME }), hear('No')],
    [hear('OrderStatus'), hear('Repeat'), hear('No')],
    [hear('Reorder', { basis: USUAL }), hear('Repeat'), hear('No'), hear('Stop')],
    [hear('DeliveryTime', { speed: EXPRESS }), hear('No')],
    ['launch', hear('No')],
    [hear('OrderStatus', goods), hear('OrderStatus'), hear('Stop')],
    [hear('ShippingOptions'), hear('ShippingCost', { speed: EXPRESS }), hear('No')],
  ];
  return scripts[number % scripts.length] ?? [];
}

const HOME: Said = { value: 'home', id: 'home' };
const ITALY: Said = { value: 'italy', id: 'IT' };
const EXPRESS: Said = { value: 'express', id: 'express' };
const USUAL: Said = { value: 'my usual', id: 'usual' };

/** Something this shopper buys, or something anybody might. */
function goodsOf({ habits }: DemoPerson, number: number): { readonly product: Said } {
  const id = habits[number % Math.max(1, habits.length)]?.buys[0]?.[0] ?? 'bella-roma-ground';
  return { product: { value: id.replaceAll('-', ' '), id } };
}

function hear(intent: IntentName, slots: Readonly<Record<string, Said>> = {}): Utterance {
  return { intent, slots };
}
