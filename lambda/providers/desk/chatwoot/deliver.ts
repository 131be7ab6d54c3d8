/** What happens to a hand-off that Chatwoot has: the shopper's words go there, it ends, it is forgotten. */

import type { ForDesk } from '../../../services/desk';
import type { Tried } from '../../../services/queues';
import { type Client, Refused } from './client';
import { conversationOf, hasMessage } from './look';
import { setStatus } from './open';

/** The shopper's words carry our id. Throws `Refused`. */
export async function tellDesk(message: ForDesk, client: Client): Promise<Tried> {
  const { id, ref, text, at } = message;
  if (ref === null) return { kind: 'later', why: 'Chatwoot: the hand-off is not there yet' };
  if (await hasMessage(client, { ref, since: at, is: ({ source_id }) => source_id === id })) return { kind: 'done' };
  const body = { content: text, message_type: 'incoming', source_id: id };
  await client({ as: 'bot', method: 'POST', path: `/conversations/${ref}/messages`, body });
  return { kind: 'done' };
}

/** Without a number nobody there has seen it. Throws `Refused`. */
export async function endThere(ref: string | null, client: Client): Promise<Tried> {
  if (ref !== null) await unlessGone(() => setStatus(client, ref, 'resolved'));
  return { kind: 'done' };
}

/**
 * The contact goes, and with it every conversation that shopper had there. Chatwoot refuses while the contact is online, and
 * to everybody but administrators. Throws `Refused`.
 */
export async function forgetThere(ref: string | null, client: Client): Promise<Tried> {
  if (ref === null) return { kind: 'done' };
  const found = await unlessGone(() => conversationOf(client, ref));
  const contact = found?.meta?.sender?.id;
  if (contact === undefined) return { kind: 'done' };
  try {
    await unlessGone(() => client({ as: 'user', method: 'DELETE', path: `/contacts/${contact}` }));
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 422) throw error;
    return { kind: 'later', why: 'Chatwoot: the contact is online and cannot be erased now' };
  }
  return { kind: 'done' };
}

async function unlessGone<T>(run: () => Promise<T>): Promise<T | null> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return null;
    throw error;
  }
}
