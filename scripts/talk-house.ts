/** The house that is talked to at a terminal: before the demo shop, or before a real one that is started for it. */

import type { Earshot, OpenOptions } from '../lambda/house/earshot';
import { openEarshot } from '../lambda/house/open';
import { systemsOpener } from '../lambda/house/shops';
import { readSystems, type Systems } from '../lambda/house/systems';
import type { Fault } from '../lambda/providers/shop/demo/faults';
import type { Shop } from '../lambda/services/commerce/shop';
import { openTryton, trytonLacks } from '../test/live/tryton/open';
import { goodsOf, takeOver } from '../test/live/tryton/warehouse';
import { type LiveVtex, openVtex } from '../test/live/vtex/open';
import { PEOPLE } from '../test/live/vtex/people';
import { openDemoHouse } from './demo';
import { installVendure, liveShoppers, startVendure } from './live-vendure';
import { openSampleShop } from './sample-shop';

/** `mine`: the one that `.env` or the environment sets up. */
export const TALKED_TO = ['demo', 'vendure', 'vtex', 'vtex+tryton', 'rest', 'mine'] as const;
export type TalkedTo = (typeof TALKED_TO)[number];

export type TalkHouse = {
  readonly earshot: Earshot;
  /** null: nobody here knows them, and a shopper is whoever has a token. */
  readonly shoppers: readonly string[] | null;
  /** Of one of those. */
  tokenOf(name: string): Promise<string>;
  /** Orders placed since it was opened. */
  countOrders(): number;
  close(): Promise<void>;
};

type Options = Omit<OpenOptions, 'provider' | 'wrap' | 'calendar'> & { readonly calendar: () => number };

/** To a shop that fails, in which language, and what is set up here. */
export type Talking = { readonly fault: Fault | null; readonly locale: string; readonly systems: Systems };

export function openTalkHouse(shop: TalkedTo, options: Options, talking: Talking): Promise<TalkHouse> {
  return OPENED[shop](options, talking);
}

const OPENED: { readonly [K in TalkedTo]: (options: Options, talking: Talking) => Promise<TalkHouse> } = {
  async demo(options, { fault }) {
    const earshot = await openDemoHouse(options);
    const { demo } = earshot;
    demo.setFault(fault);
    const before = demo.countVoiceOrders();
    const tokens = new Map(demo.shoppers().map(({ name, token }) => [name, token]));
    return {
      earshot,
      shoppers: [...tokens.keys()],
      tokenOf: async (name) => tokens.get(name) ?? '',
      countOrders: () => demo.countVoiceOrders() - before,
      close: () => earshot.close(),
    };
  },
  async vendure(options) {
    installVendure();
    process.stderr.write('Starting a Vendure ...\n');
    const live = await startVendure();
    return openReal(options, { ...live, shoppers: liveShoppers(), tokenOf: live.signIn });
  },
  async vtex(options, { locale }) {
    return openReal(options, realOf(await openVtex({ language: pagesIn(locale), clock: options.calendar })));
  },
  async 'vtex+tryton'(options, { locale }) {
    const lacks = trytonLacks();
    if (lacks) throw new Error(lacks);
    process.stderr.write('Starting a Tryton; the first time its database is made, which takes some minutes ...\n');
    const vtex = await openVtex({ language: pagesIn(locale), clock: options.calendar });
    const orders = vtex.world.book.all();
    const tryton = await openTryton(goodsOf(vtex, orders));
    const open = orders.filter(({ packages }) => packages.some(({ courierStatus: there }) => !there?.finished));
    await takeOver(open, vtex, tryton.office);
    const stop = () => Promise.all([vtex.close(), tryton.close()]);
    return openReal(options, { ...realOf(vtex), env: { ...vtex.env, ...tryton.env, TRACKING: 'tryton' }, stop });
  },
  async rest(options) {
    const sample = await openSampleShop();
    const tokens = new Map(sample.shoppers.map(({ name, token }) => [name, token]));
    const tokenOf = async (name: string) => tokens.get(name) ?? '';
    return openReal(options, { env: sample.env, shoppers: [...tokens.keys()], tokenOf, stop: sample.close });
  },
  mine: (options, { systems }) =>
    openBefore(options, { systems, shoppers: null, tokenOf: async (token) => token, stop: () => undefined }),
};

/** An account writes its pages in one language: here, in the one that is spoken. */
function pagesIn(locale: string) {
  return locale.startsWith('it') ? 'it' : 'en';
}

function realOf({ env, signIn, close }: LiveVtex): Real {
  const shoppers = PEOPLE.map(({ demo }) => demo.name);
  return { env, shoppers, tokenOf: async (name) => signIn(name), stop: close };
}

type Behind = Pick<TalkHouse, 'shoppers' | 'tokenOf'> & { stop(): unknown };
type Real = Behind & { readonly env: Readonly<Record<string, string>> };

/** Before a shop that was started for it, as its settings say. */
async function openReal(options: Options, { env, ...real }: Real): Promise<TalkHouse> {
  const systems = readSystems(env, { secret: 'of no use to it', shopName: options.shop.name }, { systems: {} });
  return openBefore(options, { ...real, systems });
}

type Before = Behind & { readonly systems: Systems };

async function openBefore(options: Options, { systems, shoppers, tokenOf, stop }: Before): Promise<TalkHouse> {
  let placed = 0;
  const earshot = await openEarshot({
    ...options,
    provider: systemsOpener(systems),
    wrap: (shop) => counted(shop, () => (placed += 1)),
  });
  return {
    ...{ earshot, shoppers, tokenOf },
    countOrders: () => placed,
    async close() {
      await earshot.close();
      await stop();
    },
  };
}

function counted(shop: Shop, count: () => void): Shop {
  const { purchases } = shop;
  return {
    ...shop,
    purchases: {
      ...purchases,
      async place(proposal, call) {
        const result = await purchases.place(proposal, call);
        if (result.ok) count();
        return result;
      },
    },
  };
}
