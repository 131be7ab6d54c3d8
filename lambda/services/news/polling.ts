/** Asks a shop that tells nothing by itself what has changed, and keeps it where webhooks put theirs. */

import type { Instant } from '../../vocabulary/values';
import { type Call, callWithin } from '../commerce/call';
import type { Inbox } from '../queue/queues';
import { CHANGES, type ChangesPage, type OrderChanges, receivedOf } from './changes';

export type PollNeeds = {
  readonly changes: OrderChanges;
  readonly inbox: Inbox;
  readonly locale: string;
  /** Real time. */
  readonly now: () => Instant;
};

/** Nobody waits for it. Milliseconds. */
const PATIENCE_MS = 10_000;
/** At a time; the rest is there at the next look. */
const MOST_PAGES = 20;

/** Answers how many were new. The cursor moves only behind what is kept: what is asked for twice is known by its key. */
export async function pollChanges({ changes, inbox, locale, now }: PollNeeds): Promise<number> {
  const { since } = changes;
  if (!since) return 0;
  let kept = 0;
  for (let left = MOST_PAGES; left > 0; left -= 1) {
    const call = callWithin(PATIENCE_MS, { locale, now });
    const told = await since(await inbox.cursor(CHANGES), call);
    if (!told.ok) throw new Error(`the shop does not say what has changed: ${told.error.kind}`);
    kept += await keep(told.value, { inbox, call });
    if (!told.value.goesOn) break;
  }
  return kept;
}

type Keeping = Pick<PollNeeds, 'inbox'> & { readonly call: Call };

async function keep({ changes, cursor, settle }: ChangesPage, { inbox, call }: Keeping): Promise<number> {
  let kept = 0;
  for (const change of changes) kept += (await inbox.put(receivedOf(change))) ? 1 : 0;
  await inbox.moveCursor(CHANGES, cursor);
  await settle?.(call);
  return kept;
}
