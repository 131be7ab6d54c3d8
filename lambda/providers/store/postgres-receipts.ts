/**
 * Receipts make a write happen once: each is an answer to a request of the store's own, written together with what it
 * is the receipt of. When a connection is lost with the COMMIT under way, the same write is tried again under the same
 * receipt, and either writes or learns from it that the first one did.
 */

import type { PoolClient } from 'pg';
import { type Prepared, preparedText } from './postgres-pool';
import { takenBy } from './postgres-problems';

/** No channel is called so. Receipts are forgotten with the answers. */
const CHANNEL = 'store';

/** To be sent first in a transaction: waits for an earlier try that is still under way. */
export function receipt(id: string, at: number): Prepared {
  return preparedText('insert into "answer" ("channel", "request_id", "body", "at") values ($1, $2, $3, $4)', [
    CHANNEL,
    id,
    '[]',
    at,
  ]);
}

/** The statement with its receipt in one; what it returned is kept in the receipt. */
export function withReceipt({ text, values }: Pick<Prepared, 'text' | 'values'>, id: string, at: number): Prepared {
  const next = values.length + 1;
  const into = `insert into "answer" ("channel", "request_id", "body", "at") select $${next}, $${next + 1}`;
  const whole = RETURNING.test(text)
    ? `with written as (${text}), receipt as (${into}, (select coalesce(json_agg(written), '[]')::text from written), ` +
      `$${next + 2}::bigint) select * from written`
    : `with written as (${text}) ${into}, '[]', $${next + 2}::bigint`;
  return preparedText(whole, [...values, CHANNEL, id, at] as Prepared['values'] as never);
}

const RETURNING = /\breturning\b/;

/** True where a receipt, or somebody's answer, was there already. */
export function isAnswered(error: unknown): boolean {
  return takenBy(error) === 'answer_pk';
}

/** What the write returned when it was written, or null: it was not. */
export async function receivedBefore(connection: PoolClient, id: string): Promise<readonly unknown[] | null> {
  const { rows } = await connection.query<{ body: string }>(
    preparedText('select "body" from "answer" where "request_id" = $1 and "channel" = $2', [id, CHANNEL]),
  );
  return rows[0] ? (JSON.parse(rows[0].body) as readonly unknown[]) : null;
}
