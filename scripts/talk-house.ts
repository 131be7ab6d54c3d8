/** The house that is talked to at a terminal: before the demo shop, or before a real one that is started for it. */

import type { Earshot, OpenOptions } from '../lambda/house/earshot';
import { openEarshot } from '../lambda/house/open';
import { readShop } from '../lambda/house/settings';
import { shopOpener } from '../lambda/house/shops';
import type { Fault } from '../lambda/providers/shop/demo/faults';
import type { Shop } from '../lambda/services/commerce/shop';
import { openVtex } from '../test/live/vtex/open';
import { PEOPLE } from '../test/live/vtex/people';
import { openDemoHouse } from './demo';
import { installVendure, liveShoppers, startVendure } from './live-vendure';
import { openSampleShop } from './sample-shop';

export const TALKED_TO = ['demo', 'vendure', 'vtex', 'rest'] as const;
export type TalkedTo = (typeof TALKED_TO)[number];

export type TalkHouse = {
  readonly earshot: Earshot;
  readonly shoppers: readonly string[];
  /** Of one of those. */
  tokenOf(name: string): Promise<string>;
  /** Orders placed since it was opened. */
  countOrders(): number;
  close(): Promise<void>;
};

type Options = Omit<OpenOptions, 'provider' | 'wrap' | 'calendar'> & { readonly calendar: () => number };

/** To a shop that fails, and in which language. */
export type Talking = { readonly fault: Fault | null; readonly locale: string };

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
    // An account writes its pages in one language: here, in the one that is spoken.
    const language = locale.startsWith('it') ? 'it' : 'en';
    const { env, signIn, close } = await openVtex({ language, clock: options.calendar });
    const shoppers = PEOPLE.map(({ demo }) => demo.name);
    return openReal(options, { env, shoppers, tokenOf: async (name) => signIn(name), stop: close });
  },
  async rest(options) {
    const sample = await openSampleShop();
    const tokens = new Map(sample.shoppers.map(({ name, token }) => [name, token]));
    const tokenOf = async (name: string) => tokens.get(name) ?? '';
    return openReal(options, { env: sample.env, shoppers: [...tokens.keys()], tokenOf, stop: sample.close });
  },
};

type Real = Pick<TalkHouse, 'shoppers' | 'tokenOf'> & {
  readonly env: Readonly<Record<string, string>>;
  stop(): void;
};

/** Before a shop that was started for it, as its settings say. */
async function openReal(options: Options, { env, shoppers, tokenOf, stop }: Real): Promise<TalkHouse> {
  const settings = readShop(env, { secret: 'of no use to it', shopName: options.shop.name });
  let placed = 0;
  const earshot = await openEarshot({
    ...options,
    provider: shopOpener(settings),
    wrap: (shop) => counted(shop, () => (placed += 1)),
  });
  return {
    ...{ earshot, shoppers, tokenOf },
    countOrders: () => placed,
    async close() {
      await earshot.close();
      stop();
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
