/** Looks for what an earlier try may have left in Chatwoot: it keeps no keys of ours, so a copy is avoided by looking. */

import type { Instant } from '../../../vocabulary/values';
import { ChatwootRefused, type Client } from './client';
import { SKEW } from './settings';
import { type ChatwootMessage, type Conversation, conversation, conversations, instantOf, messages } from './shapes';

export const PER_PAGE = 20;
const PAGES = 10;

export type Looked = {
  readonly ref: string;
  /** Nothing older is meant. */
  readonly since: Instant;
  readonly is: (message: ChatwootMessage) => boolean;
};

export async function hasMessage(client: Client, { is, ...where }: Looked): Promise<boolean> {
  for await (const page of messagesBack(client, where)) if (page.some(is)) return true;
  return false;
}

/** Pages from the newest message back, each with its oldest first. */
export async function* messagesBack(
  client: Client,
  { ref, since, pages = PAGES }: Omit<Looked, 'is'> & { readonly pages?: number },
): AsyncGenerator<readonly ChatwootMessage[]> {
  let before: number | null = null;
  for (let page = 0; page < pages; page += 1) {
    const query: string = before === null ? '' : `?before=${before}`;
    const found = await messagesOf(client, ref, query);
    const [oldest] = found;
    if (!oldest) return;
    yield found;
    if (instantOf(oldest.created_at, since) < since - SKEW) return;
    before = oldest.id;
  }
}

/** Pages of at most 100, the oldest message first, beginning after the one of this id. */
export async function* messagesSince(
  client: Client,
  ref: string,
  id: number,
): AsyncGenerator<readonly ChatwootMessage[]> {
  let after = id;
  for (;;) {
    const page = await messagesOf(client, ref, `?after=${after}`);
    const last = Math.max(after, ...page.map((one) => one.id));
    if (last === after) return;
    yield page;
    after = last;
  }
}

/** The last ones, the oldest of them first. */
export function latestMessages(client: Client, ref: string): Promise<readonly ChatwootMessage[]> {
  return messagesOf(client, ref, '');
}

/** A bot may write messages but not read them. */
async function messagesOf(client: Client, ref: string, query: string): Promise<readonly ChatwootMessage[]> {
  const path = `/conversations/${ref}/messages${query}`;
  return (await client({ as: 'user', method: 'GET', path, shape: messages })).payload;
}

/** The latest of a contact. A bot may not read contacts. */
export async function conversationsOf(client: Client, contactId: number): Promise<readonly Conversation[]> {
  const path = `/contacts/${contactId}/conversations`;
  return (await client({ as: 'user', method: 'GET', path, shape: conversations })).payload;
}

export function conversationOf(client: Client, ref: string): Promise<Conversation> {
  return client({ as: 'user', method: 'GET', path: `/conversations/${ref}`, shape: conversation });
}

/** null: it is not there any more. */
export function currentOf(client: Client, ref: string): Promise<Conversation | null> {
  return unlessGone(() => conversationOf(client, ref));
}

export async function unlessGone<T>(run: () => Promise<T>): Promise<T | null> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof ChatwootRefused && error.status === 404) return null;
    throw error;
  }
}
