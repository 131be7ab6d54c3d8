/** The demo shop's people as VTEX knows them: profile, addresses, and the cards they have stored. */

import { createHash } from 'node:crypto';
import { CAST } from '../../../lambda/providers/shop/demo/people/cast';
import type { DemoPerson, Home } from '../../../lambda/providers/shop/demo/people/person';

export type Card = {
  readonly accountId: string;
  readonly paymentSystem: string;
  readonly paymentSystemName: string;
  /** "************4471". */
  readonly cardNumber: string;
};

export type VtexAddress = {
  readonly addressType: 'residential' | 'pickup';
  readonly receiverName: string;
  readonly addressId: string;
  readonly isDisposable: boolean;
  readonly postalCode: string;
  readonly city: string;
  readonly state: string;
  /** ISO 3166-1 alpha-3. */
  readonly country: string;
  readonly street: string;
  readonly number: string;
  readonly neighborhood: string;
  readonly complement: string | null;
  readonly reference: string | null;
  /** [longitude, latitude]. */
  readonly geoCoordinates: readonly number[];
};

export type Person = {
  readonly demo: DemoPerson;
  readonly userId: string;
  readonly email: string;
  /** What it is sold through: its currency is this one's. */
  readonly salesChannel: string;
  readonly addresses: readonly VtexAddress[];
  readonly cards: readonly Card[];
};

/** Ids as VTEX makes them, the same at every start. */
export function idOf(...of: readonly string[]): string {
  return createHash('md5').update(of.join(' ')).digest('hex');
}

export function uuidOf(...of: readonly string[]): string {
  return idOf(...of).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

export const SALES_CHANNELS = { '1': 'EUR', '2': 'GBP', '3': 'USD' } as const;
export type SalesChannel = keyof typeof SALES_CHANNELS;

export function isSalesChannel(name: string): name is SalesChannel {
  return name in SALES_CHANNELS;
}

const COUNTRIES = {
  ...{ AT: 'AUT', BE: 'BEL', DE: 'DEU', ES: 'ESP', FR: 'FRA', GB: 'GBR', GR: 'GRC', IE: 'IRL', IT: 'ITA' },
  ...{ NL: 'NLD', NO: 'NOR', PT: 'PRT', US: 'USA' },
} as const;
const TWO_LETTERS = new Map<string, string>(Object.entries(COUNTRIES).map(([two, three]) => [three, two]));
const THREE_LETTERS = new Map<string, string>(Object.entries(COUNTRIES));

/** alpha-2 of alpha-3; null: VTEX has never heard of it, as of "IT". */
export function countryOf(three: string): string | null {
  return TWO_LETTERS.get(three) ?? null;
}

function addressOf({ firstName, lastName }: DemoPerson, home: Home): VtexAddress {
  const [, before = home.street, number = ''] = /^(.*?),? (\d+\w?)$/.exec(home.street) ?? [];
  return {
    ...{ addressType: 'residential', receiverName: `${firstName} ${lastName}`, addressId: home.id },
    ...{ isDisposable: false, postalCode: home.postalCode, city: home.city, state: '' },
    ...{ country: THREE_LETTERS.get(home.country) ?? home.country, street: before, number },
    ...{ neighborhood: '', complement: null, reference: null, geoCoordinates: [] },
  };
}

function personOf(demo: DemoPerson): Person {
  const cards = demo.payment === 'none' ? [] : demo.means.filter(({ kind }) => kind === 'card');
  const channel = Object.entries(SALES_CHANNELS).find(([, currency]) => currency === demo.currency);
  return {
    demo,
    userId: uuidOf('user', demo.name),
    email: demo.email,
    salesChannel: channel?.[0] ?? '1',
    addresses: demo.addresses.map((home) => addressOf(demo, home)),
    cards: cards.map(({ id, name, last }) => ({
      ...{ accountId: idOf('card', id).toUpperCase(), paymentSystem: '2', paymentSystemName: name },
      cardNumber: `************${last}`,
    })),
  };
}

export const PEOPLE: readonly Person[] = CAST.map(personOf);

export function personByEmail(email: string): Person | null {
  return PEOPLE.find((one) => one.email === email.toLowerCase()) ?? null;
}

/** What anybody sees of whom the shop knows, who does not come with a key. */
export function masked(text: string): string {
  return text === '' ? '' : `${text.slice(0, 1)}***${text.length > 3 ? text.slice(-1) : ''}`;
}
