/** Opens a hand-off in Chatwoot: contact, conversation, note, team, and last of all the queue. */

import type { Packet } from '../../../services/hand-off/packet';
import type { Tried } from '../../../services/queue/queues';
import type { Client } from './client';
import { type ChatwootContact, contactOf } from './contact';
import { conversationsOf, hasMessage } from './look';
import { attributesOf, type ChatwootWords, noteMark, noteOf } from './note';
import type { ChatwootSettings } from './settings';
import { attributeOf, type Conversation, conversation } from './shapes';

export type Opening = {
  readonly client: Client;
  readonly settings: ChatwootSettings;
  readonly words: ChatwootWords;
};

/**
 * A try that ended anywhere is taken up by the next one: each step looks for what is there already. Who resolved it
 * meanwhile is not asked to do so again. Throws `Refused`.
 */
export async function openHandOff(packet: Packet, needs: Opening): Promise<Tried> {
  const { client, settings, words } = needs;
  const contact = await contactOf(packet.shopper, { client, inboxId: settings.inboxId, words });
  const known = await conversationsOf(client, contact.id);
  const earlier = known.find((one) => attributeOf(one, 'handOff') === packet.id);
  const found = earlier ?? (await begin(packet, contact, needs));
  const ref = String(found.id);
  await writeNote(packet, ref, needs);
  await giveToTeam(found, settings.teamId, client);
  // The bot's own token: only then Chatwoot counts a hand-off and tells people, and nobody is assigned by it.
  if (found.status === 'pending') await setStatus(client, ref, 'open');
  return { kind: 'done', ref };
}

async function begin(packet: Packet, contact: ChatwootContact, { client, settings }: Opening): Promise<Conversation> {
  const attributes = attributesOf(packet);
  const body = {
    source_id: contact.sourceId,
    inbox_id: settings.inboxId,
    contact_id: contact.id,
    custom_attributes: attributes,
    ...(settings.teamId === null ? {} : { team_id: settings.teamId }),
  };
  const made = await client({ as: 'bot', method: 'POST', path: '/conversations', body, shape: conversation });
  return attributeOf(made, 'handOff') === packet.id ? made : reuse(made, attributes, client);
}

/**
 * An inbox may keep one conversation for each contact and then answers with the old one. It is pending before it is ours:
 * found resolved later, a person did that.
 */
async function reuse(old: Conversation, ours: Readonly<Record<string, string>>, client: Client): Promise<Conversation> {
  const ref = String(old.id);
  if (old.status !== 'open') await setStatus(client, ref, 'pending');
  // What is written replaces all that was there; what people noted for the hand-off before is over.
  const { earshot_done, earshot_topic, ...kept } = old.custom_attributes ?? {};
  const body = { custom_attributes: { ...kept, ...ours } };
  await client({ as: 'bot', method: 'POST', path: `/conversations/${ref}/custom_attributes`, body });
  return { ...old, status: old.status === 'open' ? 'open' : 'pending' };
}

async function writeNote(packet: Packet, ref: string, { client, words }: Opening): Promise<void> {
  const mark = noteMark(packet.id);
  const is = ({ content, ...one }: { content?: string | null | undefined; private?: boolean | null | undefined }) =>
    one.private === true && content?.includes(mark) === true;
  if (await hasMessage(client, { ref, since: packet.createdAt, is })) return;
  const body = { content: noteOf(packet, words), message_type: 'outgoing', private: true };
  await client({ as: 'bot', method: 'POST', path: `/conversations/${ref}/messages`, body });
}

/** One that was there before. Never with an assignee beside it, not even none: the team would be ignored. */
async function giveToTeam(found: Conversation, teamId: number | null, client: Client): Promise<void> {
  if (teamId === null || found.meta?.team?.id === teamId) return;
  const path = `/conversations/${found.id}/assignments`;
  await client({ as: 'bot', method: 'POST', path, body: { team_id: teamId } });
}

export async function setStatus(client: Client, ref: string, status: 'open' | 'pending' | 'resolved'): Promise<void> {
  await client({ as: 'bot', method: 'POST', path: `/conversations/${ref}/toggle_status`, body: { status } });
}
