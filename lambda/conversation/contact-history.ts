/** A hand-off is written into the shop's own records of the shopper: when it has reached the people, and not once it is forgotten. */

import { callWithin } from '../services/commerce/call';
import { type ContactRecord, type ContactRecords, contactIn } from '../services/hand-off/contact-records';
import type { HandOff } from '../services/hand-off/hand-offs';
import { subjectOf } from '../services/privacy/erasure';
import type { Tried } from '../services/queue/queues';
import type { Store } from '../services/store';
import { NEWS_WAYS } from '../vocabulary/news';

export type ContactHistory = {
  /** What waited in the inbox. */
  hear(body: string): Promise<Tried>;
};

export type ContactHistoryNeeds = {
  /** Absent: the shop keeps none of ours. */
  readonly records: ContactRecords | undefined;
  readonly store: Pick<Store, 'handOffs' | 'conversations'>;
  readonly locale: string;
  /** Real time, milliseconds. */
  readonly now: () => number;
};

const PATIENCE_MS = 10_000;
const DONE: Tried = { kind: 'done' };

export function createContactHistory({ records, store, ...clock }: ContactHistoryNeeds): ContactHistory {
  return {
    async hear(body) {
      const id = contactIn(body);
      const handOff = id === null ? null : await store.handOffs.get(id);
      // Of whom nobody knows the shop has no records; who was forgotten is written down nowhere.
      const record = handOff && (await recordOf(handOff, store));
      if (!records || !record) return DONE;
      const call = callWithin(PATIENCE_MS, clock);
      const noted = await records.note(record, call);
      if (!noted.ok) return { kind: 'later', why: `the shop did not take down a contact: ${noted.error.kind}` };
      // Forgotten meanwhile: what was just written goes as well.
      if (await store.handOffs.get(record.id)) return DONE;
      const gone = await records.forget(record.id, call);
      return gone.ok ? DONE : { kind: 'later', why: `the shop did not forget a contact: ${gone.error.kind}` };
    },
  };
}

async function recordOf(handOff: HandOff, store: ContactHistoryNeeds['store']): Promise<ContactRecord | null> {
  const { id, conversationId, reference, reason, wish, createdAt: at } = handOff;
  const whose = subjectOf(conversationId);
  if (!whose || !('shopper' in whose)) return null;
  const [packet, stored] = await Promise.all([store.handOffs.packet(id), store.conversations.load(conversationId)]);
  const ways = stored?.memory.news?.ways;
  return {
    ...{ id, shopperId: whose.shopper, reference, reason, wish, at },
    ...{ channels: packet?.channels ?? [], answerTo: packet?.answerTo ?? null },
    consents: NEWS_WAYS.filter((way) => ways?.[way] === 'yes'),
  };
}
