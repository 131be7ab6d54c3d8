/** What happens to a hand-off that Chatwoot has: the shopper's words go there, it ends, it is forgotten. */

import type { FileForDesk, ForDesk, UnsaidThere } from '../../../services/hand-off/desk';
import type { Tried } from '../../../services/queue/queues';
import { fileName } from '../../../vocabulary/file-types';
import { ChatwootRefused, type Client } from './client';
import { conversationsOf, currentOf, hasMessage, messagesBack, messagesSince, unlessGone } from './look';
import { setStatus } from './open';
import { EMPTIED } from './settings';

/** The shopper's words carry our id. Throws `Refused`. */
export async function tellDesk(message: ForDesk, client: Client): Promise<Tried> {
  const { id, ref, text, at, file } = message;
  if (ref === null) return { kind: 'later', why: 'Chatwoot: the hand-off is not there yet' };
  if (await hasMessage(client, { ref, since: at, is: ({ source_id }) => source_id === id })) return { kind: 'done' };
  const path = `/conversations/${ref}/messages`;
  const isShown = file !== undefined && (await isTaken(formOf(message, file), path, client));
  if (isShown) return { kind: 'done' };
  const body = { content: file ? file.otherwise : text, message_type: 'incoming', source_id: id };
  await client({ as: 'bot', method: 'POST', path, body });
  return { kind: 'done' };
}

function formOf({ id, text }: ForDesk, file: FileForDesk): FormData {
  const form = new FormData();
  form.set('content', text);
  form.set('message_type', 'incoming');
  form.set('source_id', id);
  form.append('attachments[]', new Blob([Buffer.from(file.bytes)], { type: file.type }), fileName(file));
  return form;
}

/** Too large for it, or of a kind it does not take. */
const NOT_THIS_FILE: ReadonlySet<number | null> = new Set([413, 415, 422]);

/** False: this installation does not take the file. Throws `Refused` for all else. */
async function isTaken(form: FormData, path: string, client: Client): Promise<boolean> {
  try {
    await client({ as: 'bot', method: 'POST', path, form });
    return true;
  } catch (error) {
    const isRefused = error instanceof ChatwootRefused && error.tried.kind === 'dead';
    if (isRefused && NOT_THIS_FILE.has(error.status)) return false;
    throw error;
  }
}

/** What the shopper took back is deleted, as an agent would do it: a bot may not. Throws `Refused`. */
export async function unsayThere({ ids, ref, since }: UnsaidThere, client: Client): Promise<Tried> {
  if (ref === null) return { kind: 'done' };
  for await (const page of messagesBack(client, { ref, since })) {
    const own = page.filter((one) => ids.includes(one.source_id ?? '') && !one.content_attributes?.deleted);
    for (const { id } of own) await deleteThere(ref, id, client);
  }
  return { kind: 'done' };
}

async function deleteThere(ref: string, id: number, client: Client): Promise<void> {
  const path = `/conversations/${ref}/messages/${id}`;
  await unlessGone(() => client({ as: 'user', method: 'DELETE', path }));
}

/** A private note. Without a number there is nobody to read it. Throws `Refused`. */
export async function noteThere(ref: string | null, content: string, client: Client): Promise<Tried> {
  const path = `/conversations/${ref}/messages`;
  const body = { content, message_type: 'outgoing', private: true };
  if (ref !== null) await unlessGone(() => client({ as: 'bot', method: 'POST', path, body }));
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
      await deleteThere(ref, id, client);
    }
  }
  const body = { custom_attributes: EMPTIED };
  await client({ as: 'bot', method: 'POST', path: `/conversations/${ref}/custom_attributes`, body });
  return { kind: 'done' };
}
