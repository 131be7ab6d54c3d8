/** Who is speaking: the shopper whose session at the shop the account was linked with. */

import type { Accounts, Address, Shopper } from '../../../services/commerce/account';
import { ok } from '../../../services/commerce/call';
import { knownIn, nowhere } from '../kit/account';
import type { VendureAddress, VendureCustomer } from './shapes';
import { askWho, type KnownShopper, type VendureWorld, zoneOf } from './world';

export function makeAccounts(world: VendureWorld): Accounts {
  return {
    async whoIs(token, call) {
      const known = await askWho(world, token, call);
      return known.ok ? ok(shopperOf(world, known.value), known.asOf) : known;
    },
  };
}

export function shopperOf(world: VendureWorld, { customer, currency }: KnownShopper): Shopper {
  const [home, ...others] = addressesOf(customer);
  return {
    id: customer.id,
    firstName: customer.firstName,
    currency,
    address: home ? addressOf(world, home, true) : nowhere(world.merchant),
    otherAddresses: others.map((one) => addressOf(world, one, false)),
    contacts: [],
    known: knownOf(customer),
  };
}

/** The one orders go to first. */
export function addressesOf({ addresses }: VendureCustomer): readonly VendureAddress[] {
  const all = addresses ?? [];
  return [...all].sort((a, b) => Number(b.defaultShippingAddress ?? false) - Number(a.defaultShippingAddress ?? false));
}

/** The shop has no names for addresses: the usual one is home, and no street is ever said aloud. */
export function labelOf({ company, city }: VendureAddress, isUsual: boolean): string {
  return company?.trim() || (isUsual ? 'home' : city?.trim() || 'work');
}

function addressOf(world: VendureWorld, one: VendureAddress, isUsual: boolean): Address {
  const country = one.country.code;
  return {
    id: one.id,
    label: labelOf(one, isUsual),
    city: one.city ?? '',
    postalCode: one.postalCode ?? '',
    country,
    timeZone: zoneOf(world, country),
  };
}

function knownOf(customer: VendureCustomer): Shopper['known'] {
  const { firstName, lastName, emailAddress, phoneNumber } = customer;
  const addresses = customer.addresses ?? [];
  return knownIn([
    ...[firstName, lastName, `${firstName} ${lastName}`].map((value) => ({ kind: 'name', value }) as const),
    { kind: 'email', value: emailAddress } as const,
    ...[phoneNumber, ...addresses.map((one) => one.phoneNumber)].map((value) => ({ kind: 'phone', value }) as const),
    ...addresses
      .flatMap(({ streetLine1, streetLine2, city, postalCode }) => [streetLine1, streetLine2, city, postalCode])
      .map((value) => ({ kind: 'address', value }) as const),
  ]);
}
