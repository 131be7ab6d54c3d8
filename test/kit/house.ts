/** The whole house in memory, as tests use it: real store, real demo shop, real words, and a clock of ours. */

import { join } from 'node:path';
import { readShopFile } from '../../lambda/house/shop-file';
import { restsOf } from '../../lambda/language/hearing/slip-keys';
import { openGoodsIndex } from '../../lambda/providers/goods/index';
import type { Fault } from '../../lambda/providers/shop/demo/faults';
import type { GoodsIndex } from '../../lambda/services/commerce/goods-index';
import { type DemoHouse, type DemoOptions, openDemoHouse } from '../../scripts/demo';

export const LOCALES = join(__dirname, '..', '..', 'locales');
/** A Sunday morning in Milan. */
export const START = Date.parse('2026-11-22T10:00:00Z');
/** The team is there on a Monday at eleven, Milan time. */
export const MONDAY = Date.parse('2026-11-23T10:00:00Z');

export type House = DemoHouse & {
  readonly clock: { now(): number; advance(ms: number): void };
  /** Orders placed by voice since the house was opened. */
  orders(): number;
  /** What was logged as an error; empty at the end of a healthy test. */
  readonly errors: object[];
};

export type HouseOptions = Partial<
  Pick<
    DemoOptions,
    | 'wrap'
    | 'watchStore'
    | 'watchVoice'
    | 'wait'
    | 'timer'
    | 'pause'
    | 'folder'
    | 'random'
    | 'secret'
    | 'shop'
    | 'calendar'
    | 'locales'
    | 'drafts'
    | 'channels'
    | 'desk'
    | 'publicUrl'
    | 'linksAccounts'
    | 'readProfile'
    | 'setReminder'
    | 'sendNotice'
    | 'database'
    | 'keysDatabase'
    | 'depot'
    | 'log'
    | 'learning'
  >
> & {
  readonly fault?: Fault;
  readonly at?: number;
  /** Somebody sits at the desk. */
  readonly staffed?: boolean;
};

/** The same of every house of a test, as of all servers of a shop. */
export const SECRET = 'the secret of the house of a test';
/** Read once for all houses of a file; nobody changes it. */
const SHOP = readShopFile();

const MARTA = {
  id: 'agent-marta',
  login: 'marta',
  name: 'Marta',
  role: 'agent',
  password: 'none',
  isAvailable: true,
  isDisabled: false,
  second: null,
} as const;

/** Later than any test: to none of them it has become old. */
const NEVER_OLD = Date.parse('2100-01-01');
let shared: GoodsIndex | undefined;

/** One index of the demo's goods for all houses of a file, as writing it is a fifth of opening one; what may be told of goods otherwise has its own. */
function goodsOfAll({ fault, wrap, shop, folder, locales }: HouseOptions): { readonly goodsIndex?: GoodsIndex } {
  if (fault || wrap || shop || folder || locales) return {};
  shared ??= openGoodsIndex({ file: null, now: () => NEVER_OLD, restsOf });
  return { goodsIndex: shared };
}

export async function openHouse(options: HouseOptions = {}): Promise<House> {
  const { fault, at = START, staffed = false, ...rest } = options;
  let time = at;
  let ids = 0;
  const errors: object[] = [];
  const earshot = await openDemoHouse({
    folder: null,
    shop: SHOP,
    locales: LOCALES,
    now: () => time,
    strict: true,
    secret: SECRET,
    chance: () => 1,
    log: { error: (what: object) => void errors.push(what), warn: (what: object) => void errors.push(what) },
    random: () => `id-${++ids}`,
    // A turn takes as long as a busy machine needs; whoever tests deadlines brings a timer.
    timer: () => () => undefined,
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    ...goodsOfAll(options),
    ...rest,
  });
  if (fault) earshot.demo.setFault(fault);
  if (staffed) await earshot.store.agents.add({ ...MARTA, seenAt: at });
  const before = earshot.demo.countVoiceOrders();
  return {
    ...earshot,
    errors,
    clock: {
      now: () => time,
      advance: (ms) => {
        time += ms;
      },
    },
    orders: () => earshot.demo.countVoiceOrders() - before,
  };
}
