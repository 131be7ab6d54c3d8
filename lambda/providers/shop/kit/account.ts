/** What accounts of all platforms have alike. */

import type { Address, Shopper } from '../../../services/commerce/account';
import type { Merchant } from '../../../services/commerce/merchant';

type Known = Shopper['known'][number];

/** What is filled in: a letter alone names nobody. */
export function knownIn(
  all: readonly { readonly kind: Known['kind']; readonly value: string | null | undefined }[],
): Shopper['known'] {
  return all.flatMap(({ kind, value }) => {
    const trimmed = value?.trim() ?? '';
    return trimmed.length > 1 ? [{ kind, value: trimmed }] : [];
  });
}

/** Who never gave an address lives, as far as days go, where the shop is. */
export function nowhere({ homeCountry, support }: Pick<Merchant, 'homeCountry' | 'support'>): Address {
  const country = Object.values(homeCountry)[0] ?? '';
  return { id: '', label: 'home', city: '', postalCode: '', country, timeZone: support.hours.timeZone };
}
