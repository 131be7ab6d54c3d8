/** What is told at a later visit because the shopper wished it: goods that are back, and goods to be brought up from a day on. */

import * as z from 'zod/mini';
import type { Offer, Product } from '../../services/commerce/catalogue';
import { shapeOf } from '../../services/shape';
import type { Outcome, Reply } from '../../vocabulary/outcome';
import type { PlainDate } from '../../vocabulary/values';
import { type Acted, ask, done, type Instead, type Part, replies, type Scene, type ShopperScene } from '../kit/define';
import { causing } from '../kit/effects';
import { soldOf } from '../kit/goods';
import { TEXTS } from '../kit/state';
import { goodsIn } from './basket';

const SAYS = {
  back: { product: 'product' },
  asWished: { product: 'product' },
  here: { product: 'product' },
  kept: { products: 'list' },
  keptFrom: { product: 'product', day: 'day' },
  unknown: { said: 'name' },
  whichGoods: {},
  notKept: {},
  dropped: {},
  noMore: { product: 'product' },
} as const;
export const say = replies('Later', SAYS);

/** That goods are back, or the day has come: its yes leads to the total. */
const order = ask<{ readonly productId: string }, { product: 'product' }, ShopperScene>({
  id: 'Later.order',
  state: shapeOf(z.object({ productId: z.string() })),
  commits: false,
  role: 'in-passing',
  goods: ({ productId }) => goodsIn({ lines: [{ productId, quantity: 1 }] }),
  with: { product: 'product' },
  expects: ['yesno', 'number'],
  amendedBy: ['Reorder', 'Replenish'],
  ifLeft: 'wait',
  async answer(answer, { productId }): Promise<Acted | Instead | null> {
    const goods = { product: { said: '', ids: [productId] } };
    if (answer.kind === 'yes') return { instead: { intent: 'Reorder', slots: goods } };
    if (answer.kind === 'no') return done(say('notKept'));
    if (answer.kind !== 'slots') return null;
    const { habit, product } = answer.slots;
    // It is over with its being told.
    if (habit?.ids[0] === 'stop') return done(say('dropped'));
    return {
      instead: {
        intent: habit ? 'Replenish' : 'Reorder',
        slots: product ? answer.slots : { ...goods, ...answer.slots },
      },
    };
  },
  async again({ productId }, where, scene) {
    const offers = await scene.services.shop.catalogue.offers([productId], scene.shopper.currency, scene.call);
    const there = offers.ok ? offers.value.find((offer) => !isGone(offer)) : undefined;
    if (!there) return done();
    const asked = orderOf(there.product, say('here', { product: productOf(there.product) }));
    return where === 'here' ? { ...asked, replies: [] } : asked;
  },
});

/** Nothing is kept without a yes to it. */
const whenBack = ask<{ readonly ids: readonly string[] }, Record<never, never>, ShopperScene>({
  id: 'Later.whenBack',
  state: shapeOf(z.object({ ids: TEXTS })),
  commits: true,
  with: {},
  expects: ['yesno'],
  amendedBy: ['Replenish'],
  ifLeft: 'drop',
  async answer(answer, { ids }, scene) {
    if (answer.kind === 'no') return done(say('notKept'));
    const isSaid = answer.kind === 'slots' && answer.slots.habit?.ids[0] === 'back' && !answer.slots.product;
    return answer.kind === 'yes' || isSaid ? keep(ids, scene) : null;
  },
});

/** The same from a day on, where nothing can ring. */
const onDay = ask<
  { readonly productId: string; readonly day: string },
  { product: 'product'; day: 'day' },
  ShopperScene
>({
  id: 'Later.onDay',
  state: shapeOf(z.object({ productId: z.string(), day: z.string() })),
  commits: true,
  with: { product: 'product', day: 'day' },
  expects: ['yesno'],
  ifLeft: 'drop',
  async answer(answer, { productId, day }, scene) {
    if (answer.kind === 'no') return done(say('notKept'));
    if (answer.kind !== 'yes') return null;
    const [product] = await soldOf([productId], scene);
    if (!product) return done(say('notKept'));
    const when = day as PlainDate;
    const said = { type: 'day', day: when, today: scene.services.today(scene.shopper.address.timeZone) } as const;
    return causing(done(say('keptFrom', { product: productOf(product), day: said })), {
      kind: 'later',
      productIds: [productId],
      when,
    });
  },
});

export const Later: Part = { name: 'Later', personal: true, says: SAYS, asks: { order, whenBack, onDay } };

/** What cannot be had and has nothing like it: it can be told when it is back, unless it is to be anyway. */
export function offerWhenBack(productId: string, said: readonly Reply[], { memory }: Scene): Acted {
  const isKept = memory.advice.later?.some((one) => one.productId === productId && one.when === 'back');
  const topic = { productId };
  return isKept
    ? { ...done(...said), topic }
    : { replies: said, ending: whenBack.put({}, { ids: [productId] }), topic };
}

/** Where no reminder can be set: whether it shall be brought up from that day on. */
export function offerOnDay(
  product: Product,
  day: PlainDate,
  { said, today }: { said: Reply; today: PlainDate },
): Acted {
  const values = { product: productOf(product), day: { type: 'day', day, today } } as const;
  return { replies: [said], ending: onDay.put(values, { productId: product.id, day }) };
}

/** What was wished and can be told now, one at a time; it is told once. null: there is nothing, or it cannot be known now. */
export async function toldNow(scene: Scene): Promise<Outcome | null> {
  const { shopper, memory, services, call } = scene;
  const wished = memory.advice.later ?? [];
  if (!shopper || wished.length === 0 || memory.owner === 'human') return null;
  const today = services.today(shopper.address.timeZone);
  const ripe = wished.filter(({ when }) => when === 'back' || when <= today);
  if (ripe.length === 0) return null;
  const offers = await services.shop.catalogue.offers(
    ripe.map(({ productId }) => productId),
    shopper.currency,
    call,
  );
  const there = offers.ok ? offers.value.filter((offer) => !isGone(offer)) : [];
  const [one] = there;
  if (!one) return null;
  const { product } = one;
  const isBack = ripe.some(({ productId, when }) => productId === product.id && when === 'back');
  const said = say(isBack ? 'back' : 'asWished', { product: productOf(product) });
  return causing(orderOf(product, said), { kind: 'later', productIds: [product.id], when: 'over' });
}

export function orderOf(product: Product, said: Reply): Outcome {
  const value = productOf(product);
  return {
    replies: [said],
    ending: order.put({ product: value }, { productId: product.id }),
    topic: { productId: product.id, product: product.name },
  };
}

export async function keep(ids: readonly string[], scene: ShopperScene): Promise<Acted> {
  const items = (await soldOf(ids, scene)).map(productOf);
  const products = { type: 'list', items, join: 'or' } as const;
  return causing(done(say('kept', { products })), { kind: 'later', productIds: ids, when: 'back' });
}

export function isGone({ availability }: Offer): boolean {
  return availability.state === 'sold-out';
}

export function productOf({ name }: Product) {
  return { type: 'product', product: name } as const;
}
