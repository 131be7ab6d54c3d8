/** The embedded demo shop: invented goods and shoppers in one SQLite file, able to fail on demand. */

import { refused } from '../../../services/commerce/call';
import type { Shop } from '../../../services/commerce/shop';
import type { OrderChanges } from '../../../services/news/changes';
import type { Instant } from '../../../vocabulary/values';
import { makeAdvice } from './advice';
import { anchorTo } from './anchor';
import { makeCare } from './care/care';
import { makeCarts } from './cart';
import { makeCatalogue } from './catalogue';
import { type DemoDatabase, openDatabase } from './database';
import { type Fault, makeFaults, type Wait, waitFor } from './faults';
import { makeHistory } from './history';
import { makeChanges } from './moving';
import { orderLog } from './order-log';
import { CAST, personWith, shopperIdOf, shopperOf, tokenOf } from './people/cast';
import { makePurchases } from './purchases';
import { makeRates } from './rates';
import { answer, said, type World } from './world';

export type DemoShopOptions = {
  /** A path, or `:memory:`. */
  readonly file: string;
  /** The shop's calendar. */
  readonly clock: () => Instant;
  /** Deadlines and expiry; the system's clock unless a test says otherwise. */
  readonly realNow?: () => Instant;
  /** Throws away what is in the file. */
  readonly fresh?: boolean;
  /** What the merchant sets; the defaults suit tests. */
  readonly shop?: { readonly timeZone: string; readonly maxQuantity: number; readonly proposalMinutes: number };
  /** How the fault `slow` waits. */
  readonly wait?: Wait;
};

export type DemoShopper = {
  /** Lower case, as in `--shopper ana`. */
  readonly name: string;
  readonly token: string;
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly city: string;
  readonly country: string;
  readonly timeZone: string;
  readonly currency: string;
  /** What this shopper is there to show. */
  readonly story: string;
  readonly cart: readonly { readonly productId: string; readonly quantity: number }[];
};

export type DemoShop = {
  readonly shop: Shop;
  readonly changes: OrderChanges;
  /** From now on every call fails this way; null: none. */
  setFault(fault: Fault | null): void;
  shoppers(): readonly DemoShopper[];
  /** Orders placed through the port, ever. */
  countVoiceOrders(): number;
  /** Data of another day, or of an older catalogue, was there and has been moved to today. */
  readonly reanchored: boolean;
  close(): void;
};

const DEFAULTS = { timeZone: 'Europe/Rome', maxQuantity: 20, proposalMinutes: 10 };

/** Throws a message for the person who started it when the file cannot be used. */
export function openDemoShop(options: DemoShopOptions): DemoShop {
  const { clock, realNow = Date.now, wait = waitFor, fresh = false } = options;
  const db = openDatabase(options.file, fresh);
  // In memory nothing was there before.
  const reanchored = anchorTo(db, clock()) && options.file !== ':memory:';
  const asMade = db.version();
  const faults = makeFaults({ realNow, wait });
  const world: World = { db, newestOrders: orderLog(db), faults, clock, realNow, ...(options.shop ?? DEFAULTS) };
  return {
    shop: shopOf(world),
    changes: makeChanges(world),
    setFault: faults.set,
    shoppers: () => listShoppers(db),
    countVoiceOrders: () => countVoiceOrders(db),
    reanchored,
    close: () => db.close(asMade),
  };
}

function shopOf(world: World): Shop {
  return {
    accounts: {
      whoIs: (token, call) =>
        answer(world, call, () => {
          const person = personWith(token);
          return person ? said(world, shopperOf(person)) : refused({ kind: 'unauthorised' });
        }),
    },
    catalogue: makeCatalogue(world),
    history: makeHistory(world),
    rates: makeRates(world),
    purchases: makePurchases(world),
    advice: makeAdvice(world),
    cart: makeCarts(world),
    care: makeCare(world),
  };
}

function countVoiceOrders(db: DemoDatabase): number {
  const voice = db.sql.selectFrom('orders').where('source', '=', 'voice');
  return db.first(voice.select((row) => row.fn.countAll<number>().as('count')))?.count ?? 0;
}

function listShoppers(db: DemoDatabase): DemoShopper[] {
  const carts = db.all(db.sql.selectFrom('carts').selectAll());
  return CAST.map((person) => {
    const { city, country, timeZone } = person.addresses[0];
    const { name, email, firstName, currency, story } = person;
    const id = shopperIdOf(person);
    const cart = carts
      .filter((line) => line.shopper === id)
      .map(({ product, quantity }) => ({ productId: product, quantity }));
    return { name, token: tokenOf(person), id, email, firstName, city, country, timeZone, currency, story, cart };
  });
}
