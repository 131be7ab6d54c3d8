/** Tells whoever shows a conversation that this process wrote to it; what other processes write has to be looked for. */

import type { Store } from './conversation';

export type CommitWatch = {
  /** The store to write through. */
  readonly store: Store;
  /** Calls back after every commit on this conversation, until the returned function is called. */
  onCommit(conversationId: string, listener: () => void): () => void;
};

export function watchCommits(store: Store): CommitWatch {
  const listeners = new Map<string, Set<() => void>>();
  return {
    store: {
      ...store,
      conversations: {
        ...store.conversations,
        async commit(commit) {
          const outcome = await store.conversations.commit(commit);
          for (const listener of listeners.get(commit.conversationId) ?? []) listener();
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
  };
}
