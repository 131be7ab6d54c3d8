/** The whole house in memory, as tests use it: real store, real demo shop, real words, and a clock of ours. */

import { join } from 'node:path';
import { readShopFile } from '../../lambda/config';
import { type Earshot, type OpenOptions, openEarshot } from '../../lambda/open';
import type { Fault } from '../../lambda/providers/shop/demo/faults';

export const LOCALES = join(__dirname, '..', '..', 'locales');
/** A Sunday morning in Milan. */
export const START = Date.parse('2026-11-22T10:00:00Z');

export type House = Earshot & {
  readonly clock: { now(): number; advance(ms: number): void };
  /** Orders placed by voice since the house was opened. */
  orders(): number;
  /** What was logged as an error; empty at the end of a healthy test. */
  readonly errors: object[];
};

export type HouseOptions = Partial<
  Pick<OpenOptions, 'wrap' | 'wait' | 'pause' | 'folder' | 'random' | 'shop' | 'calendar' | 'locales'>
> & {
  readonly fault?: Fault;
  readonly at?: number;
};

export async function openHouse(options: HouseOptions = {}): Promise<House> {
  const { fault, at = START, ...rest } = options;
  let time = at;
  let ids = 0;
  const errors: object[] = [];
  const earshot = await openEarshot({
    folder: null,
    shop: readShopFile(),
    locales: LOCALES,
    now: () => time,
    strict: true,
    log: { error: (what: object) => void errors.push(what), warn: (what: object) => void errors.push(what) },
    random: () => `id-${++ids}`,
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    ...rest,
  });
  if (fault) earshot.demo.setFault(fault);
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
