/** What the orders of a day come to, on any engine: one row a day, changed only as it was read. */

import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import type { RuleRecords } from '../../../services/limits/buying-rules';
import { isOver } from '../../../services/limits/limits';
import { readAs, shapeOf } from '../../../services/shape';
import type { Money } from '../../../vocabulary/values';
import type { Engine } from '../engine';
import { query } from '../query';
import type { Tables } from '../schema';

/** By proposal. */
type Orders = Readonly<Record<string, Money>>;
const areOrders = shapeOf<Orders>(z.record(z.string(), z.object({ minor: z.int(), currency: z.string() })));

/** Of so many at once on one account each has changed the row in its turn. */
const MOST_ROUNDS = 200;

type Day = { readonly shopperId: string; readonly day: string; readonly at: number };

export function spentDaysOn({ words, read, write }: Engine): Pick<RuleRecords, 'hold' | 'release' | 'spentOn'> {
  const statements = dayStatements(words);
  /** Reads anew and tries again where somebody else was faster; `change` answers null where nothing is to be written. */
  async function changed(held: Day, change: (orders: Orders) => Orders | null): Promise<boolean> {
    const { shopperId, day, at } = held;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const [row] = await read(statements.day, { shopperId, day });
      const next = change(row ? ordersOf(row) : {});
      if (next === null) return false;
      const values = { shopperId, day, orders: JSON.stringify(next), at };
      const written = row
        ? await write(statements.change, { ...values, version: row.version })
        : await write(statements.begin, values);
      if (written.length > 0) return true;
    }
    throw new Error('a day of a shopper was changed by too many at once');
  }
  return {
    async hold({ total, proposalId, ...held }, most) {
      return changed(held, (orders) => {
        const next = { ...orders, [proposalId]: total };
        const sum = { ...total, minor: sumOf(next, total.currency) };
        return most && isOver(sum, most) ? null : next;
      });
    },
    async release({ shopperId, proposalId }) {
      const days = await read(statements.days, { shopperId });
      for (const row of days.filter((one) => proposalId in ordersOf(one))) {
        const { day, at } = row;
        await changed({ shopperId, day, at }, (orders) => {
          const { [proposalId]: gone, ...rest } = orders;
          return gone ? rest : null;
        });
      }
    },
    async spentOn(shopperId, day, currency) {
      const [row] = await read(statements.day, { shopperId, day });
      return row ? sumOf(ordersOf(row), currency) : 0;
    },
  };
}

/** Throws where it cannot be read: nothing is bought past a limit nobody knows. */
function ordersOf({ orders }: Pick<Tables['spent_day'], 'orders'>): Orders {
  const read = readAs(orders, areOrders);
  if (!read) throw new Error('the orders of a day cannot be read');
  return read;
}

function sumOf(orders: Orders, currency: string): number {
  return Object.values(orders).reduce((sum, one) => (one.currency === currency ? sum + one.minor : sum), 0);
}

type DayRow = { readonly shopperId: string; readonly day: string; readonly orders: string; readonly at: number };

function dayStatements(db: Kysely<Tables>) {
  return {
    day: query((v: { shopperId: string; day: string }) =>
      db.selectFrom('spent_day').selectAll().where('shopper_id', '=', v.shopperId).where('day', '=', v.day),
    ),
    days: query((v: { shopperId: string }) =>
      db.selectFrom('spent_day').selectAll().where('shopper_id', '=', v.shopperId),
    ),
    begin: query((v: DayRow) =>
      db
        .insertInto('spent_day')
        .values({ shopper_id: v.shopperId, day: v.day, orders: v.orders, version: 1, at: v.at })
        .onConflict((conflict) => conflict.columns(['shopper_id', 'day']).doNothing())
        .returning('version'),
    ),
    change: query((v: DayRow & { version: number }) =>
      db
        .updateTable('spent_day')
        .set((eb) => ({ orders: v.orders, version: eb('version', '+', 1), at: v.at }))
        .where('shopper_id', '=', v.shopperId)
        .where('day', '=', v.day)
        .where('version', '=', v.version)
        .returning('version'),
    ),
  };
}

/** A day's orders are of no use once the day is over everywhere. */
export function spentDaysPurge(db: Kysely<Tables>) {
  return {
    purgeDays: query((v: { before: number }) =>
      db.deleteFrom('spent_day').where('at', '<', v.before).returning('version'),
    ),
  };
}
