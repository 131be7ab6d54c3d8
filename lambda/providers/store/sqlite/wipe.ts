/** After erasing: free pages go back to the disk in small steps, and the log is emptied, as it holds what was written before. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Query } from '../query';
import type { FileConnection } from './file';

export type Wiping = {
  /** Resolves when nothing of it is left in the log; another program that reads is waited for, then it is done behind whoever asked. */
  wipe(): Promise<void>;
  stop(): void;
};

export type WipeNeeds = {
  readonly connection: FileConnection;
  /** Gives a few free pages back, in a transaction of the one writer. */
  readonly giveBack: () => Promise<unknown>;
};

/** In pages: a step of so many takes a few milliseconds. */
export const GIVE_BACK = 'PRAGMA incremental_vacuum(32)';

const PATIENCE_MS = 2_000;
const LOOK_MS = 20;
const LATER_MS = 1_000;

export function createWiping({ connection, giveBack }: WipeNeeds): Wiping {
  let later: NodeJS.Timeout | undefined;
  const isEmptied = () =>
    !connection.inTransaction() && connection.run(EMPTY_LOG, null).every(({ busy }) => busy === 0);
  const inTheEnd = () => {
    clearTimeout(later);
    later = setTimeout(() => isEmptied() || inTheEnd(), LATER_MS).unref();
  };
  return {
    async wipe() {
      for (let free = freePages(connection); free > 0; ) {
        await giveBack();
        const left = freePages(connection);
        // A file of before cannot give any back: docs/operate.md says what can.
        if (left >= free) break;
        free = left;
      }
      for (const until = performance.now() + PATIENCE_MS; !isEmptied(); await sleep(LOOK_MS))
        if (performance.now() > until) return inTheEnd();
    },
    stop: () => clearTimeout(later),
  };
}

const EMPTY_LOG: Query<null, { readonly busy: number }> = { sql: 'PRAGMA wal_checkpoint(TRUNCATE)', bind: () => [] };
const FREE: Query<null, { readonly freelist_count: number }> = { sql: 'PRAGMA freelist_count', bind: () => [] };

function freePages(connection: FileConnection): number {
  return connection.run(FREE, null)[0]?.freelist_count ?? 0;
}
