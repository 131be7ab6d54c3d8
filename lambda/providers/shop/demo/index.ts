/** The demo shop as a provider: what a shop sets for it (nothing), and how it is opened. */

import { join } from 'node:path';
import { ok } from '../../../services/commerce/call';
import type { OpenedShop, ShopCheck, ShopHouse } from '../../../services/commerce/shop';
import type { ShopperSignIn } from '../../../services/sign-in/shopper-sign-in';
import { type DemoShop, openDemoShop } from './demo-shop';
import { FAULTS, type Fault, type Wait } from './faults';
import { CAST, personOf, shopperIdOf, tokenOf } from './people/cast';

/** What only a shop that is pretended has: its people are known, and it fails when it is told to. */
export type DemoHandle = Pick<DemoShop, 'setFault' | 'shoppers' | 'countVoiceOrders' | 'reanchored'> & {
  readonly faults: readonly Fault[];
  /** Whose token a developer is given who shows none. */
  readonly ownToken: string;
};

export type OpenedDemo = OpenedShop & { readonly demo: DemoHandle };

const OWN_TOKEN = 'demo-ana';
const PROPOSAL_MINUTES = 10;

/** `wait`: how the fault `slow` waits. Throws a message for the person who started it when its file cannot be used. */
export async function open({ wait }: { readonly wait?: Wait }, house: ShopHouse): Promise<OpenedDemo> {
  const { folder, merchant, calendar, now, fresh } = house;
  const { shop, changes, close, ...demo } = openDemoShop({
    file: folder === null ? ':memory:' : join(folder, 'shop.sqlite'),
    clock: calendar,
    realNow: now,
    fresh,
    shop: {
      timeZone: merchant.support.hours.timeZone,
      maxQuantity: merchant.limits.quantity,
      proposalMinutes: PROPOSAL_MINUTES,
    },
    ...(wait ? { wait } : {}),
  });
  return {
    shop: { ...shop, signIn: signInOf(shop, now) },
    check: checkOf(shop, demo),
    changes,
    close,
    demo: { ...demo, faults: FAULTS, ownToken: OWN_TOKEN },
  };
}

/** Nothing is set for it, and nothing is forbidden in it. */
function checkOf({ accounts }: DemoShop['shop'], { shoppers }: Pick<DemoShop, 'shoppers'>): ShopCheck {
  return {
    faults: async () => [],
    async shopperBy(email, call) {
      const found = shoppers().find(({ name }) => email.toLowerCase() === `${name}@example.com`);
      if (!found) return ok(null, 0);
      const shopper = await accounts.whoIs(found.token, call);
      return shopper.ok ? ok({ shopper: shopper.value, credential: found.token }, shopper.asOf) : shopper;
    },
    may: async () => ok({ may: true, setting: '' }, 0),
    tidy: async () => {},
  };
}

/** Everybody of the cast has an address, and what opens this shop for them is their own token. */
function signInOf({ accounts }: DemoShop['shop'], now: () => number): ShopperSignIn {
  return {
    by: 'code',
    async find(email) {
      const found = CAST.find((person) => person.email.toLowerCase() === email.toLowerCase());
      return ok(found ? shopperIdOf(found) : null, now());
    },
    async again(shopperId, call) {
      const person = personOf(shopperId);
      if (!person) return ok(null, now());
      const credential = tokenOf(person);
      const shopper = await accounts.whoIs(credential, call);
      return shopper.ok ? ok({ shopper: shopper.value, credential }, shopper.asOf) : shopper;
    },
  };
}
