/** Which contacts, visitors and received things belong to conversations, said once for export and erasure. */

import { type RawBuilder, sql } from 'kysely';

/** What a conversation that goes is marked with inside its transaction: it is locked, and no turn can be about it. */
export const DOOMED = -1;

/** `gone`: only of conversations that do not live on; one that was taken up again meanwhile is left in peace. */
export type Which = 'all' | 'gone';

type Ids = readonly string[];

/** A conversation by a contact's or visitor's own address; see `conversationOf` in lambda/conversation/meet.ts. */
export const CONTACTS_OWN = sql<string>`(contact.channel || ':' || contact.id)`;
const VISITORS_OWN = sql<string>`('web:' || visitor.address)`;

/** Joined to one of them, or a guest whose own it is, or one without a conversation who was in one of them. */
export function contactOf(ids: Ids, which: Which): RawBuilder<boolean> {
  const its = sql`coalesce(contact.conversation_id, ${CONTACTS_OWN})`;
  const was = sql`exists (select 1 from trail where trail.address = contact.id and trail.channel = contact.channel
    and trail.conversation_id in (${sql.join(ids)}))`;
  return sql`((${its} in (${sql.join(ids)}) and ${is(which, its)})
    or (contact.conversation_id is null and ${was} and ${isGone(CONTACTS_OWN)}))`;
}

export function visitorOf(ids: Ids, which: Which): RawBuilder<boolean> {
  const was = sql`exists (select 1 from trail where trail.address = visitor.address and trail.channel = 'web'
    and trail.conversation_id in (${sql.join(ids)}))`;
  return sql`((${VISITORS_OWN} in (${sql.join(ids)}) and ${is(which, VISITORS_OWN)})
    or (${was} and ${isGone(VISITORS_OWN)}))`;
}

/** What came in waits under an address, as each channel writes it, or under the conversation itself. */
export function incomingOf(ids: Ids, which: Which): RawBuilder<boolean> {
  const addresses = sql`(contact.id, contact.address, ${CONTACTS_OWN}, contact.channel || ':' || contact.address)`;
  return sql`((inbox.lane in (${sql.join(ids)}) and ${is(which, sql`inbox.lane`)})
    or exists (select 1 from contact where inbox.lane in ${addresses} and ${contactOf(ids, which)}))`;
}

export function isGone(id: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`not exists (select 1 from conversation where conversation.id = ${id}
    and conversation.version <> ${sql.lit(DOOMED)})`;
}

function is(which: Which, id: RawBuilder<unknown>): RawBuilder<boolean> {
  return which === 'all' ? sql`1 = 1` : isGone(id);
}
