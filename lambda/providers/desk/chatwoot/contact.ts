/** The shopper as Chatwoot knows them: a pseudonym, and the first name where the shop gave it. */

import * as z from 'zod/mini';
import type { Packet } from '../../../services/hand-off/packet';
import { ChatwootRefused, type Client } from './client';
import type { ChatwootWords } from './note';

export type ChatwootContact = {
  readonly id: number;
  /** Their address in our inbox. */
  readonly sourceId: string;
};

export type ContactNeeds = { readonly client: Client; readonly inboxId: number; readonly words: ChatwootWords };

const searched = z.object({
  payload: z.array(
    z.object({
      id: z.number(),
      identifier: z.nullish(z.string()),
      contact_inboxes: z.catch(
        z.nullish(z.array(z.object({ source_id: z.string(), inbox: z.object({ id: z.number() }) }))),
        null,
      ),
    }),
  ),
});
type Known = z.infer<typeof searched>['payload'][number];

/** The published description says a list here; the servers answer this. */
const created = z.object({
  payload: z.object({ contact: z.object({ id: z.number() }), contact_inbox: z.object({ source_id: z.string() }) }),
});

export async function contactOf(shopper: Packet['shopper'], needs: ContactNeeds): Promise<ChatwootContact> {
  const identifier = `earshot:${shopper.id}`;
  const known = await find(identifier, needs.client);
  return known ? inOurInbox(known, needs) : create(identifier, shopper, needs);
}

/** The search also finds what merely contains the words. */
async function find(identifier: string, client: Client): Promise<Known | undefined> {
  const path = `/contacts/search?q=${encodeURIComponent(identifier)}`;
  const { payload } = await client({ as: 'user', method: 'GET', path, shape: searched });
  return payload.find((contact) => contact.identifier === identifier);
}

async function create(identifier: string, shopper: Packet['shopper'], needs: ContactNeeds): Promise<ChatwootContact> {
  const { client, inboxId, words } = needs;
  const name = shopper.name ?? `${words.shopper} ${shopper.id.slice(0, 4)}`;
  const body = { inbox_id: inboxId, identifier, name };
  try {
    const { payload } = await client({ as: 'user', method: 'POST', path: '/contacts', body, shape: created });
    return { id: payload.contact.id, sourceId: payload.contact_inbox.source_id };
  } catch (error) {
    if (!(error instanceof ChatwootRefused) || error.status !== 422) throw error;
    // Identifiers are unique: somebody else made the same contact since we looked.
    const known = await find(identifier, client);
    if (!known) throw error;
    return inOurInbox(known, needs);
  }
}

async function inOurInbox(known: Known, { client, inboxId }: ContactNeeds): Promise<ChatwootContact> {
  const here = known.contact_inboxes?.find(({ inbox }) => inbox.id === inboxId);
  if (here) return { id: known.id, sourceId: here.source_id };
  const { source_id } = await client({
    as: 'user',
    method: 'POST',
    path: `/contacts/${known.id}/contact_inboxes`,
    body: { inbox_id: inboxId },
    shape: z.object({ source_id: z.string() }),
  });
  return { id: known.id, sourceId: source_id };
}
