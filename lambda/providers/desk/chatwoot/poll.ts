/** Looks for what no webhook brought: Chatwoot sends each one once, and waits five seconds for an answer. */

import type { Received } from '../../../services/queue/queues';
import type { Instant } from '../../../vocabulary/values';
import { ChatwootRefused, type Client } from './client';
import { changeItems, goneItem, messageItems, stateItems } from './items';
import { conversationOf, latestMessages, messagesBack, messagesSince, PER_PAGE } from './look';
import { type ChatwootSettings, cursorOf } from './settings';
import { type ChatwootMessage, changedIn, instantOf } from './shapes';

/** A hand-off to look at, and since when it is one. */
export type AtDesk = { readonly handOffId: string; readonly ref: string; readonly createdAt: Instant };

export type Polling = {
  readonly client: Client;
  readonly settings: ChatwootSettings;
  readonly now: () => Instant;
  /** The hand-offs that are open with this desk; those that ended lately are worth a look too. */
  readonly open: () => Promise<readonly AtDesk[]>;
  readonly put: (received: Received) => Promise<boolean>;
  readonly cursor: (source: string) => Promise<string | null>;
  readonly moveCursor: (source: string, cursor: string) => Promise<void>;
  readonly seen: SeenThere;
};

/** What a server remembers of its looks. `words`: how messages of people read, by their numbers there; null: deleted. */
export type SeenThere = {
  readonly words: Map<number, string | null>;
  /** By the numbers of the conversations. */
  readonly looked: Map<string, Looked>;
};

/** `moment`: when the conversation had changed last, as it says; `from`: the number of the first message that is looked at. */
type Looked = { readonly moment: string; readonly from: number };

export function nothingSeen(): SeenThere {
  return { words: new Map(), looked: new Map() };
}

/** A server remembers so many. */
const MOST_READ = 20_000;
const MOST_LOOKED = 2_000;

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
    // First, so that what changes after it is another moment's.
    const found = await conversationOf(needs.client, at.ref);
    const latest = await lookForMessages(at, needs);
    await lookForChanges(latest, String(found.updated_at ?? ''), { at, needs });
    for (const item of stateItems(found, needs.now())) await needs.put(item);
  } catch (error) {
    if (!(error instanceof ChatwootRefused) || error.status !== 404) throw error;
    await confirmGone(at, needs);
  }
}

/** Answers the latest ones. */
async function lookForMessages({ ref, handOffId }: AtDesk, needs: Polling): Promise<readonly ChatwootMessage[]> {
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
  return latest;
}

type At = { readonly at: AtDesk; readonly needs: Polling };

/** Whatever changes there is another moment of the conversation: then all of this hand-off are looked through, however many. */
async function lookForChanges(latest: readonly ChatwootMessage[], moment: string, { at, needs }: At): Promise<void> {
  const { client, seen } = needs;
  const before = seen.looked.get(at.ref);
  const isWhole = latest.length < PER_PAGE || (before?.moment === moment && moment !== '');
  for (const message of latest) await lookForChange(message, at, needs);
  if (isWhole) return;
  const from = before?.from ?? (await firstOf(at, client));
  for await (const page of messagesSince(client, at.ref, from - 1)) {
    for (const message of page) await lookForChange(message, at, needs);
  }
  if (seen.looked.size >= MOST_LOOKED) seen.looked.clear();
  seen.looked.set(at.ref, { moment, from });
}

/** As far as what was said is looked through to change it. */
const MOST_PAGES = 50;

/** A conversation may be older than its hand-off. */
async function firstOf({ ref, createdAt }: AtDesk, client: Client): Promise<number> {
  let first = 1;
  for await (const page of messagesBack(client, { ref, since: createdAt, pages: MOST_PAGES }))
    first = page[0]?.id ?? first;
  return first;
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

/** A deletion is told, and what reads otherwise than at the look before. */
async function lookForChange(
  message: ChatwootMessage,
  { ref, handOffId }: AtDesk,
  { now, put, seen: { words: read } }: Polling,
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
