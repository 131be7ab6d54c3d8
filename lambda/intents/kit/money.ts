/** An amount of money as a sentence takes it. */

import type { Money, ValueOf } from '../../vocabulary/values';

export function money(amount: Money): ValueOf<'money'> {
  return { type: 'money', money: amount };
}
