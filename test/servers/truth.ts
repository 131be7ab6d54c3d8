/** What is really written: read from the database and from the demo shop's file, past everything that serves. */

import { join } from 'node:path';
import Database from 'libsql';
import type { Answer } from '../../lambda/turn';
import type { Cluster } from '../kit/postgres';

export type StoredAnswer = Pick<Answer, 'said' | 'replies'> & { readonly conversationId: string };

/** By request id: what was answered on Alexa. */
export async function answersIn(cluster: Cluster, database: string): Promise<ReadonlyMap<string, StoredAnswer>> {
  const rows = await cluster.run(
    database,
    `select request_id, body, conversation_id from answer where channel = 'alexa'`,
  );
  return new Map(
    rows.map(({ request_id, body, conversation_id }) => [
      String(request_id),
      { ...(JSON.parse(String(body)) as Answer), conversationId: String(conversation_id) },
    ]),
  );
}

/** What the shop has: the order of each proposal that was placed, and how many orders there are of voice in all. */
export function shopIn(folder: string): { readonly orders: ReadonlyMap<string, string>; readonly voice: number } {
  const db = new Database(join(folder, 'shop.sqlite'), { readonly: true });
  try {
    const placed = db.prepare('select proposal, order_id from placements where order_id is not null').all() as {
      readonly proposal: string;
      readonly order_id: string;
    }[];
    const [{ n } = { n: -1 }] = db.prepare("select count(*) as n from orders where source = 'voice'").all() as {
      readonly n: number;
    }[];
    return { orders: new Map(placed.map(({ proposal, order_id }) => [proposal, order_id])), voice: n };
  } finally {
    db.close();
  }
}
