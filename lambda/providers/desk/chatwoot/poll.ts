/** Looks for what no webhook brought: Chatwoot sends each one once, and waits five seconds for an answer. */

import type { Received } from '../../../services/queue/queues';
import type { Instant } from '../../../vocabulary/values';
import { ChatwootRefused, type Client } from './client';
import { changeItems, goneItem, messageItems, stateItems } from './items';
import { conversationOf, latestMessages, messagesSince, PER_PAGE } from './look';
import { type ChatwootSettings, cursorOf } from './settings';
import { type ChatwootMessage, changedIn, instantOf } from './shapes';

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
  /** How messages of people read at the last look, by their numbers there; null: deleted. */
  readonly read: Map<number, string | null>;
};

/** A server remembers so many. */
const MOST_READ = 10_000;

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
  const latest = await latestMessages(client, ref);
  let isSettled = true;
  for await (const page of newOnes(latest, start, () => messagesSince(client, ref, start))) {
    for (const item of page.flatMap((message) => messageItems({ ref, claims: handOffId }, message, now()))) {
      await needs.put(item);
    }
    const young = page.filter(({ created_at }) => instantOf(created_at, now()) > now() - SETTLED_MS);
    const settled = Math.min(Math.max(...page.map(({ id }) => id)), ...young.map(({ id }) => id - 1));
    if (isSettled && settled > start) await needs.moveCursor(source, String(settled));
    isSettled &&= young.length === 0;
  }
  for (const message of latest) await lookForChange(message, { ref, handOffId }, needs);
}

/** Those after this one: of the latest, where none is between. */
async function* newOnes(
  latest: readonly ChatwootMessage[],
  start: number,
  all: () => AsyncIterable<readonly ChatwootMessage[]>,
): AsyncGenerator<readonly ChatwootMessage[]> {
  const isWhole = latest.length < PER_PAGE || latest.some(({ id }) => id <= start);
  const own = latest.filter(({ id }) => id > start);
  if (!isWhole) yield* all();
  else if (own.length > 0) yield own;
}

/** Of the latest ones: a deletion is told, and what reads otherwise than at the look before. */
async function lookForChange(
  message: ChatwootMessage,
  { ref, handOffId }: AtDesk,
  { now, put, read }: Polling,
): Promise<void> {
  const changed = changedIn(message);
  if (!changed) return;
  const before = read.get(message.id);
  if (read.size >= MOST_READ) read.clear();
  read.set(message.id, changed.text);
  const isNews = changed.text === null ? before !== null : before !== undefined && before !== changed.text;
  if (!isNews) return;
  for (const item of changeItems({ ref, claims: handOffId }, message, now())) await put(item);
}

/** Everything would be gone if a setting were wrong; only where our inbox is there, this one is. Throws `Refused`. */
async function confirmGone({ ref, handOffId }: AtDesk, { client, settings, put, now }: Polling): Promise<void> {
  await client({ as: 'user', method: 'GET', path: `/inboxes/${settings.inboxId}` });
  await put(goneItem({ ref, claims: handOffId }, now()));
}
