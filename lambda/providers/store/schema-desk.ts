/** The tables of what goes out and comes in, of hand-offs and of the people at the desk: see schema.ts. */

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

export type DeskTables = {
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
    rating: number | null;
    snoozed_until: number | null;
    called_at: number | null;
    call_from: number | null;
    call_until: number | null;
    desk: string | null;
    ref: string | null;
  };
  /** `word`: folded, and in hex: every database orders those alike. */
  hand_off_word: { word: string; hand_off_id: string };
  hand_off_tag: { tag: string; hand_off_id: string };
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
    second_factor: string | null;
    second_used: number;
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
