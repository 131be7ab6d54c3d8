/** Fills a store by SQL with conversations of strangers, each as a conversation of two turns leaves it. */

import { join } from 'node:path';
import Database from 'libsql';

export type Filled = { readonly conversations: number; readonly seconds: number; readonly bytes: number };

/** The server that made the file must have ended. One real conversation of it is the pattern of all. */
export function fill(folder: string, conversations: number): Filled {
  const from = performance.now();
  const db = new Database(join(folder, 'earshot.sqlite'));
  db.exec('pragma synchronous = off; pragma cache_size = -200000');
  // A page at a time, so that the log does not become as large as the file.
  const STEP = 50_000;
  for (let first = 0; first < conversations; first += STEP) {
    const last = Math.min(first + STEP, conversations);
    db.exec('begin immediate');
    for (const statement of statements(first, last)) db.exec(statement);
    db.exec('commit');
  }
  db.exec('pragma wal_checkpoint(truncate)');
  const [{ page_count: pages } = { page_count: 0 }] = db.prepare('pragma page_count').all() as { page_count: number }[];
  const [{ page_size: size } = { page_size: 0 }] = db.prepare('pragma page_size').all() as { page_size: number }[];
  db.close();
  return { conversations, seconds: (performance.now() - from) / 1_000, bytes: pages * size };
}

function statements(first: number, last: number): readonly string[] {
  const numbers = `with recursive n(i) as (select ${first} union all select i + 1 from n where i + 1 < ${last})`;
  // Spread over the table as hashes are, not in the order of writing.
  const id = `'shopper:stranger-' || (i * 7919 % 1000003) || '-' || i`;
  const pattern = (table: string) =>
    `(select * from ${table} where conversation_id = (select id from conversation limit 1) limit 2)`;
  return [
    `${numbers} insert into conversation (id, version, memory, updated_at)
      select ${id}, 2, p.memory, p.updated_at from n, (select * from conversation limit 1) p`,
    `${numbers} insert into history (conversation_id, version, line, at, by, channel, text, show, name)
      select ${id}, 1 + p.line, p.line, p.at, p.by, p.channel, p.text, p.show, p.name from n, ${pattern('history')} p`,
    `${numbers} insert into answer (channel, request_id, body, at, conversation_id)
      select 'alexa', 'stranger-' || i, p.body, p.at, ${id} from n, (select * from answer where channel = 'alexa' limit 1) p`,
    `${numbers} insert into fact (turn, at, channel, locale, heard, intent, replies, asks, outcome, misses, milliseconds, wording)
      select 'stranger-' || i, at, channel, locale, heard, intent, replies, asks, outcome, misses, milliseconds, wording
      from n, (select * from fact limit 1)`,
  ];
}
