/** What Chatwoot says of conversations and messages, by webhook or when asked, made one: the vendor's shapes stop here. */

import * as z from 'zod/mini';
import type { Person } from '../../../services/hand-off/hand-offs';
import type { Instant } from '../../../vocabulary/values';
import { ATTRIBUTE } from './settings';

/** Types are words in webhooks and numbers when asked. */
const MESSAGE_TYPES = ['incoming', 'outgoing', 'activity', 'template'] as const;

const when = z.nullish(z.union([z.number(), z.string()]));
const someone = z.object({
  id: z.number(),
  name: z.nullish(z.string()),
  available_name: z.nullish(z.string()),
  type: z.nullish(z.string()),
});

export const message = z.object({
  id: z.number(),
  content: z.nullish(z.string()),
  message_type: z.union([
    z.enum(MESSAGE_TYPES),
    z.pipe(
      z.int().check(z.minimum(0), z.maximum(3)),
      z.transform((index) => MESSAGE_TYPES[index]),
    ),
  ]),
  private: z.nullish(z.boolean()),
  created_at: when,
  source_id: z.nullish(z.string()),
  sender: z.catch(z.nullish(someone), null),
  attachments: z.catch(z.nullish(z.array(z.object({ data_url: z.nullish(z.string()) }))), null),
  content_attributes: z.catch(z.nullish(z.object({ deleted: z.nullish(z.boolean()) })), null),
});
export type ChatwootMessage = z.infer<typeof message>;

export const conversation = z.object({
  /** The number that agents see; it is what every path wants. */
  id: z.number(),
  inbox_id: z.nullish(z.number()),
  status: z.string(),
  labels: z.catch(z.nullish(z.array(z.string())), null),
  custom_attributes: z.catch(z.nullish(z.record(z.string(), z.unknown())), null),
  updated_at: when,
  last_activity_at: when,
  meta: z.catch(
    z.nullish(
      z.object({
        assignee: z.catch(z.nullish(someone), null),
        assignee_type: z.nullish(z.string()),
        team: z.catch(z.nullish(z.object({ id: z.number() })), null),
        sender: z.catch(z.nullish(z.object({ id: z.number() })), null),
      }),
    ),
    null,
  ),
});
export type Conversation = z.infer<typeof conversation>;

export const conversations = z.object({ payload: z.array(conversation) });
export const messages = z.object({ payload: z.array(message) });

/** Seconds or a date; what says neither happened just now. */
export function instantOf(value: number | string | null | undefined, now: Instant): Instant {
  const time = typeof value === 'number' ? Math.round(value * 1000) : Date.parse(value ?? '');
  return Number.isFinite(time) ? time : now;
}

function personOf({ id, name, available_name }: z.infer<typeof someone>): Person {
  return { id: `chatwoot:${id}`, name: available_name || name || '' };
}

/** The person who has it; a bot that has it is nobody. */
export function assigneeOf({ meta }: Conversation): Person | null {
  const assignee = meta?.assignee;
  if (!assignee || assignee.type === 'agent_bot' || meta?.assignee_type === 'AgentBot') return null;
  return personOf(assignee);
}

/** `files`: their addresses. Where there is no text there is one at least. */
type Said = { readonly agent: Person; readonly text: string; readonly files: readonly string[] };

/**
 * What a person wrote to the shopper, or null: private notes, our own posts, what automations write, status lines and the
 * shopper's own words come the same way.
 */
export function saidIn(message: ChatwootMessage): Said | null {
  const { sender, content, attachments } = message;
  if (message.message_type !== 'outgoing' || message.private !== false || message.content_attributes?.deleted)
    return null;
  if (sender?.type?.toLowerCase() !== 'user') return null;
  const files = filesOf(attachments);
  const text = content?.trim() ?? '';
  return text === '' && files.length === 0 ? null : { agent: personOf(sender), text, files };
}

function filesOf(attachments: ChatwootMessage['attachments']): readonly string[] {
  return attachments?.flatMap(({ data_url }) => data_url || []) ?? [];
}

/** How what a person wrote reads now, beside these files; null: it was deleted, and they were. Empty: the words alone were. */
type Changed = { readonly agent: Person; readonly text: string | null; readonly files: readonly string[] };

/** null: nothing that went to a shopper. */
export function changedIn(message: ChatwootMessage): Changed | null {
  const { sender, content, attachments, content_attributes } = message;
  if (message.message_type !== 'outgoing' || message.private !== false || !sender) return null;
  if (sender.type?.toLowerCase() !== 'user') return null;
  if (content_attributes?.deleted) return { agent: personOf(sender), text: null, files: [] };
  const text = content?.trim() ?? '';
  const files = filesOf(attachments);
  return text === '' && files.length === 0 ? null : { agent: personOf(sender), text, files };
}

export function attributeOf({ custom_attributes }: Conversation, key: keyof typeof ATTRIBUTE): string | null {
  const value = custom_attributes?.[ATTRIBUTE[key]];
  return typeof value === 'string' && value !== '' ? value : null;
}
