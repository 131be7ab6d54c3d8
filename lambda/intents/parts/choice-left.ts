/** "All but the tea", "only the tea", "both", where there is something to choose from: what there is left to choose, and what is wanted besides. */

import type { Slot, Slots } from '../../vocabulary/heard';
import type { OrderWish } from './wish';
import { withoutGoods } from './wish-basket';

/** Of these; `isLess`: what was wanted besides is not any more. */
type AmongLeft = Chosen & { readonly kind: 'among'; readonly isLess: boolean };

type ChoiceLeft = AmongLeft | { readonly kind: 'none' };

type Chosen = { readonly ids: readonly string[]; readonly wish: OrderWish };

/** null: it says nothing of what is chosen from, or nothing but which of it is wanted. */
export function choiceLeft({ amend, change, product }: Slots, choice: Chosen): ChoiceLeft | null {
  const { ids, wish } = choice;
  if (change?.ids[0] === 'both') return bothOf(choice);
  const deed = amend?.ids[0];
  if (!product) return deed === 'drop' ? { kind: 'none' } : null;
  const named = ids.filter((id) => product.ids.includes(id));
  switch (deed) {
    case 'drop': {
      const left = withoutGoods(wish, product);
      return left ? { kind: 'among', ids, wish: left, isLess: false } : { kind: 'none' };
    }
    case 'except':
      return exceptFor(named, product, choice);
    case 'only':
      return named.length > 0 ? { kind: 'among', ids: named, ...alone(wish) } : null;
    default:
      return null;
  }
}

/** Of two: the one, and the other behind it. */
function bothOf({ ids: [one, other, ...more], wish }: Chosen): ChoiceLeft | null {
  if (!one || !other || more.length > 0) return null;
  const next = [{ said: '', ids: [other] }, ...(wish.next ?? [])];
  return { kind: 'among', ids: [one], wish: { ...wish, next }, isLess: false };
}

function exceptFor(named: readonly string[], product: Slot, { ids, wish }: Chosen): ChoiceLeft {
  const others = ids.filter((id) => !named.includes(id));
  const left = named.length === 0 ? withoutGoods(wish, product) : null;
  if (left) return { kind: 'among', ids, wish: left, isLess: false };
  return others.length > 0 ? { kind: 'among', ids: others, wish, isLess: false } : { kind: 'none' };
}

function alone({ lines, next, ...wish }: OrderWish): { readonly wish: OrderWish; readonly isLess: boolean } {
  return { wish, isLess: (lines?.length ?? 0) + (next?.length ?? 0) > 0 };
}
