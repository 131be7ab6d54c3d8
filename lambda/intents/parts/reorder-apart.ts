/** Something was said that nobody could place: it is named, and nothing is offered for a yes before it is settled. */

import * as z from 'zod/mini';
import { shapeOf } from '../../services/shape';
import type { Slots } from '../../vocabulary/heard';
import { type Acted, ask, type ShopperScene } from '../kit/define';
import { ASIDES, type Asides, asides } from './asides';
import { BASKET, type Basket, goodsIn } from './basket';
import { buy } from './purchase';

type Ways = {
  /** Without what nobody could place it is not wanted. */
  readonly none: (scene: ShopperScene) => Acted;
  readonly others: (slots: Slots, scene: ShopperScene) => Promise<Acted>;
};

export function apartAsking({ none, others }: Ways) {
  return ask<Basket & { readonly asides: Asides }, { said: 'name' }, ShopperScene>({
    id: 'Reorder.apart',
    state: shapeOf(z.extend(BASKET, { asides: ASIDES })),
    commits: false,
    group: 'purchase',
    goods: goodsIn,
    with: { said: 'name' },
    expects: ['yesno'],
    amendedBy: ['Reorder'],
    ifLeft: 'wait',
    async answer(answer, { asides: said, ...basket }, scene) {
      if (answer.kind === 'no') return none(scene);
      if (answer.kind === 'slots') return others(answer.slots, scene);
      return answer.kind === 'yes' ? buy(basket, scene, asides(said, scene)) : null;
    },
  });
}
