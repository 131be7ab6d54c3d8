/** Looks into the store afterwards: what was answered must have been committed, and nothing may have gone wrong. */

import { join } from 'node:path';
import Database from 'libsql';

export type Ledger = {
  /** Turns committed. */
  readonly facts: number;
  readonly answers: number;
  readonly conversations: number;
  /** Turns in which something of ours broke or the shop could not be asked. */
  readonly troubled: number;
  readonly placed: number;
};

export function readLedger(folder: string): Ledger {
  const db = new Database(join(folder, 'earshot.sqlite'), { readonly: true });
  const count = (rest: string) => {
    const row = db.prepare(`select count(*) as n from ${rest}`).get() as { n: number };
    return row.n;
  };
  try {
    return {
      facts: count('fact'),
      answers: count('answer'),
      conversations: count('conversation'),
      troubled: count(`fact where replies like '%"Trouble.%'`),
      placed: count(`fact where outcome = 'placed'`),
    };
  } finally {
    db.close();
  }
}
