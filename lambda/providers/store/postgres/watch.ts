/** Hears of commits of every server on one database, as long as the connection holds; it is renewed when it does not. */

import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { connectionOf } from './pool';
import { NOTIFIED } from './turns';

export type CommitListener = (conversationId: string) => void;

export type PostgresWatch = {
  /** Resolves when it hears; what it resolves with ends it. What is missed while a connection is renewed stays missed. */
  readonly onCommit: (listener: CommitListener) => Promise<() => Promise<void>>;
  readonly close: () => Promise<void>;
};

const AGAIN_AFTER = 200;
const LONGEST_PAUSE = 5_000;

/** Connects when the first one listens; one connection whatever their number. */
export function postgresWatch(url: string): PostgresWatch {
  const listeners = new Set<CommitListener>();
  let stopped = new AbortController();
  let hearing: Promise<void> | null = null;
  const hear = (conversationId: string) => {
    for (const listener of listeners) listener(conversationId);
  };
  const stop = async () => {
    listeners.clear();
    stopped.abort();
    stopped = new AbortController();
    hearing = null;
  };
  return {
    async onCommit(listener) {
      // Each its own, so that one given twice is told twice and ended once each.
      const own: CommitListener = (conversationId) => listener(conversationId);
      listeners.add(own);
      hearing ??= new Promise((resolve) => void keepHearing(url, { hear, resolve, signal: stopped.signal }));
      await hearing;
      return async () => {
        listeners.delete(own);
        if (listeners.size === 0) await stop();
      };
    },
    close: stop,
  };
}

type Ear = { readonly hear: CommitListener; readonly resolve: () => void; readonly signal: AbortSignal };

/** Ends with the signal only. */
async function keepHearing(url: string, { hear, resolve, signal }: Ear): Promise<void> {
  let pause = AGAIN_AFTER;
  const heard = () => {
    pause = AGAIN_AFTER;
    resolve();
  };
  while (!signal.aborted) {
    await hearOnce(url, { hear, resolve: heard, signal });
    // A timer that is the last thing left keeps no program alive.
    await sleep(pause, undefined, { signal, ref: false }).catch(() => {});
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  }
  resolve();
}

/** Resolves when the connection is lost, could not be made, or is no longer wanted. */
async function hearOnce(url: string, { hear, resolve, signal }: Ear): Promise<void> {
  const client = new Client(connectionOf(url));
  const over = new Promise<void>((end) => {
    client.on('end', end).on('error', () => end());
    signal.addEventListener('abort', () => end(), { once: true });
  });
  client.on('notification', ({ payload }) => payload !== undefined && hear(payload));
  try {
    await client.connect();
    await client.query(`listen ${NOTIFIED}`);
    resolve();
    await over;
  } catch {
    // Whoever listens looks from time to time as well, so this is worth another try and no word.
  } finally {
    await client.end().catch(() => {});
  }
}
