/** What is known of whoever speaks: what the shop has, and the numbers they gave us. */

import type { Shopper } from '../../services/commerce/account';
import { openPhone, phonesIn } from '../../vocabulary/phones';
import type { Scene } from './define';

/** `besides`: where else such a number may stand. */
export function knownOf({ shopper, memory, saidPhone }: Scene, besides: readonly unknown[] = []): Shopper['known'] {
  const given = [saidPhone ?? '', ...phonesIn([memory, ...besides])];
  const phones = given.filter(openPhone).map((value) => ({ kind: 'phone', value }) as const);
  return [...(shopper?.known ?? []), ...phones];
}
