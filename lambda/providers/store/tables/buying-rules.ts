/** What shoppers have set for buying, on any engine: one row each, and each change is one statement. */

import { type Kysely, sql } from 'kysely';
import {
  type BuyingRules,
  type LimitSpan,
  MOST_TRIES,
  NO_RULES,
  type RuleRecords,
} from '../../../services/limits/buying-rules';
import type { Money } from '../../../vocabulary/values';
import type { Engine } from '../engine';
import { query } from '../query';
import { byIds } from '../rows';
import type { Tables } from '../schema';
import { spentDaysOn } from './spent-days';

type Row = Tables['buying_rule'];

export function buyingRulesOn(engine: Engine): RuleRecords {
  const { words, read, write } = engine;
  const statements = ruleStatements(words);
  const of = async (shopperId: string) => {
    const [row] = await read(statements.rules, { shopperId });
    return row ? rulesOf(row) : NO_RULES;
  };
  return {
    ...spentDaysOn(engine),
    of,
    async setMost(shopperId, span, most) {
      await write(statements.set[span], { shopperId, minor: most?.minor ?? null, currency: most?.currency ?? null });
    },
    async lower(shopperId, span, { minor, currency }) {
      return (await write(statements.lower[span], { shopperId, minor, currency })).length > 0;
    },
    async setOff(shopperId, isOff) {
      await write(statements.setOff, { shopperId, isOff: isOff ? 1 : 0 });
    },
    async setCode(shopperId, hash) {
      await write(statements.setCode, { shopperId, code: hash });
    },
    async tryCode(shopperId, key) {
      const [row] = await write(statements.tryCode, { shopperId, key });
      return row?.code ?? null;
    },
    async codeWasRight(shopperId, hash) {
      await write(statements.codeWasRight, { shopperId, hash });
    },
  };
}

function rulesOf(row: Row): BuyingRules {
  return {
    most: {
      order: moneyOf(row.order_most, row.order_currency),
      day: moneyOf(row.day_most, row.day_currency),
    },
    isOff: row.is_off === 1,
    code: row.code === null ? 'none' : row.tries >= MOST_TRIES ? 'locked' : 'set',
  };
}

function moneyOf(minor: number | null, currency: string | null): Money | null {
  return minor === null || currency === null ? null : { minor, currency };
}

const FRESH = {
  ...{ order_most: null, order_currency: null, day_most: null, day_currency: null },
  ...{ is_off: 0, code: null, tries: 0, try_key: null },
} as const;

const COLUMNS = {
  order: ['order_most', 'order_currency'],
  day: ['day_most', 'day_currency'],
} as const satisfies Readonly<Record<LimitSpan, readonly [keyof Row, keyof Row]>>;

function ruleStatements(db: Kysely<Tables>) {
  const insert = (row: Partial<Row> & Pick<Row, 'shopper_id'>) =>
    db.insertInto('buying_rule').values({ ...FRESH, ...row });
  const bySpan = <T>(make: (span: LimitSpan) => T) => ({ order: make('order'), day: make('day') });
  return {
    rules: query((v: { shopperId: string }) =>
      db.selectFrom('buying_rule').selectAll().where('shopper_id', '=', v.shopperId),
    ),
    set: bySpan((span) => {
      const [most, currency] = COLUMNS[span];
      return query((v: { shopperId: string; minor: number | null; currency: string | null }) =>
        insert({ shopper_id: v.shopperId, [most]: v.minor, [currency]: v.currency })
          .onConflict((conflict) =>
            conflict.column('shopper_id').doUpdateSet({ [most]: v.minor, [currency]: v.currency }),
          )
          .returning('shopper_id'),
      );
    }),
    lower: bySpan((span) => {
      const [most, currency] = COLUMNS[span];
      return query((v: { shopperId: string; minor: number; currency: string }) =>
        insert({ shopper_id: v.shopperId, [most]: v.minor, [currency]: v.currency })
          .onConflict((conflict) =>
            conflict
              .column('shopper_id')
              .doUpdateSet({ [most]: v.minor, [currency]: v.currency })
              .where((eb) =>
                eb.or([
                  eb(`buying_rule.${most}`, 'is', null),
                  eb(`buying_rule.${most}`, '>', v.minor),
                  eb(`buying_rule.${currency}`, '<>', v.currency),
                ]),
              ),
          )
          .returning('shopper_id'),
      );
    }),
    setOff: query((v: { shopperId: string; isOff: number }) =>
      insert({ shopper_id: v.shopperId, is_off: v.isOff })
        .onConflict((conflict) => conflict.column('shopper_id').doUpdateSet({ is_off: v.isOff }))
        .returning('shopper_id'),
    ),
    setCode: query((v: { shopperId: string; code: string | null }) =>
      insert({ shopper_id: v.shopperId, code: v.code })
        .onConflict((conflict) => conflict.column('shopper_id').doUpdateSet({ code: v.code, tries: 0, try_key: null }))
        .returning('shopper_id'),
    ),
    ...codeStatements(db),
  };
}

/** Of twenty at once each is counted, and no more than there are tries get the hash. */
function codeStatements(db: Kysely<Tables>) {
  return {
    tryCode: query((v: { shopperId: string; key: string }) =>
      db
        .updateTable('buying_rule')
        .set({ tries: sql<number>`case when try_key = ${v.key} then tries else tries + 1 end`, try_key: v.key })
        .where('shopper_id', '=', v.shopperId)
        .where('code', 'is not', null)
        .where((eb) => eb.or([eb('tries', '<', MOST_TRIES), eb('try_key', '=', v.key)]))
        .returning('code'),
    ),
    codeWasRight: query((v: { shopperId: string; hash: string }) =>
      db
        .updateTable('buying_rule')
        .set({ tries: 0, try_key: null })
        .where('shopper_id', '=', v.shopperId)
        .where('code', '=', v.hash)
        .returning('shopper_id'),
    ),
  };
}

/** Whoever is erased has set nothing, and has bought nothing of a day. */
export function rulesGone(db: Kysely<Tables>) {
  return {
    rulesGone: query((v: { shopperId: string }) =>
      db.deleteFrom('buying_rule').where('shopper_id', '=', v.shopperId).returning('tries'),
    ),
    daysGone: query((v: { shopperId: string }) =>
      db.deleteFrom('spent_day').where('shopper_id', '=', v.shopperId).returning('version'),
    ),
    /** The same of whoever these conversations are of. */
    rulesGoneWith: byIds((ids) =>
      db.deleteFrom('buying_rule').where(sql`'shopper:' || shopper_id`, 'in', ids).returning('tries'),
    ),
    daysGoneWith: byIds((ids) =>
      db.deleteFrom('spent_day').where(sql`'shopper:' || shopper_id`, 'in', ids).returning('version'),
    ),
  };
}

/** What a shopper gets to see: all of it, but of the code only whether there is one. */
export function rulesTold(db: Kysely<Tables>) {
  return {
    rules: query((v: { shopperId: string }) =>
      db
        .selectFrom('buying_rule')
        .select(['order_most', 'order_currency', 'day_most', 'day_currency', 'is_off', 'tries'])
        .select(sql<number>`case when code is null then 0 else 1 end`.as('has_code'))
        .where('shopper_id', '=', v.shopperId),
    ),
    days: query((v: { shopperId: string }) =>
      db.selectFrom('spent_day').select(['day', 'orders']).where('shopper_id', '=', v.shopperId).orderBy('day'),
    ),
  };
}
