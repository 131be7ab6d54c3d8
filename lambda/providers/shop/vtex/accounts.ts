/** Who is speaking: the user of the shop whose session the account was linked with, by their profile. */

import type { Accounts, Address, Shopper } from '../../../services/commerce/account';
import { type Call, ok, type Result } from '../../../services/commerce/call';
import { knownIn, nowhere } from '../kit/account';
import { twoLetters } from '../kit/countries';
import { currencyOf } from './channels';
import { askWho } from './people';
import type { VtexAddress, VtexProfile } from './shapes';
import { channelFor, type VtexShopper, type VtexWorld, zoneOf } from './world';

export function makeAccounts(world: VtexWorld): Accounts {
  return {
    async whoIs(token, call) {
      const known = await askWho(world, token, call);
      return known.ok ? shopperOf(world, known.value, call) : known;
    },
  };
}

export async function shopperOf(world: VtexWorld, found: VtexShopper, call: Call): Promise<Result<Shopper>> {
  const [home, ...others] = addressesOf(found.profile);
  const address = home ? addressOf(world, found, home) : nowhere(world.merchant);
  const currency = await currencyFor(world, found, call);
  if (!currency.ok) return currency;
  return ok(
    {
      id: found.id,
      firstName: found.profile.userProfile?.firstName ?? '',
      currency: currency.value,
      address,
      otherAddresses: others.map((one) => addressOf(world, found, one)),
      contacts: found.consents ? [{ channel: 'email', address: found.email }] : [],
      known: knownOf(found),
    },
    currency.asOf,
  );
}

/** What they pay in: ISO 4217. */
export function currencyFor(
  world: VtexWorld,
  { profile }: Pick<VtexShopper, 'profile'>,
  call: Call,
): Promise<Result<string>> {
  return currencyOf(world, channelOf(world, profile), call);
}

/** The sales channel they buy through: that of where their orders go. */
export function channelOf(world: VtexWorld, profile: VtexProfile): string {
  const [home] = addressesOf(profile);
  return channelFor(world, home ? countryIn(home) : nowhere(world.merchant).country);
}

/** Where something can be brought; the first is where orders go. */
export function addressesOf({ availableAddresses }: VtexProfile): readonly VtexAddress[] {
  return (availableAddresses ?? []).filter(({ addressType }) => addressType !== 'pickup');
}

/** ISO 3166-1 alpha-2; empty: it is none we know. */
export function countryIn({ country }: Pick<VtexAddress, 'country'>): string {
  return twoLetters(country ?? '') ?? '';
}

/** As the shopper calls it; else the usual one is home, and no street is ever said aloud. */
export function labelOf({ labels, profile }: Pick<VtexShopper, 'labels' | 'profile'>, one: VtexAddress): string {
  const isUsual = addressesOf(profile)[0] === one;
  return labels.get(one.addressId) ?? (isUsual ? 'home' : one.city?.trim() || 'work');
}

function addressOf(world: VtexWorld, whose: VtexShopper, one: VtexAddress): Address {
  const country = countryIn(one);
  return {
    id: one.addressId,
    label: labelOf(whose, one),
    city: one.city ?? '',
    postalCode: one.postalCode ?? '',
    country,
    timeZone: zoneOf(world, country),
  };
}

function knownOf({ email, profile }: VtexShopper): Shopper['known'] {
  const { firstName, lastName, phone } = profile.userProfile ?? {};
  const names = [firstName, lastName, `${firstName ?? ''} ${lastName ?? ''}`];
  const places = addressesOf(profile);
  return knownIn([
    ...[...names, ...places.map((one) => one.receiverName)].map((value) => ({ kind: 'name', value }) as const),
    { kind: 'email', value: email } as const,
    { kind: 'phone', value: phone } as const,
    ...places
      .flatMap(({ street, number, complement, city, postalCode }) => [
        ...[street, `${street ?? ''} ${number ?? ''}`, complement, city, postalCode],
      ])
      .map((value) => ({ kind: 'address', value }) as const),
  ]);
}
