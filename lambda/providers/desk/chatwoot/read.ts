/** Makes what webhooks and the poller found into what happened to a hand-off. */

import { type DeskEvent, DONE, type Done, type HandOff, type HandOffs, type Person } from '../../../services/hand-offs';
import type { Received } from '../../../services/queues';
import type { Instant } from '../../../turn';
import { type Client, Refused } from './client';
import { type Item, itemIn } from './items';
import { conversationOf, messagesAfter } from './look';
import { cursorOf, NAME, SKEW } from './settings';
import { assigneeOf, attributeOf, type Conversation, instantOf, saidIn } from './shapes';

export type Reading = {
  readonly client: Client;
  readonly handOffs: Pick<HandOffs, 'get' | 'byRef' | 'refOf'>;
  readonly cursor: (source: string) => Promise<string | null>;
};

type Ours = { readonly handOff: HandOff; readonly item: Item };

/** Throws `Refused` where Chatwoot must be asked and does not answer: it is read again later. */
export async function readItem(received: Received, needs: Reading): Promise<readonly DeskEvent[]> {
  const item = itemIn(received);
  const handOff = item && (await handOffOf(item, needs.handOffs));
  if (!item || !handOff) return [];
  if (item.kind === 'message') return [...acceptedBy(item.agent, handOff, item.at), saidBy(item, handOff)];
  return isOver(handOff) ? [] : readState({ handOff, item }, needs);
}

/**
 * What the conversation claims counts first: people write before its number is noted here. But it may claim nothing that
 * is known to belong to another conversation.
 */
async function handOffOf({ ref, claims }: Item, handOffs: Reading['handOffs']): Promise<HandOff | null> {
  if (claims !== null) {
    const claimed = await handOffs.get(claims);
    const known = claimed && (await handOffs.refOf(claimed.id));
    if (claimed && (known === null || known === ref)) return claimed;
  }
  return handOffs.byRef(NAME, ref);
}

async function readState({ handOff, item }: Ours, needs: Reading): Promise<readonly DeskEvent[]> {
  const found = await current(item.ref, needs.client);
  const at = found ? instantOf(found.updated_at ?? found.last_activity_at, item.at) : item.at;
  const agent = found && assigneeOf(found);
  const end = endOf(found, { handOff, item });
  if (!end) return agent ? acceptedBy(agent, handOff, at) : [];
  const missed = found ? await saidSince({ handOff, item }, needs) : [];
  const id = `${NAME}:${end}:${handOff.id}`;
  const over = { id, handOffId: handOff.id, at, agent };
  if (end === 'returned') return [...missed, { ...over, kind: 'returned' }];
  const topic = found && attributeOf(found, 'topic');
  return [...missed, { ...over, kind: 'closed', done: doneOf(found), topic }];
}

async function current(ref: string, client: Client): Promise<Conversation | null> {
  try {
    return await conversationOf(client, ref);
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return null;
    throw error;
  }
}

/** Every conversation is pending until our note is written; after that, somebody gave it back. A lost one comes back too. */
function endOf(found: Conversation | null, { handOff, item }: Ours): 'returned' | 'closed' | null {
  if (!found) return 'returned';
  if (found.status === 'resolved') return 'closed';
  if (found.status !== 'pending' || handOff.state === 'initiated') return null;
  // Resolved, and then the shopper's last word set it going again.
  return item.kind === 'state' && item.resolved ? 'closed' : 'returned';
}

/** What no webhook brought: once it is over, the poller does not look any more. */
async function saidSince({ handOff, item }: Ours, { client, cursor }: Reading): Promise<readonly DeskEvent[]> {
  const events: DeskEvent[] = [];
  let after = Number((await cursor(cursorOf(item.ref))) ?? 0);
  for (;;) {
    const page = await messagesAfter(client, item.ref, after);
    for (const message of page) {
      const said = saidIn(message);
      const at = instantOf(message.created_at, item.at);
      if (said && at >= handOff.createdAt - SKEW) events.push(saidBy({ id: message.id, ...said, at }, handOff));
    }
    const last = Math.max(after, ...page.map(({ id }) => id));
    if (last === after) return events;
    after = last;
  }
}

type Words = { readonly id: number; readonly agent: Person; readonly text: string; readonly at: Instant };

function saidBy({ id, agent, text, at }: Words, handOff: HandOff): DeskEvent {
  return { id: `${NAME}:said:${id}`, handOffId: handOff.id, at, kind: 'said', agent, text };
}

/** Who writes has it, whether or not they were assigned. */
function acceptedBy(agent: Person, handOff: HandOff, at: Instant): readonly DeskEvent[] {
  if (isOver(handOff) || handOff.agent?.id === agent.id) return [];
  return [{ id: `${NAME}:accepted:${handOff.id}:${agent.id}`, handOffId: handOff.id, at, kind: 'accepted', agent }];
}

function isOver({ state }: HandOff): boolean {
  return state === 'completed' || state === 'failed';
}

/** By the attribute or by a label of one of our words; a label may be written with `_`. */
function doneOf(found: Conversation | null): Done {
  const named = [found && attributeOf(found, 'done'), ...(found?.labels ?? [])];
  const words = named.map((name) => name?.toLowerCase().replaceAll(/[_ ]/g, '-'));
  return DONE.find((done) => words.includes(done)) ?? 'answered';
}
