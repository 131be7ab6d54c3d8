/** Looks for what no webhook brought: Chatwoot sends each one once, and waits five seconds for an answer. */

import type { Received } from '../../../services/queue/queues';
import type { Instant } from '../../../vocabulary/values';
import { ChatwootRefused, type Client } from './client';
import { goneItem, messageItems, stateItems } from './items';
import { conversationOf, messagesSince } from './look';
import { type ChatwootSettings, cursorOf } from './settings';
import { instantOf } from './shapes';

/** A hand-off to look at. */
export type AtDesk = { readonly handOffId: string; readonly ref: string };

export type Polling = {
  readonly client: Client;
  readonly settings: ChatwootSettings;
  readonly now: () => Instant;
  /** The hand-offs that are open with this desk; those that ended lately are worth a look too. */
  readonly open: () => Promise<readonly AtDesk[]>;
  readonly put: (received: Received) => Promise<boolean>;
  readonly cursor: (source: string) => Promise<string | null>;
  readonly moveCursor: (source: string, cursor: string) => Promise<void>;
};

/** A message may show up after one with a higher number: those younger than this are looked at again. */
const SETTLED_MS = 2 * 60_000;

/** One that cannot be read does not keep the others waiting; a Chatwoot that is away does. Throws `Refused`. */
export async function pollDesk(needs: Polling): Promise<void> {
  let refused: ChatwootRefused | undefined;
  for (const at of await needs.open()) {
    try {
      await look(at, needs);
    } catch (error) {
      if (!(error instanceof ChatwootRefused) || error.tried.kind === 'later') throw error;
      refused = error;
    }
  }
  if (refused) throw refused;
}

async function look(at: AtDesk, needs: Polling): Promise<void> {
  try {
    await lookForMessages(at, needs);
    const found = await conversationOf(needs.client, at.ref);
    for (const item of stateItems(found, needs.now())) await needs.put(item);
  } catch (error) {
    if (!(error instanceof ChatwootRefused) || error.status !== 404) throw error;
    await confirmGone(at, needs);
  }
}

async function lookForMessages({ ref, handOffId }: AtDesk, needs: Polling): Promise<void> {
  const { client, now } = needs;
  const source = cursorOf(ref);
  const start = Number((await needs.cursor(source)) ?? 0);
  let isSettled = true;
  for await (const page of messagesSince(client, ref, start)) {
    for (const item of page.flatMap((message) => messageItems({ ref, claims: handOffId }, message, now()))) {
      await needs.put(item);
    }
    const young = page.filter(({ created_at }) => instantOf(created_at, now()) > now() - SETTLED_MS);
    const settled = Math.min(Math.max(...page.map(({ id }) => id)), ...young.map(({ id }) => id - 1));
    if (isSettled && settled > start) await needs.moveCursor(source, String(settled));
    isSettled &&= young.length === 0;
  }
}

/** Everything would be gone if a setting were wrong; only where our inbox is there, this one is. Throws `Refused`. */
async function confirmGone({ ref, handOffId }: AtDesk, { client, settings, put, now }: Polling): Promise<void> {
  await client({ as: 'user', method: 'GET', path: `/inboxes/${settings.inboxId}` });
  await put(goneItem({ ref, claims: handOffId }, now()));
}
