/** What buying again hears, and what it says before a purchase is summed up. */

import type { Reply } from '../../vocabulary/outcome';
import { replies } from '../kit/define';
import { ASIDES_SAYS } from './asides';
import type { OrderWish } from './wish';

export const REORDER_SLOTS = {
  product: 'Product',
  quantity: 'AMAZON.NUMBER',
  unit: 'Unit',
  speed: 'ShippingSpeed',
  basis: 'Basis',
  place: 'Place',
  date: 'AMAZON.DATE',
  extra: 'Extra',
  change: 'Change',
  amend: 'Amend',
  detail: 'Detail',
  /** "My coffee, two teas and my dog food": each with its own number (`vocabulary/lines`). */
  also: 'Product',
  alsoQuantity: 'AMAZON.NUMBER',
  alsoUnit: 'Unit',
  third: 'Product',
  thirdQuantity: 'AMAZON.NUMBER',
  thirdUnit: 'Unit',
  fourth: 'Product',
  fourthQuantity: 'AMAZON.NUMBER',
  fourthUnit: 'Unit',
  fifth: 'Product',
  fifthQuantity: 'AMAZON.NUMBER',
  fifthUnit: 'Unit',
  sixth: 'Product',
  sixthQuantity: 'AMAZON.NUMBER',
  sixthUnit: 'Unit',
} as const;

export const REORDER_SAYS = {
  neverOrdered: {},
  noUsual: {},
  notBoughtBefore: { product: 'product' },
  notSold: { said: 'name' },
  noneCalled: { said: 'name' },
  nearest: {},
  counted: { count: 'number' },
  ...ASIDES_SAYS,
} as const;
export const say = replies('Reorder', REORDER_SAYS);

/** "Make it three" of nothing yet: the number is kept, and that is said. */
export function counted({ count }: OrderWish): readonly Reply[] {
  return count?.number ? [say('counted', { count: { type: 'number', number: count.number } })] : [];
}
