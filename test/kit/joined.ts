/** An address made part of a conversation, as a turn that writes to it would. */

import type { Reachable, Reached } from '../../lambda/services/reach/reach';
import type { PushChannel } from '../../lambda/vocabulary/heard';
import type { House } from './house';

type Whose = { readonly reach: Pick<House['reach'], 'at'>; readonly store: Pick<House['store'], 'contacts'> };

export async function joinedAt(
  { reach, store }: Whose,
  to: { readonly channel: PushChannel; readonly address: string },
  who: Reached,
): Promise<Reachable> {
  const { isPart, ...contact } = await reach.at(to, who);
  await store.contacts.meet(contact);
  await store.contacts.join(contact.id, who.conversationId);
  return { ...contact, isPart: true };
}
