/** Looks for what an earlier try may have left in Chatwoot: it keeps no keys of ours, so a copy is avoided by looking. */

import type { Instant } from '../../../turn';
import type { Client } from './client';
import { SKEW } from './settings';
import { type Conversation, conversation, instantOf, type Message, messages } from './shapes';

/** Twenty messages each. */
const PAGES = 10;

export type Looked = {
  readonly ref: string;
  /** Nothing older is meant. */
  readonly since: Instant;
  readonly is: (message: Message) => boolean;
};

/** From the newest message back. */
export async function hasMessage(client: Client, { ref, since, is }: Looked): Promise<boolean> {
  let before: number | null = null;
  for (let page = 0; page < PAGES; page += 1) {
    const query: string = before === null ? '' : `?before=${before}`;
    const found = await messagesOf(client, ref, query);
    if (found.some(is)) return true;
    const [oldest] = found;
    if (!oldest || instantOf(oldest.created_at, since) < since - SKEW) return false;
    before = oldest.id;
  }
  return false;
}

/** At most 100, the oldest first, beginning after a message. */
export function messagesAfter(client: Client, ref: string, id: number): Promise<readonly Message[]> {
  return messagesOf(client, ref, `?after=${id}`);
}

/** A bot may write messages but not read them. */
async function messagesOf(client: Client, ref: string, query: string): Promise<readonly Message[]> {
  const path = `/conversations/${ref}/messages${query}`;
  return (await client({ as: 'user', method: 'GET', path, shape: messages })).payload;
}

export function conversationOf(client: Client, ref: string): Promise<Conversation> {
  return client({ as: 'user', method: 'GET', path: `/conversations/${ref}`, shape: conversation });
}
