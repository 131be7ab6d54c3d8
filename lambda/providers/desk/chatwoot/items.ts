/** The inbox items of this desk, one for each thing that happened: webhook and poller make the same ones. */

import * as z from 'zod/mini';
import type { Person } from '../../../services/hand-off/hand-offs';
import type { Received } from '../../../services/queue/queues';
import type { Instant } from '../../../vocabulary/values';
import { SOURCE } from './settings';
import {
  assigneeOf,
  attributeOf,
  type ChatwootMessage,
  type Conversation,
  changedIn,
  instantOf,
  saidIn,
} from './shapes';

const common = {
  /** The conversation's number there. */
  ref: z.string(),
  /** The hand-off it says it belongs to. */
  claims: z.nullable(z.string()),
  at: z.number(),
};
const agent = z.object({ id: z.string(), name: z.string() });

const item = z.discriminatedUnion('kind', [
  /** `files`: where they lie. */
  z.object({
    ...{ kind: z.literal('said'), ...common, id: z.number(), agent, text: z.string() },
    files: z._default(z.readonly(z.array(z.string())), []),
  }),
  /** `text` null: it was deleted there. `sentAt`: when it was written. */
  z.object({
    ...{ kind: z.literal('changed'), ...common, id: z.number(), agent, text: z.nullable(z.string()) },
    ...{ files: z._default(z.readonly(z.array(z.string())), []), sentAt: z._default(z.number(), 0) },
  }),
  z.object({ kind: z.literal('accepted'), ...common, agent }),
  /** What it is by now is asked when this is read: such news come late and in any order. */
  z.object({ kind: z.literal('ended'), ...common, how: z.enum(['resolved', 'pending', 'gone']) }),
]);
export type Item = z.infer<typeof item>;
export type ItemOf<K extends Item['kind']> = Extract<Item, { kind: K }>;

type Where = { readonly ref: string; readonly claims: string | null };

export function whereOf(found: Conversation): Where {
  return { ref: String(found.id), claims: attributeOf(found, 'handOff') };
}

/** What a person wrote; who writes has it, whether or not they were assigned. Nothing of anybody else's. */
export function messageItems({ ref, claims }: Where, message: ChatwootMessage, now: Instant): readonly Received[] {
  const said = saidIn(message);
  if (!said) return [];
  const where = { ref, claims };
  const at = instantOf(message.created_at, now);
  // How it reads later is another item: the id is what makes them the same.
  const key = `message_created:${message.id}`;
  return [
    acceptedItem({ ...where, agent: said.agent, at }),
    received(key, { kind: 'said', ...where, id: message.id, ...said, at }),
  ];
}

/** How it reads by now, for whoever has read it before: most often the same, which is found out where it is known. */
export function changeItems({ ref, claims }: Where, message: ChatwootMessage, now: Instant): readonly Received[] {
  const changed = changedIn(message);
  if (!changed) return [];
  const sentAt = instantOf(message.created_at, now);
  // Deleted it stays; edited it may be once more, and back again.
  const key = `message_changed:${message.id}:${changed.text === null ? 'deleted' : now}`;
  return [received(key, { kind: 'changed', ref, claims, id: message.id, ...changed, at: now, sentAt })];
}

/** Nothing where it waits in the queue: so we left it. */
export function stateItems(found: Conversation, now: Instant): readonly Received[] {
  const where = whereOf(found);
  const moment = found.updated_at ?? found.last_activity_at;
  const at = instantOf(moment, now);
  const { status: how } = found;
  if (how === 'resolved' || how === 'pending') {
    return [received(`ended:${where.ref}:${how}:${moment ?? ''}`, { kind: 'ended', ...where, how, at })];
  }
  const agent = assigneeOf(found);
  return agent ? [acceptedItem({ ...where, agent, at })] : [];
}

function acceptedItem(accepted: Where & { readonly agent: Person; readonly at: Instant }): Received {
  const { ref, claims, agent } = accepted;
  return received(`accepted:${ref}:${claims ?? ''}:${agent.id}`, { kind: 'accepted', ...accepted });
}

/** The conversation is not there any more. */
export function goneItem(where: Where, now: Instant): Received {
  return received(`ended:${where.ref}:gone`, { kind: 'ended', ...where, how: 'gone', at: now });
}

function received(key: string, body: Item): Received {
  return { source: SOURCE, key, lane: `${SOURCE}:${body.ref}`, body: JSON.stringify(body) };
}

/** null: not one of ours. */
export function itemIn({ source, body }: Pick<Received, 'source' | 'body'>): Item | null {
  if (source !== SOURCE) return null;
  try {
    return item.safeParse(JSON.parse(body)).data ?? null;
  } catch {
    return null;
  }
}
