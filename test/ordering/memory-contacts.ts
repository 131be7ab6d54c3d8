/** Contacts without a disk, as the store keeps them: met again with what is new, and part of what they joined. */

import type { Commit } from '../../lambda/services/conversation/conversation';
import type { Contact, Contacts } from '../../lambda/services/reach/contacts';

export function contactsIn(commits: readonly Commit[]): Contacts {
  const known = new Map<string, Contact>();
  return {
    get: async (id) => known.get(id) ?? null,
    async meet(contact) {
      const before = known.get(contact.id);
      const met: Contact = {
        ...contact,
        address: contact.address ?? before?.address ?? null,
        heardAt: Math.max(contact.heardAt, before?.heardAt ?? 0),
        conversationId: before?.conversationId ?? null,
      };
      known.set(met.id, met);
      return met;
    },
    async join(id, conversationId) {
      const before = known.get(id);
      if (before) known.set(id, { ...before, conversationId });
    },
    of: async (conversationId) =>
      [...known.values()].filter((one) => one.conversationId === conversationId).sort((a, b) => b.heardAt - a.heardAt),
    trail: async (channel, address) => [
      ...new Set(
        commits
          .filter(({ from }) => from?.channel === channel && from.address === address)
          .map((commit) => commit.conversationId),
      ),
    ],
  };
}
