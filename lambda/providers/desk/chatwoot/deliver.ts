/** What happens to a hand-off that Chatwoot has: the shopper's words go there, it ends, it is forgotten. */

import type { ForDesk } from '../../../services/hand-off/desk';
import type { Tried } from '../../../services/queue/queues';
import { ChatwootRefused, type Client } from './client';
import { conversationsOf, currentOf, hasMessage, messagesSince, unlessGone } from './look';
import { setStatus } from './open';
import { EMPTIED } from './settings';

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
 * Where the contact has no other conversation it goes altogether; Chatwoot refuses that while the contact is online, and to
 * everybody but administrators. Else this conversation is emptied: agents may have merged the contact with a customer's, and
 * that one is not ours to erase. Throws `Refused`.
 */
export async function forgetThere(ref: string | null, client: Client): Promise<Tried> {
  const found = ref === null ? null : await currentOf(client, ref);
  const contact = found?.meta?.sender?.id;
  if (!found || contact === undefined) return { kind: 'done' };
  if (await hasOthers(contact, found.id, client)) return emptied(String(found.id), client);
  try {
    await unlessGone(() => client({ as: 'user', method: 'DELETE', path: `/contacts/${contact}` }));
  } catch (error) {
    if (!(error instanceof ChatwootRefused) || error.status !== 422) throw error;
    return { kind: 'later', why: 'Chatwoot: the contact is online and cannot be erased now' };
  }
  return { kind: 'done' };
}

async function hasOthers(contact: number, id: number, client: Client): Promise<boolean> {
  return (await conversationsOf(client, contact)).some(
    (one) => one.id !== id && one.custom_attributes?.earshot_emptied === undefined,
  );
}

/** Last of all it stops being ours, so that a try that broke off is taken up again. */
async function emptied(ref: string, client: Client): Promise<Tried> {
  for await (const page of messagesSince(client, ref, 0)) {
    for (const { id } of page.filter(({ content_attributes }) => !content_attributes?.deleted)) {
      const path = `/conversations/${ref}/messages/${id}`;
      await unlessGone(() => client({ as: 'user', method: 'DELETE', path }));
    }
  }
  const body = { custom_attributes: EMPTIED };
  await client({ as: 'bot', method: 'POST', path: `/conversations/${ref}/custom_attributes`, body });
  return { kind: 'done' };
}
