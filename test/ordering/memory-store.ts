/** A store without a disk, for tests that need a hundred thousand turns: first come, first served, like the real ones. */

import type { CareActions } from '../../lambda/services/care/actions';
import type { Attempt, Attempts } from '../../lambda/services/commerce/attempts';
import type { Commit, Conversations } from '../../lambda/services/conversation/conversation';
import type { Contacts } from '../../lambda/services/reach/contacts';
import type { Store } from '../../lambda/services/store';
import { contactsIn } from './memory-contacts';
import { createMemoryRules } from './memory-rules';

export type MemoryStore = Store & {
  /** What was committed, in order. */
  readonly commits: readonly Commit[];
  /** Every attempt, as it stands. */
  begun(): readonly Attempt[];
};

export function createMemoryStore(): MemoryStore {
  const commits: Commit[] = [];
  const attempts = new Map<string, Attempt>();
  const contacts = contactsIn(commits);
  return {
    commits,
    begun: () => [...attempts.values()],
    conversations: conversationsIn(commits, attempts, contacts),
    attempts: attemptsIn(attempts),
    buyingRules: createMemoryRules(),
    careActions: NO_CARE,
    handOffs: NONE,
    queue: NONE,
    marks: NONE,
    visitors: NONE,
    outbox: NONE,
    inbox: NONE,
    contacts,
    tokens: NONE,
    agents: NONE,
    missed: NONE,
    offers: NONE,
    mirrors: { of: async () => [], get: async () => null, put: async () => undefined },
    links: NONE,
    files: NONE,
    pieces: NONE,
    farPieces: NONE,
    presences: NONE,
    deskRecords: NONE,
    privacy: NONE,
    wordKeys: NONE,
    usable: async () => undefined,
    time: async () => ({ kind: 'written', at: 0 }),
    close: async () => undefined,
  };
}

/** A "no" right after "Done" looks whether there is something to take back. */
const NO_CARE: CareActions = {
  begin: async () => ({ kind: 'spent' }),
  given: async () => ({ forOrder: 0, toShopper: 0 }),
  finish: async () => undefined,
  get: async () => null,
  ofOrder: async () => [],
  tell: async () => undefined,
  untold: async () => [],
  unresolved: async () => [],
};

/** Any of these would be asked for by a test that does not mean to. */
const NONE = new Proxy({} as never, {
  get: () => () => {
    throw new Error('not in this store');
  },
});

function conversationsIn(
  commits: Commit[],
  attempts: Map<string, Attempt>,
  contacts: Pick<Contacts, 'get'>,
): Conversations {
  const answered = new Map<string, string>();
  const memories = new Map<string, { readonly version: number; readonly json: string }>();
  const key = (channel: string, requestId: string, whose = '') => `${channel} ${requestId} ${whose}`;
  const load = (id: string) => {
    const stored = memories.get(id);
    return stored ? { version: stored.version, memory: JSON.parse(stored.json) } : null;
  };
  const answerOf = (channel: string, requestId: string, whose?: string) =>
    answered.get(key(channel, requestId, whose)) ?? null;
  return {
    async open({ channel, requestId, conversationId, whose = conversationId, contactId, shopper }) {
      const id = (contactId ? (await contacts.get(contactId))?.conversationId : null) ?? conversationId;
      const hasOpenAttempts = [...attempts.values()].some((one) => one.shopperId === shopper?.id && isOpen(one, true));
      return {
        answer: answerOf(channel, requestId, whose),
        conversationId: id,
        stored: load(id),
        aside: null,
        hasAside: false,
        hasOpenAttempts,
      };
    },
    load: async (id) => load(id),
    answerOf: async (channel, requestId, whose) => answerOf(channel, requestId, whose),
    async commit(commit) {
      const { conversationId: id, expectedVersion, memory, answer, told } = commit;
      const delivery = key(answer.channel, answer.requestId, answer.whose);
      if ((memories.get(id)?.version ?? 0) !== expectedVersion || answered.has(delivery)) return 'conflict';
      const ids = commit.outbox.map((item) => item.id);
      if (commits.some(({ outbox }) => outbox.some((item) => ids.includes(item.id)))) throw new Error('sent before');
      memories.set(id, { version: expectedVersion + 1, json: JSON.stringify(memory) });
      answered.set(delivery, answer.body);
      for (const proposalId of told) change(attempts, proposalId, { told: true });
      commits.push(commit);
      return 'committed';
    },
    history: async () => [],
    since: async () => [],
    before: async () => [],
  };
}

function attemptsIn(attempts: Map<string, Attempt>): Attempts {
  const all = () => [...attempts.values()].sort((a, b) => a.startedAt - b.startedAt);
  return {
    async begin(attempt) {
      const before = attempts.get(attempt.proposalId);
      if (before) return before;
      attempts.set(attempt.proposalId, { state: 'in-flight', result: null, told: false, ...attempt });
      return 'begun';
    },
    async finish(proposalId, state, result, told) {
      const before = attempts.get(proposalId);
      if (before?.state === 'in-flight' || before?.state === 'unknown')
        change(attempts, proposalId, { state, result, told });
    },
    get: async (proposalId) => attempts.get(proposalId) ?? null,
    open: async (shopperId, before) =>
      all().filter((one) => one.shopperId === shopperId && isOpen(one, one.startedAt < before)),
    unresolved: async () => [],
    told: async (proposalId) => change(attempts, proposalId, { told: true }),
    placedSince: async (shopperId, since) =>
      all().filter((one) => one.shopperId === shopperId && one.state === 'placed' && one.startedAt >= since),
  };
}

function change(attempts: Map<string, Attempt>, proposalId: string, to: Partial<Attempt>): void {
  const before = attempts.get(proposalId);
  if (before) attempts.set(proposalId, { ...before, ...to });
}

function isOpen({ state, told }: Attempt, started: boolean): boolean {
  return state === 'unknown' || (state === 'in-flight' ? started : !told);
}
