/** The inbox items of this desk: webhook and poller make the same ones, so that what both find is read once. */

import { z } from 'zod';
import type { Received } from '../../../services/queues';
import type { Instant } from '../../../turn';
import { SOURCE } from './settings';
import { assigneeOf, attributeOf, type Conversation, instantOf, type Message, saidIn } from './shapes';

const place = {
  /** The conversation's number there. */
  ref: z.string(),
  /** The hand-off it says it belongs to. */
  claims: z.string().nullable(),
};

const item = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('message'),
    ...place,
    id: z.number(),
    agent: z.object({ id: z.string(), name: z.string() }),
    text: z.string(),
    at: z.number(),
  }),
  /** Something changed: what it is now is asked for when it is read, for these come late and in any order. */
  z.object({ kind: z.literal('state'), ...place, resolved: z.boolean(), at: z.number() }),
]);
export type Item = z.infer<typeof item>;

export type Where = { readonly ref: string; readonly claims: string | null };

/** Messages are not edited there: their id is what makes them the same. */
export function messageItem(where: Where, message: Message, now: Instant): Received | null {
  const said = saidIn(message);
  if (!said) return null;
  const at = instantOf(message.created_at, now);
  return received(`message_created:${message.id}`, { kind: 'message', ...where, id: message.id, ...said, at });
}

/** null: it waits in the queue, which is how we left it. */
export function stateItem(found: Conversation, now: Instant): Received | null {
  const assignee = assigneeOf(found);
  const isOver = found.status === 'resolved' || found.status === 'pending';
  if (!assignee && !isOver) return null;
  // Who has it is news once; that it is over can be so again, later.
  const moment = isOver ? `:${found.updated_at ?? found.last_activity_at ?? ''}` : '';
  const where = { ref: String(found.id), claims: attributeOf(found, 'handOff') };
  const at = instantOf(found.updated_at ?? found.last_activity_at, now);
  const key = `state:${where.ref}:${found.status}:${assignee?.id ?? ''}${moment}`;
  return received(key, { kind: 'state', ...where, resolved: found.status === 'resolved', at });
}

/** The conversation is not there any more. */
export function goneItem(where: Where, now: Instant): Received {
  return received(`state:${where.ref}:gone`, { kind: 'state', ...where, resolved: false, at: now });
}

function received(key: string, body: Item): Received {
  return { source: SOURCE, key, lane: `${SOURCE}:${body.ref}`, body: JSON.stringify(body) };
}

/** null: not one of ours. */
export function itemIn({ source, body }: Received): Item | null {
  if (source !== SOURCE) return null;
  try {
    return item.safeParse(JSON.parse(body)).data ?? null;
  } catch {
    return null;
  }
}
