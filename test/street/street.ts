/** What everybody on the street shares: the town, when the day is over, how long people think, and what they were told. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Acknowledged } from '../servers/device';
import { type Chance, chanceOf } from './chance';
import type { Town } from './town';

export type Street = {
  readonly town: Town;
  isOver(): boolean;
  chance(name: string): Chance;
  /** A while, longer where answers take long: who waits does not ask more. Shorter once the day is over. */
  thinks(chance: Chance, ms: readonly [number, number]): Promise<void>;
  /** The servers' addresses, beginning with this one. */
  from(nth: number): readonly { readonly url: string }[];
  readonly told: Told;
};

/** What was acknowledged to people, as they noted it. */
export type Told = {
  readonly spoken: Spoken[];
  readonly written: Written[];
  /** Updates of phones, each once, and how often they were brought. */
  readonly brought: { readonly chat: number; readonly text: string; readonly times: number }[];
  /** What a person at the desk wrote, by the writer who reads it. */
  readonly byDesk: { readonly reader: string; readonly text: string }[];
  /** Words whose writers had everything erased. */
  readonly erased: string[];
  readonly pages: Page[];
  /** Whatever went wrong where it was seen. */
  readonly faults: Record<'desk' | 'ready' | 'stops' | 'people', string[]>;
  readonly seen: Record<'desk' | 'ready' | 'stops' | 'people', number>;
};

export type Spoken = Acknowledged & { readonly person: string; readonly token: string; readonly firstName: string };
export type Written = { readonly writer: string; readonly text: string };
/** What one page was shown, in the order in which it was. */
export type Page = { readonly writer: string; readonly lines: Line[]; close(): void };
export type Line = { readonly id: string; readonly by: string; readonly text: string };

const SLOW_MS = 250;
const SLOWEST = 8;

export function openStreet(town: Town, { seed, until }: { readonly seed: number; readonly until: number }): Street {
  const isOver = () => performance.now() >= until;
  const urls = town.servers.map(({ url }) => ({ url }));
  const none = () => ({ desk: [], ready: [], stops: [], people: [] });
  return {
    town,
    isOver,
    chance: (name) => chanceOf(seed, name),
    async thinks(chance, [least, most]) {
      const slower = Math.min(SLOWEST, Math.max(1, town.knocks.pace() / SLOW_MS));
      const ms = chance.between(least, most) * slower;
      for (let left = ms; left > 0 && !isOver(); left -= 200) await sleep(Math.min(left, 200));
    },
    from: (nth) => urls.map((_url, at) => urls[(nth + at) % urls.length] ?? { url: '' }),
    told: {
      ...{ spoken: [], written: [], brought: [], byDesk: [], erased: [], pages: [] },
      faults: none(),
      seen: { desk: 0, ready: 0, stops: 0, people: 0 },
    },
  };
}
