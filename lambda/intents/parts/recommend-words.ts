/** The sentences of a suggestion, and why it was made. */

import type { Suggestion } from '../../services/commerce/advice';
import type { Trait } from '../../services/commerce/catalogue';
import type { Reply } from '../../vocabulary/outcome';
import { replies, type Scene } from '../kit/define';
import { soldOf } from '../kit/goods';

export const RECOMMEND_SAYS = {
  suggest: { product: 'product', price: 'money' },
  costs: { price: 'money' },
  together: { other: 'product' },
  bought: { other: 'product' },
  favourite: {},
  asked: { said: 'name' },
  ...{ isDecaf: {}, isUnscented: {}, isOrganic: {}, isVegan: {}, isGlutenFree: {} },
  ...{ isGentle: {}, isForCats: {}, isForDogs: {}, isForBabies: {}, isSmallest: {} },
  under: { most: 'money' },
  noneCheaper: {},
  noneSuch: {},
  noOthers: {},
  declined: {},
  whySales: {},
  whyOrders: {},
  whyWords: {},
  notPaid: {},
} as const;
export const say = replies('Recommend', RECOMMEND_SAYS);

/** The sentence that names it with its price. */
export const SUGGESTS = 'Recommend.suggest';

export async function reasonOf({ because }: Suggestion, scene: Scene): Promise<readonly Reply[]> {
  switch (because.kind) {
    case 'favourite':
      return [say('favourite')];
    case 'asked':
      // Nothing was named: what it is like was being talked about.
      return because.said ? [say('asked', { said: { type: 'name', name: because.said } })] : [];
    case 'trait':
      return [say(AS_ASKED[because.trait])];
    case 'price':
      return [say('under', { most: { type: 'money', money: because.most } })];
    case 'together':
    case 'bought': {
      const [other] = await soldOf([because.productId], scene);
      return other ? [say(because.kind, { other: { type: 'product', product: other.name } })] : [];
    }
  }
}

/** What it was to be. */
const AS_ASKED = {
  decaf: 'isDecaf',
  unscented: 'isUnscented',
  organic: 'isOrganic',
  vegan: 'isVegan',
  'gluten-free': 'isGlutenFree',
  gentle: 'isGentle',
  'for-cats': 'isForCats',
  'for-dogs': 'isForDogs',
  'for-babies': 'isForBabies',
} as const satisfies Readonly<Record<Trait, keyof typeof RECOMMEND_SAYS>>;

/** What was looked at for it, and nothing else was. */
export const LOOKED_AT = {
  together: 'whySales',
  favourite: 'whySales',
  bought: 'whyOrders',
  asked: 'whyWords',
  trait: 'whyWords',
  price: 'whyWords',
} as const satisfies Readonly<Record<Suggestion['because']['kind'], keyof typeof RECOMMEND_SAYS>>;
