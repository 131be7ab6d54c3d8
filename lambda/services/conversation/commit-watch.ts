/** Tells whoever shows a conversation that it was written to, here or, where the store says so, on another server. */

import type { Store } from '../store';

export type CommitWatch = {
  /** The store to write through. */
  readonly store: Store;
  /** Calls back after every commit on this conversation, until the returned function is called. */
  onCommit(conversationId: string, listener: () => void): () => void;
  /** The same for every conversation. */
  onEveryCommit(listener: (conversationId: string) => void): () => void;
};

/**
 * Hears what other servers write, too, as soon as the store can tell: nobody waits for that, as whoever shows a conversation
 * also looks now and then. Closing the store ends it.
 */
export function watchCommits(store: Store): CommitWatch {
  const listeners = new Map<string, Set<() => void>>();
  const everywhere = new Set<(conversationId: string) => void>();
  const tell = (conversationId: string) => {
    for (const listener of listeners.get(conversationId) ?? []) listener();
    for (const listener of everywhere) listener(conversationId);
  };
  void store.onRemoteCommit?.(tell);
  return {
    store: {
      ...store,
      conversations: {
        ...store.conversations,
        async commit(commit) {
          const outcome = await store.conversations.commit(commit);
          tell(commit.conversationId);
          return outcome;
        },
      },
    },
    onCommit(conversationId, listener) {
      const here = listeners.get(conversationId) ?? new Set();
      listeners.set(conversationId, here.add(listener));
      return () => {
        here.delete(listener);
        if (here.size === 0 && listeners.get(conversationId) === here) listeners.delete(conversationId);
      };
    },
    onEveryCommit(listener) {
      everywhere.add(listener);
      return () => void everywhere.delete(listener);
    },
  };
}
