/** The tables, in the subset SQLite and PostgreSQL share: text, integer and bigint, and 0 or 1 for a yes or no. */

import type { DeskTables } from './schema-desk';

/** Instants are milliseconds in a bigint; JSON is text, because only this program reads it. */
export type Tables = DeskTables & {
  conversation: { id: string; version: number; memory: string; updated_at: number };
  /** Ordered by the version that wrote it, then by its place in that turn: no counter of the database is needed. */
  history: {
    conversation_id: string;
    version: number;
    line: number;
    at: number;
    by: string;
    channel: string;
    text: string;
    /** JSON, or null where there is nothing to show but the text. */
    show: string | null;
    /** The person's, where a person wrote it. */
    name: string | null;
    /** The words as they came, under the conversation's key. */
    sealed: string | null;
  };
  /** Only in the store of keys. */
  word_key: { conversation_id: string; wrapped: string; used_at: number };
  packet: { id: string; conversation_id: string; created_at: number; body: string };
  /** Names no conversation: facts must not lead back to a shopper. */
  fact: {
    turn: string;
    at: number;
    channel: string;
    locale: string;
    heard: string;
    intent: string | null;
    replies: string;
    asks: string | null;
    outcome: string;
    misses: number;
    milliseconds: number;
    wording: string;
    rating: number | null;
    answers: string | null;
  };
  /** `data`: base64. */
  photo: { id: string; conversation_id: string; at: number; type: string; data: string };
  /** `id`: of the whole and the number; `data`: sealed, or base64. */
  piece: { id: string; whole: string; whose: string; at: number; data: string; place: string };
  /** `changed_at`: when the shopper had something done about them; `orders` null: the shop has told nothing since. */
  /** `is_told`: by the shop of itself, not because it was asked. */
  order_mirror: {
    conversation_id: string;
    shopper_id: string;
    changed_at: number;
    orders: string | null;
    at: number;
    is_told: 0 | 1;
  };
  missed: {
    conversation_id: string;
    at: number;
    channel: string;
    locale: string;
    kind: string;
    topic: string | null;
    words: string | null;
  };
  /** `conversation_id`: null for an answer of an earlier program. */
  answer: { channel: string; request_id: string; body: string; at: number; conversation_id: string | null };
  attempt: {
    proposal_id: string;
    conversation_id: string;
    shopper_id: string;
    proposal: string;
    state: string;
    result: string | null;
    started_at: number;
    told: number;
  };
  /** `agent_id` null: the bot did it. `minor`: what it gives away. `told` 0: whom it matters to does not know its end. */
  care_action: {
    key: string;
    conversation_id: string;
    shopper_id: string;
    order_id: string;
    action: string;
    agent_id: string | null;
    minor: number;
    currency: string;
    state: string;
    result: string | null;
    started_at: number;
    told: number;
  };
  /** What has its remedy, and by which action. */
  care_claim: { subject: string; key: string; at: number };
  /** `order_most`, `day_most`: minor units; null: no limit. `code`: hashed. `try_key`: the latest try, which counts once. */
  buying_rule: {
    shopper_id: string;
    order_most: number | null;
    order_currency: string | null;
    day_most: number | null;
    day_currency: string | null;
    is_off: number;
    code: string | null;
    tries: number;
    try_key: string | null;
  };
  /** `orders`: JSON, what each comes to, by its proposal. */
  spent_day: { shopper_id: string; day: string; orders: string; version: number; at: number };
  /** Instants of 0: never. */
  visitor: {
    token_hash: string;
    address: string;
    locale: string;
    created_at: number;
    last_seen_at: number;
    expires_at: number;
    spoke_at: number;
    session_at: number;
  };
  migration: { version: number; name: string; applied_at: number };
  /** One row: the oldest program that may still use this schema, as the schema version it knows. */
  oldest_program: { version: number };
};

export type TableName = keyof Tables;
