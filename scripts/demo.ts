/** Opens the house for the tools that play with the demo shop: conversations at a terminal, and dialogues of the examples. */

import type { Earshot, OpenOptions } from '../lambda/house/earshot';
import { openEarshot } from '../lambda/house/open';
import type { DemoHandle } from '../lambda/house/shops';
import type { Wait } from '../lambda/providers/shop/demo/faults';
import { open } from '../lambda/providers/shop/demo/index';

export type DemoHouse = Earshot & { readonly demo: DemoHandle };

export type DemoOptions = Omit<OpenOptions, 'provider'> & {
  /** How the fault `slow` waits. */
  readonly wait?: Wait;
};

/** Whatever shop is set: people and failures are the demo's. */
export async function openDemoHouse({ wait, ...options }: DemoOptions): Promise<DemoHouse> {
  let demo: DemoHandle | undefined;
  const house = await openEarshot({
    ...options,
    provider: async (needs) => {
      const opened = await open(wait ? { wait } : {}, needs);
      demo = opened.demo;
      return opened;
    },
  });
  if (!demo) throw new Error('the house opened no shop');
  return { ...house, demo };
}
