/**
 * The twelve shoppers, each with a token and a part to play:
 *
 * | token         | where         | pays in | plays                                                                |
 * | ------------- | ------------- | ------- | -------------------------------------------------------------------- |
 * | `demo-ana`    | Milan         | EUR     | one usual coffee; dog food out for delivery, cat food being packed   |
 * | `demo-bruno`  | Lisbon        | EUR     | two coffees of equal standing; nothing on its way                    |
 * | `demo-chiara` | Bologna       | EUR     | two open orders of the same nappies; olive oil has become dearer     |
 * | `demo-daniel` | London        | GBP     | one order in three parcels                                           |
 * | `demo-emma`   | Edinburgh     | GBP     | no stored means of payment; a payment pending                        |
 * | `demo-fionn`  | Dublin        | EUR     | a delayed order                                                      |
 * | `demo-grace`  | New York      | USD     | delivered yesterday; the usual sold out, others near                 |
 * | `demo-henry`  | Los Angeles   | USD     | ready for pickup; everything sold out, nothing replaces it           |
 * | `demo-ines`   | Ponta Delgada | EUR     | every payment declined; the latest order cancelled                   |
 * | `demo-jonas`  | Oslo          | EUR     | lives where the shop does not deliver; the latest order returned     |
 * | `demo-kate`   | Chicago       | USD     | an order in an unknown state; a product of which three are left      |
 * | `demo-nora`   | Athens        | EUR     | no orders at all                                                     |
 */

import type { Address, Shopper } from '../../../../services/commerce/account';
import { FAR } from './far';
import { ITALY_AND_PORTUGAL } from './italy-and-portugal';
import { NORTH } from './north';
import type { DemoPerson, Home } from './person';

export const CAST: readonly DemoPerson[] = [...ITALY_AND_PORTUGAL, ...NORTH, ...FAR].sort(byName);

/** Names are plain Latin; the first collation of a process costs more than all of this shop. */
export function byName(a: DemoPerson, b: DemoPerson): number {
  return a.name < b.name ? -1 : Number(a.name > b.name);
}

const byToken = new Map(CAST.map((person) => [tokenOf(person), person]));

export function tokenOf(person: DemoPerson): string {
  return `demo-${person.name}`;
}

export function shopperIdOf(person: DemoPerson): string {
  return `shopper-${person.name}`;
}

export function personWith(token: string): DemoPerson | undefined {
  return byToken.get(token);
}

export function personOf(shopperId: string): DemoPerson | undefined {
  return CAST.find((person) => shopperIdOf(person) === shopperId);
}

/** What the port may know: the street leaves only as something to redact. */
export function shopperOf(person: DemoPerson): Shopper {
  const [address, ...otherAddresses] = withoutStreets(person.addresses);
  const known = [
    { kind: 'name', value: `${person.firstName} ${person.lastName}` },
    { kind: 'name', value: person.lastName },
    { kind: 'name', value: person.firstName },
    { kind: 'email', value: person.email },
    { kind: 'phone', value: person.phone },
    ...person.addresses.map((home: Home) => ({ kind: 'address', value: home.street }) as const),
  ] as const;
  const contacts = person.consents.map((channel) => ({
    channel,
    address: channel === 'email' ? person.email : person.phone.replace(/[^+\d]/g, ''),
  }));
  return {
    id: shopperIdOf(person),
    firstName: person.firstName,
    currency: person.currency,
    address,
    otherAddresses,
    contacts,
    known,
  };
}

function withoutStreets([first, ...others]: DemoPerson['addresses']): readonly [Address, ...Address[]] {
  const bare = ({ street: _street, ...address }: Home): Address => address;
  return [bare(first), ...others.map(bare)];
}
