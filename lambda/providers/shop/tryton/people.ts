/** Shoppers: the parties of Tryton, found by their e-mail address and known again by their id. */

import * as z from 'zod/mini';
import type { Accounts, Address, Shopper } from '../../../services/commerce/account';
import { type Call, ok, type Result } from '../../../services/commerce/call';
import type { KnownAgain, ShopperSignIn } from '../../../services/sign-in/shopper-sign-in';
import { knownIn, nowhere } from '../kit/account';
import { zoneIn } from '../kit/zones';
import { holderOf, passFor, type TrytonWorld } from './world';

/** Longer than anything keeps it in mind. */
const PASS_MS = 35 * 60_000;

const mechanism = z.object({ id: z.int(), type: z.string(), value: z.nullish(z.string()), party: z.int() });
const party = z.object({ id: z.int(), name: z.nullish(z.string()) });
const address = z.object({
  ...{ id: z.int(), party_name: z.nullish(z.string()), name: z.nullish(z.string()), street: z.nullish(z.string()) },
  ...{ city: z.nullish(z.string()), postal_code: z.nullish(z.string()) },
  'country.': z.nullish(z.object({ code: z.nullish(z.string()) })),
});

export function makeAccounts(world: TrytonWorld): Accounts {
  return { whoIs: async (token) => holderOf(world, token) };
}

/** By a code that the house sends to their address. */
export function makeSignIn(world: TrytonWorld): ShopperSignIn {
  return {
    by: 'code',
    find: (email, call) => idBy(world, email, call),
    async again(shopperId, call) {
      const found = await shopperWith(world, shopperId, call);
      return found.ok ? ok(found.value && admitted(world, found.value), found.asOf) : found;
    },
  };
}

/** null: nobody has this address, or several have. */
export async function idBy({ client }: TrytonWorld, email: string, call: Call): Promise<Result<string | null>> {
  // For Tryton "_" and "%" stand for other letters, and capitals differ: what it finds is looked at once more.
  const where = [
    ['type', '=', 'email'],
    ['value', 'ilike', email.trim().replace(/[\\%_]/g, '\\$&')],
    ['party.active', '=', true],
  ];
  const fields = ['type', 'value', 'party'];
  const asked = await client.read({ model: 'party.contact_mechanism', shape: mechanism, where, fields }, call);
  if (!asked.ok) return asked;
  const same = ({ value }: z.infer<typeof mechanism>) => value?.trim().toLowerCase() === email.trim().toLowerCase();
  const [one, other] = new Set(asked.value.filter(same).map((each) => each.party));
  return ok(one !== undefined && other === undefined ? `${one}` : null, asked.asOf);
}

/** null: there is no such party, or it is in use no more. */
export async function shopperWith(world: TrytonWorld, id: string, call: Call): Promise<Result<Shopper | null>> {
  const { client, now } = world;
  if (!/^[1-9]\d{0,9}$/.test(id)) return ok(null, now());
  const of = [['party', '=', Number(id)]];
  const [found, ways, places, firm] = await Promise.all([
    client.read(
      {
        model: 'party.party',
        shape: party,
        where: [
          ['id', '=', Number(id)],
          ['active', '=', true],
        ],
        fields: ['name'],
      },
      call,
    ),
    client.read(
      { model: 'party.contact_mechanism', shape: mechanism, where: of, fields: ['type', 'value', 'party'] },
      call,
    ),
    client.read({ model: 'party.address', shape: address, where: of, fields: ADDRESS }, call),
    world.company(call),
  ]);
  if (!found.ok) return found;
  if (!ways.ok) return ways;
  if (!places.ok) return places;
  if (!firm.ok) return firm;
  const [one] = found.value;
  const { currency } = firm.value;
  return ok(one ? shopperOf(world, { one, ways: ways.value, places: places.value, currency }) : null, found.asOf);
}

const ADDRESS = ['party_name', 'name', 'street', 'city', 'postal_code', 'country.code'];

export function admitted(world: TrytonWorld, shopper: Shopper): KnownAgain {
  return { shopper, credential: passFor(world, shopper, PASS_MS) };
}

type Read = {
  readonly one: z.infer<typeof party>;
  readonly ways: readonly z.infer<typeof mechanism>[];
  readonly places: readonly z.infer<typeof address>[];
  readonly currency: string;
};

function shopperOf({ merchant }: TrytonWorld, { one, ways, places, currency }: Read): Shopper {
  const [home = nowhere(merchant), ...otherAddresses] = places.map((place): Address => {
    const country = place['country.']?.code ?? Object.values(merchant.homeCountry)[0] ?? '';
    return {
      ...{ id: `${place.id}`, label: place.name || place.city || 'home', country },
      ...{ city: place.city ?? '', postalCode: place.postal_code ?? '' },
      timeZone: zoneIn(country, merchant.support.hours.timeZone),
    };
  });
  const values = (types: readonly string[]) => ways.flatMap(({ type, value }) => (types.includes(type) ? value : []));
  const known = knownIn([
    ...[one.name, ...(one.name ?? '').split(/\s+/), ...places.flatMap((place) => [place.party_name, place.name])].map(
      (value) => ({ kind: 'name', value }) as const,
    ),
    ...values(['email']).map((value) => ({ kind: 'email', value }) as const),
    ...values(['phone', 'mobile', 'fax']).map((value) => ({ kind: 'phone', value }) as const),
    ...places
      .flatMap(({ street, city, postal_code: code }) => [...(street ?? '').split('\n'), city, code])
      .map((value) => ({ kind: 'address', value }) as const),
  ]);
  // Tryton has one name for people and for firms, in whichever order: nobody is called by a part of it.
  return { id: `${one.id}`, firstName: '', currency, address: home, otherAddresses, contacts: [], known };
}
