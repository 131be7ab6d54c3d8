/** Tells the house how far the shopper has seen: the latest line once, and what did not arrive with the next look. */

import { rank } from './rank';

export type Sight = {
  reached(line: string): void;
  /** What did not arrive goes now. */
  again(): void;
  /** It is another conversation, of which nothing was seen. */
  forget(): void;
};

/** `tell`: whether it arrived. */
export function createSight(tell: (line: string) => Promise<boolean>): Sight {
  let latest = '';
  let told = '';
  let busy = false;

  async function go(): Promise<void> {
    if (busy || rank(latest) <= rank(told)) return;
    const line = latest;
    busy = true;
    const arrived = await tell(line);
    busy = false;
    if (latest === '') return;
    if (arrived) told = line;
    if (latest !== line) void go();
  }

  return {
    reached(line) {
      if (rank(line) > rank(latest)) latest = line;
      void go();
    },
    again: () => void go(),
    forget() {
      latest = '';
      told = '';
    },
  };
}
