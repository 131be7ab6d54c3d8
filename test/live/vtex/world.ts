/** What all parts of the VTEX of ours share. */

import type { ShopLanguage } from '../../../lambda/providers/shop/demo/goods/good';
import { type Cart, cartsOf } from './carts';
import type { Change } from './changes';
import type { Coupon, Promotion } from './coupons';
import { documentsOf, type Shelves } from './documents';
import { createShelf, type Shelf } from './goods';
import { createLimits, type Limits } from './limits';
import { type Book, createBook } from './orders';
import { pastOrders } from './past';
import { idOf, isSalesChannel, PEOPLE, type Person, SALES_CHANNELS, uuidOf } from './people';
import { ROLES, type Role } from './wire';

export const ACCOUNT = 'willowmarket';

/** Shares: 0.1 is ten in a hundred. */
export type Tax = { readonly share: number; readonly untold: number };

export type World = {
  readonly language: ShopLanguage;
  /** The house's own: of lags, of deaths, of dates. */
  readonly clock: () => number;
  readonly shelf: Shelf;
  readonly book: Book;
  /** What each application key may do. */
  readonly keys: ReadonlyMap<string, { readonly token: string; readonly roles: readonly Role[] }>;
  /** Whose every card is refused; and who is asked for the number on its back. */
  readonly declined: Set<string>;
  readonly askedForCode: Set<string>;
  readonly sessions: Map<string, { readonly email: string; readonly until: number }>;
  /** Cookies that go with an order until it is called back, by its group. */
  readonly tickets: Map<string, string>;
  readonly coupons: Map<string, Coupon>;
  readonly promotions: Promotion[];
  /** By entity and id. */
  readonly documents: Shelves;
  readonly carts: Map<string, Cart>;
  /** What every call of a cart waits for. */
  cartsWait: () => Promise<void>;
  readonly limits: Limits;
  /** What the account puts on top of its prices as tax: a share of them, and what of it is told only when an order is put. */
  tax: Tax;
  /** Taken and not yet made; they take so many milliseconds. */
  readonly changes: Change[];
  changesTake: number;
};

/** The key that a merchant makes for Earshot, and one that may only read orders. */
export const KEY = { key: 'vtexappkey-willowmarket-EARSHT', token: 'ONLYONTHISMACHINE' } as const;
export const READER = { key: 'vtexappkey-willowmarket-READER', token: 'ONLYTOREAD' } as const;

/** What the merchant has made for Earshot's coupons: one promotion for each worth, triggered by its utm. */
const PROMOTIONS: readonly Promotion[] = [200, 500, 1000, 2000].map((worth) => ({
  ...{ id: uuidOf('promotion', String(worth)), name: `Said sorry, ${worth / 100}`, utmSource: 'earshot' },
  ...{ utmCampaign: `worth-${worth}`, worth: worth / 100, endsAt: null, isActive: true },
}));

export function createWorld(language: ShopLanguage, clock: () => number): World {
  const shelf = createShelf(language, clock);
  const book = createBook(shelf, clock);
  for (const order of pastOrders(shelf, clock()).toReversed()) book.put(order);
  return {
    ...{ language, clock, shelf, book },
    keys: new Map<string, { readonly token: string; readonly roles: readonly Role[] }>([
      [KEY.key, { token: KEY.token, roles: ROLES }],
      [READER.key, { token: READER.token, roles: ['orders'] }],
    ]),
    declined: new Set(PEOPLE.filter(({ demo }) => demo.payment === 'declines').map(({ email }) => email)),
    ...{ askedForCode: new Set(), sessions: new Map(), tickets: new Map() },
    ...{ coupons: new Map(), promotions: PROMOTIONS.map((one) => ({ ...one })) },
    ...{ documents: documentsOf({ shelf }), carts: cartsOf({ shelf }, PEOPLE) },
    ...{ cartsWait: async () => {}, limits: createLimits(clock), tax: { share: 0, untold: 0 } },
    ...{ changes: [], changesTake: 2_000 },
  };
}

export function currencyOf(salesChannel: string) {
  return SALES_CHANNELS[isSalesChannel(salesChannel) ? salesChannel : '1'];
}

const SESSION_MINUTES = 60;

/** A session of this person at the shop's own site, as its cookie has it. `minutes`: at most two hours. */
export function signIn({ sessions, clock }: World, person: Person, minutes = SESSION_MINUTES): string {
  const token = `eyJ${idOf('session', person.email, String(sessions.size), String(clock()))}`;
  sessions.set(token, { email: person.email, until: clock() + Math.min(minutes, 120) * 60_000 });
  return token;
}
