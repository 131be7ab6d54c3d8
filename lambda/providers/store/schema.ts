/** The tables, in the subset SQLite and PostgreSQL share: text, integer and bigint, and 0 or 1 for a yes or no. */

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
  };
  /** `data`: base64. */
  photo: { id: string; conversation_id: string; at: number; type: string; data: string };
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

/** What the outbox and the inbox have in common, so that both are leased by the same statements. Instants of 0: never. */
export type QueueColumns = {
  id: string;
  lane: string;
  body: string;
  state: string;
  due_at: number;
  tries: number;
  lease_by: string | null;
  lease_until: number;
  /** 1: a lease of it ran out unmarked. */
  doubt: number;
  why: string | null;
  done_at: number | null;
};

export type OutboxRow = QueueColumns & {
  conversation_id: string;
  version: number;
  line: number;
  kind: string;
  destination: string;
  ref: string | null;
  receipt: string | null;
  created_at: number;
};

type DeskTables = {
  /** Ordered in its lane by the version that wrote it, then by its place in that turn. */
  outbox: OutboxRow;
  /** Ordered in its lane by `place`, which begins anew whenever nothing of the lane waits. */
  inbox: QueueColumns & { source: string; key: string; place: number; received_at: number };
  cursor: { source: string; value: string };
  hand_off: {
    id: string;
    conversation_id: string;
    reference: string;
    reason: string;
    wish: string;
    locale: string;
    state: string;
    agent_id: string | null;
    agent_name: string | null;
    created_at: number;
    accepted_at: number | null;
    ended_at: number | null;
    done: string | null;
    topic: string | null;
    waiting_since: number | null;
    desk: string | null;
    ref: string | null;
  };
  /** `word`: folded, and in hex: every database orders those alike. */
  hand_off_word: { word: string; hand_off_id: string };
  /** `wrote_at` 0: they only look. */
  presence: { hand_off_id: string; agent_id: string; at: number; wrote_at: number };
  /** Refers to nothing: it outlives what it tells of. */
  desk_record: {
    id: string;
    at: number;
    agent_id: string;
    login: string;
    deed: string;
    hand_off: string | null;
    what: string | null;
  };
  note: { id: string; hand_off_id: string; at: number; by: string; text: string };
  /** The only place of an address. `met_at`: when we last had to do with it. */
  contact: {
    id: string;
    channel: string;
    address: string | null;
    conversation_id: string | null;
    locale: string;
    heard_at: number;
    met_at: number;
  };
  trail: { channel: string; address: string; conversation_id: string };
  /** `used_at` 0: never. */
  token: {
    hash: string;
    kind: string;
    conversation_id: string;
    created_at: number;
    expires_at: number;
    proof: string | null;
    used_at: number;
  };
  guess: { who: string; at: number };
  agent: {
    id: string;
    login: string;
    name: string;
    role: string;
    password: string;
    is_available: number;
    seen_at: number;
    is_disabled: number;
  };
  /** `account`: of a grant, the voice service's account that speaks by it. `used_at` 0: never. */
  link_record: {
    kind: string;
    id: string;
    body: string;
    grant_id: string | null;
    shopper_id: string | null;
    account: string | null;
    expires_at: number;
    used_at: number;
  };
  agent_session: { token_hash: string; agent_id: string; expires_at: number };
};
