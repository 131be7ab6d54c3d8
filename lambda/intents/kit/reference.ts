/** The reference of a hand-off as it is said and shown. */

import type { ValueOf } from '../../vocabulary/values';

/** Four digits for the ear, all eight for the eye. */
export function digitsOf(reference: string): ValueOf<'digits'> {
  return {
    type: 'digits',
    digits: reference.slice(-4),
    full: `${reference.slice(0, 4)}-${reference.slice(4)}`,
  };
}
