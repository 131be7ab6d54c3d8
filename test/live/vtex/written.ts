/** What several of its answers are made of. */

import type { Person, VtexAddress } from './people';

/** With seven decimals, as VTEX writes an instant. */
export function iso(at: number): string {
  return `${new Date(at).toISOString().slice(0, -1)}0000+00:00`;
}

export function profileIn({ email, demo }: Person) {
  return {
    ...{ email, firstName: demo.firstName, lastName: demo.lastName, documentType: '', document: '' },
    ...{ phone: demo.phone.replace(/[^+\d]/g, ''), corporateName: null, tradeName: null, corporateDocument: null },
    ...{ stateInscription: null, corporatePhone: null, isCorporate: false, customerClass: null },
  };
}

export function writtenAddress(address: VtexAddress) {
  return { ...address, complement: address.complement ?? '', geoCoordinates: [...address.geoCoordinates] };
}
