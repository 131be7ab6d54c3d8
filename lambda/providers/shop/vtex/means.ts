/** What a shopper has stored to pay with: cards, by what their bank calls them and four digits at most. */

import type { PaymentMeans } from '../../../services/commerce/payments';
import type { VtexAccount } from './shapes';
import type { VtexShopper } from './world';

function usable({ profile }: VtexShopper): readonly VtexAccount[] {
  return (profile.availableAccounts ?? []).filter(
    ({ isExpired, paymentSystem }) => !isExpired && /^\d+$/.test(paymentSystem),
  );
}

/** The one an order is paid with; undefined: there is none, or the one that was wished is not there any more. */
export function cardOf(who: VtexShopper, wished: string | undefined): VtexAccount | undefined {
  const all = usable(who);
  return wished === undefined ? all[0] : all.find(({ accountId }) => accountId === wished);
}

export function meansOf(who: VtexShopper): readonly PaymentMeans[] {
  return usable(who).map(({ accountId, paymentSystemName, cardNumber }) => ({
    ...{ id: accountId, kind: 'card', name: paymentSystemName?.trim() ?? '' },
    last: /\d{4}$/.exec(cardNumber ?? '')?.[0] ?? '',
  }));
}
