/** Makes what webhooks and the poller found into what happened to a hand-off. */

import { type DeskEvent, DONE, type Done, type HandOff, type HandOffs } from '../../../services/hand-off/hand-offs';
import type { KeptReceived, Received } from '../../../services/queue/queues';
import type { Client } from './client';
import type { FetchAttached } from './download';
import { type Item, type ItemOf, itemIn, messageItems } from './items';
import { currentOf, messagesSince } from './look';
import { cursorOf, NAME } from './settings';
import { assigneeOf, attributeOf, type Conversation, instantOf } from './shapes';

export type ChatwootReading = {
  readonly client: Client;
  readonly handOffs: Pick<HandOffs, 'get' | 'byRef' | 'refOf'>;
  readonly cursor: (source: string) => Promise<string | null>;
  readonly put: (received: Received) => Promise<boolean>;
  readonly download: FetchAttached;
};

/** Throws `Refused` where Chatwoot must be asked and does not answer: it is read again later. */
export async function readItem(received: KeptReceived, needs: ChatwootReading): Promise<readonly DeskEvent[]> {
  const item = itemIn(received);
  const handOff = item && (await handOffOf(item, needs.handOffs));
  if (!item || !handOff) return [];
  if (item.kind === 'said') return saidBy(item, handOff, needs);
  if (item.kind === 'changed') return changedBy(item, handOff);
  // What it is after that is nothing of ours any more.
  if (handOff.state === 'completed' || handOff.state === 'failed') return [];
  return item.kind === 'accepted' ? acceptedBy(item, handOff) : endOf(item, handOff, needs);
}

/**
 * What the conversation claims counts first: people write before its number is noted here. But it may claim nothing that
 * is known to belong to another conversation.
 */
async function handOffOf({ ref, claims }: Item, handOffs: ChatwootReading['handOffs']): Promise<HandOff | null> {
  if (claims !== null) {
    const claimed = await handOffs.get(claims);
    const known = claimed && (await handOffs.refOf(claimed.id));
    if (claimed && (known === null || known === ref)) return claimed;
  }
  return handOffs.byRef(NAME, ref);
}

/** Files each for itself, then the words; of a file that cannot be had the address goes along, as Chatwoot gave it. */
async function saidBy(
  { id, agent, text, at, files }: ItemOf<'said'>,
  handOff: HandOff,
  { download }: Pick<ChatwootReading, 'download'>,
): Promise<readonly DeskEvent[]> {
  const by = { handOffId: handOff.id, at, kind: 'said', agent } as const;
  const got = await Promise.all(files.map(async (url) => ({ url, file: await download(url) })));
  const sent = got.flatMap(({ file }, index) =>
    file ? [{ ...by, id: `${NAME}:said:${id}:${index}`, text: '', file }] : [],
  );
  const words = [text, ...got.flatMap(({ url, file }) => (file ? [] : [url]))].filter((line) => line !== '');
  return words.length === 0 ? sent : [...sent, { ...by, id: `${NAME}:said:${id}`, text: words.join('\n') }];
}

/** What was said longer ago is not asked for any more. */
const DAY_MS = 24 * 3_600_000;

/**
 * Also of one that is over: it has happened there, and its shopper may still read what stood there. Words that were put beside
 * files later were never said: they are, unless they were.
 */
function changedBy(
  { id, agent, text, at, files, sentAt }: ItemOf<'changed'>,
  { id: handOffId }: HandOff,
): readonly DeskEvent[] {
  const of = `${NAME}:said:${id}`;
  const by = { handOffId, agent };
  const isBeside = files.length > 0;
  const said = { ...by, id: of, kind: 'said', at: sentAt, text: text ?? '' } as const;
  const changed: DeskEvent = {
    ...{ ...by, id: `${NAME}:changed:${id}:${text === null ? 'deleted' : at}`, at, of },
    ...{ kind: 'changed', to: text === '' ? null : text },
    ...(isBeside ? { beside: files } : {}),
  };
  return isBeside && text && at - sentAt < DAY_MS ? [said, changed] : [changed];
}

/** Old news of who had it change nothing. */
function acceptedBy({ agent, at }: ItemOf<'accepted'>, handOff: HandOff): readonly DeskEvent[] {
  const had = handOff.agent !== null && handOff.acceptedAt !== null && at < handOff.acceptedAt;
  if (had || handOff.agent?.id === agent.id) return [];
  return [{ id: `${NAME}:accepted:${handOff.id}:${agent.id}`, handOffId: handOff.id, at, kind: 'accepted', agent }];
}

async function endOf(item: ItemOf<'ended'>, handOff: HandOff, needs: ChatwootReading): Promise<readonly DeskEvent[]> {
  const found = await currentOf(needs.client, item.ref);
  const kind = endKind(found, item, handOff);
  if (!kind) return [];
  const missed = found ? await saidBefore(item, handOff, needs) : [];
  const at = found ? instantOf(found.updated_at ?? found.last_activity_at, item.at) : item.at;
  const over = { id: `${NAME}:${kind}:${handOff.id}`, handOffId: handOff.id, at, agent: found && assigneeOf(found) };
  if (kind === 'returned') return [...missed, { ...over, kind }];
  return [...missed, { ...over, kind, done: doneOf(found), topic: found && attributeOf(found, 'topic') }];
}

/** Every conversation is pending until it is opened; after that, somebody gave it back. One that is lost comes back too. */
function endKind(
  found: Conversation | null,
  { how }: ItemOf<'ended'>,
  { state }: HandOff,
): 'returned' | 'closed' | null {
  if (!found) return 'returned';
  if (found.status === 'resolved') return 'closed';
  if (found.status !== 'pending' || state === 'initiated') return null;
  // Resolved, and then the shopper's last word set it going again.
  return how === 'resolved' ? 'closed' : 'returned';
}

/** What no webhook brought so far is said before the end: afterwards nobody may look any more. */
async function saidBefore(item: Item, handOff: HandOff, needs: ChatwootReading): Promise<readonly DeskEvent[]> {
  const events: DeskEvent[] = [];
  const start = Number((await needs.cursor(cursorOf(item.ref))) ?? 0);
  for await (const page of messagesSince(needs.client, item.ref, start)) {
    for (const received of page.flatMap((message) => messageItems(item, message, item.at))) {
      const missed = itemIn(received);
      if (missed && (await needs.put(received)) && missed.kind === 'said')
        events.push(...(await saidBy(missed, handOff, needs)));
    }
  }
  return events;
}

/** By the attribute or by a label of one of our words; a label may be written with `_`. */
function doneOf(found: Conversation | null): Done {
  const named = [found && attributeOf(found, 'done'), ...(found?.labels ?? [])];
  const words = named.map((name) => name?.toLowerCase().replaceAll(/[_ ]/g, '-'));
  return DONE.find((done) => words.includes(done)) ?? 'answered';
}
