/** Whom the shop knows by an e-mail: GET /api/checkout/pub/profiles. Whoever has no key sees stars, which must never be written back. */

import { masked, type Person, personByEmail, type VtexAddress } from './people';
import { answered, type Route } from './wire';

export const profiles: readonly Route[] = [
  {
    on: 'GET /api/checkout/pub/profiles',
    answer({ query, isKey }) {
      const person = personByEmail(query.get('email') ?? '');
      return answered(person ? profileOf(person, isKey) : NOBODY);
    },
  },
];

const NOBODY = {
  ...{ userProfileId: null, profileProvider: null, availableAccounts: [], availableAddresses: [], userProfile: null },
  isComplete: false,
};

function profileOf(person: Person, isKey: boolean) {
  const seen = isKey ? (text: string) => text : masked;
  const { demo } = person;
  return {
    ...{ userProfileId: person.userId, profileProvider: 'VTEX' },
    availableAccounts: isKey ? person.cards.map((card) => cardOf(person, card)) : [],
    availableAddresses: person.addresses.map((address) => addressSeen(address, seen)),
    userProfile: {
      ...{ email: person.email, firstName: seen(demo.firstName), lastName: seen(demo.lastName) },
      ...{ document: '', documentType: '', phone: seen(demo.phone.replace(/[^+\d]/g, '')), isCorporate: false },
      ...{ corporateName: null, tradeName: null, corporateDocument: null, stateInscription: null },
      ...{ corporatePhone: null, profileCompleteOnLoading: true, profileErrorOnLoading: false, customerClass: null },
    },
    isComplete: true,
  };
}

/** What stays readable in a masked one: where in the world it is. */
function addressSeen(address: VtexAddress, seen: (text: string) => string): VtexAddress {
  return {
    ...address,
    receiverName: seen(address.receiverName),
    postalCode: seen(address.postalCode),
    street: seen(address.street),
    number: seen(address.number),
  };
}

export function cardOf({ addresses }: Person, card: Person['cards'][number]) {
  return {
    ...card,
    ...{ bin: null, availableAddresses: addresses.slice(0, 1).map(({ addressId }) => addressId) },
    ...{ expirationDate: '2031-01', isExpired: false, accountStatus: null },
  };
}
