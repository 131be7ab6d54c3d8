/** What a server does besides answering: asks a desk for what no webhook brought, and lets go of what is too old. */

import type { Logger } from 'pino';
import type { PurgeBefore } from '../services/privacy/privacy';
import type { Earshot } from './earshot';
import type { ShopFile } from './shop-file';

export type ChoreNeeds = {
  readonly shop: Pick<ShopFile, 'retention'>;
  readonly log: Pick<Logger, 'error' | 'info'>;
  /** Real time, milliseconds. */
  readonly now?: () => number;
};

const POLL_MS = 15_000;
const TIDY_MS = 3_600_000;
const DAY_MS = 24 * 3_600_000;

/** Begins them; `stop` ends them, what is under way goes on. */
export function startChores(earshot: Earshot, needs: ChoreNeeds): { stop(): void } {
  const { desk } = earshot;
  const report = (error: unknown) => needs.log.error({ err: error }, 'a chore failed; it is tried again');
  const every = (ms: number, chore: () => Promise<unknown>) =>
    setInterval(() => void chore().catch(report), ms).unref();
  const timers = [every(TIDY_MS, () => tidy(earshot, needs))];
  if (desk.poll) timers.push(every(POLL_MS, () => Promise.resolve(desk.poll?.())));
  void tidy(earshot, needs).catch(report);
  return { stop: () => timers.forEach(clearInterval) };
}

/** Lets go of what is older than `shop.json` says. Answers how many rows went, by table. */
export function tidy(
  { store }: Pick<Earshot, 'store'>,
  { shop, now = Date.now }: Pick<ChoreNeeds, 'shop' | 'now'>,
): Promise<Readonly<Record<string, number>>> {
  return store.privacy.purge(limits(shop.retention, now()));
}

function limits(days: ShopFile['retention'], now: number): PurgeBefore {
  const before = (kept: number) => now - kept * DAY_MS;
  return {
    history: before(days.transcripts),
    handOffs: before(days.handOffs),
    deliveries: before(days.deliveries),
    received: before(days.received),
    contacts: before(days.contacts),
    conversations: before(days.conversations),
  };
}
