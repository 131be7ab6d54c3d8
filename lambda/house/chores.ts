/** What a server does besides answering: asks a desk and the shop for what nobody brought, and lets go of what is too old. */

import type { Logger } from 'pino';
import { callWithin } from '../services/commerce/call';
import { pollChanges } from '../services/news/polling';
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

/** Begins them; `stop` ends them, and what is cut short by the closing store is done at the next start. */
export function startChores(earshot: Earshot, given: ChoreNeeds): { stop(): void } {
  const needs = { now: earshot.now, ...given };
  const { desk } = earshot;
  let isStopped = false;
  const report = (error: unknown) => isStopped || needs.log.error({ err: error }, 'a chore failed; it is tried again');
  const every = (ms: number, chore: () => Promise<unknown>) =>
    setInterval(() => void chore().catch(report), ms).unref();
  const timers = [
    every(TIDY_MS, () => tidy(earshot, needs)),
    every(POLL_MS, () => settleCare(earshot, needs, isCareDue)),
    every(POLL_MS, () => settleOrders(earshot, needs, isOrderDue)),
  ];
  if (earshot.changes?.since) timers.push(every(POLL_MS, () => askForChanges(earshot)));
  const { moveFiles } = earshot.store;
  if (moveFiles) timers.push(every(POLL_MS, moveFiles));
  if (desk.poll) timers.push(every(POLL_MS, () => Promise.resolve(desk.poll?.())));
  void tidy(earshot, needs).catch(report);
  return {
    stop() {
      isStopped = true;
      timers.forEach(clearInterval);
    },
  };
}

/** Asks a shop that does not tell it by itself what has changed about its orders; answers how many were new. */
export async function askForChanges({
  changes,
  store,
  incoming,
  ...house
}: Pick<Earshot, 'changes' | 'store' | 'incoming' | 'voice' | 'now'>): Promise<number> {
  if (!changes) return 0;
  const locale = house.voice.languages[0] ?? 'en';
  const kept = await pollChanges({ changes, inbox: store.inbox, locale, now: house.now });
  if (kept > 0) incoming.wake();
  return kept;
}

/**
 * Asks the shop what became of what hangs, and whether what was promised to be watched has come; tells whomever it matters
 * to. Answers how many are known now.
 */
export async function settleCare(
  { remedies, careNews, voice }: Pick<Earshot, 'remedies' | 'careNews' | 'voice'>,
  { now = Date.now }: Pick<ChoreNeeds, 'now'>,
  isDue?: (age: number) => boolean,
): Promise<number> {
  const call = callWithin(CARE_PATIENCE_MS, { locale: voice.languages[0] ?? 'en', now });
  const known = await remedies.reconcile(call, MOST_AT_ONCE, isDue);
  await careNews.tell(MOST_AT_ONCE);
  return known;
}

/** Asks the shop what became of orders that hang, so that the next turn of their shoppers tells it. Answers how many are known now. */
export function settleOrders(
  { lateOrders, voice }: Pick<Earshot, 'lateOrders' | 'voice'>,
  { now = Date.now }: Pick<ChoreNeeds, 'now'>,
  isDue: (age: number) => boolean = () => true,
): Promise<number> {
  const call = callWithin(CARE_PATIENCE_MS, { locale: voice.languages[0] ?? 'en', now });
  return lateOrders.settle(call, MOST_AT_ONCE, isDue);
}

const CARE_PATIENCE_MS = 10_000;
const MOST_AT_ONCE = 500;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** Twice as long between one try and the next, and an hour at the most: true where one falls into the last round. */
export function isCareDue(age: number): boolean {
  return triesBy(age) > triesBy(age - POLL_MS);
}

/** Once a minute for a day, so that a shop that comes back is asked within two; then as rarely as everything else. */
export function isOrderDue(age: number): boolean {
  if (age >= DAY_MS) return isCareDue(age);
  return Math.floor(age / MINUTE_MS) > Math.floor((age - POLL_MS) / MINUTE_MS);
}

function triesBy(age: number): number {
  if (age < POLL_MS) return 0;
  const doubled = Math.floor(Math.log2(Math.min(age, HOUR_MS) / POLL_MS));
  return 1 + doubled + Math.floor(Math.max(0, age - HOUR_MS) / HOUR_MS);
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
    words: before(days.words),
    record: before(days.record),
    conversations: before(days.conversations),
  };
}
