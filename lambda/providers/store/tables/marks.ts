/** What people mark hand-offs with, on any engine. */

import { type Kysely, sql } from 'kysely';
import { type HandOffMarks, type Marks, UNMARKED } from '../../../services/hand-off/marks';
import type { Engine } from '../engine';
import { isAside } from '../migrations/migration-marks';
import { isUnderWay } from '../migrations/migration-pages';
import { query } from '../query';
import { byIds, inParts } from '../rows';
import type { Tables } from '../schema';

export function marksOn({ words, read, write }: Engine): Marks {
  const statements = markStatements(words);
  return {
    async of(ids) {
      const rows = ids.map((id) => ({ id }));
      const [marked, tagged] = await Promise.all([
        inParts(read, statements.marked, rows),
        inParts(read, statements.tagged, rows),
      ]);
      const all = new Map<string, HandOffMarks>();
      for (const { id, snoozed_until, called_at } of marked)
        all.set(id, { ...UNMARKED, snoozedUntil: snoozed_until, calledAt: called_at });
      for (const { hand_off_id: id, tag } of tagged) {
        const known = all.get(id) ?? UNMARKED;
        all.set(id, { ...known, tags: [...known.tags, tag].sort() });
      }
      return all;
    },
    snooze: async (id, until) => (await write(statements.snooze, { id, until })).length > 0,
    called: async (id, at) => (await write(statements.call, { id, at })).length > 0,
    async tag(id, tag) {
      await write(statements.tag, { id, tag });
    },
    async untag(id, tag) {
      await write(statements.untag, { id, tag });
    },
    tags: async (limit) => (await read(statements.tags, { limit })).map(({ tag }) => tag).sort(),
    aside: async (now, limit) => (await read(statements.aside, { now, limit })).map(({ id }) => id),
  };
}

function markStatements(db: Kysely<Tables>) {
  const open = db.updateTable('hand_off').where(isUnderWay);
  return {
    marked: byIds((ids) =>
      db
        .selectFrom('hand_off')
        .select(['id', 'snoozed_until', 'called_at'])
        .where('id', 'in', ids)
        .where((eb) => eb.or([eb('snoozed_until', 'is not', null), eb('called_at', 'is not', null)])),
    ),
    tagged: byIds((ids) => db.selectFrom('hand_off_tag').selectAll().where('hand_off_id', 'in', ids)),
    snooze: query((v: { id: string; until: number | null }) =>
      open.set({ snoozed_until: v.until }).where('id', '=', v.id).returning('id'),
    ),
    call: query((v: { id: string; at: number }) =>
      open.set({ called_at: v.at }).where('id', '=', v.id).returning('id'),
    ),
    tag: query((v: { id: string; tag: string }) =>
      db
        .insertInto('hand_off_tag')
        .columns(['hand_off_id', 'tag'])
        .expression((eb) =>
          eb
            .selectFrom('hand_off')
            .where('hand_off.id', '=', v.id)
            .select(({ val, cast }) => ['hand_off.id', cast<string>(val(v.tag), 'text').as('tag')]),
        )
        .onConflict((conflict) => conflict.columns(['tag', 'hand_off_id']).doNothing()),
    ),
    untag: query((v: { id: string; tag: string }) =>
      db.deleteFrom('hand_off_tag').where('hand_off_id', '=', v.id).where('tag', '=', v.tag),
    ),
    tags: query((v: { limit: number }) =>
      db.selectFrom('hand_off_tag').select('tag').groupBy('tag').orderBy('tag').limit(v.limit),
    ),
    aside: query((v: { now: number; limit: number }) =>
      db
        .selectFrom('hand_off')
        .select('id')
        .where(isUnderWay)
        .where(isAside)
        .where(sql<boolean>`((wish = 'call-back' and called_at is null) or snoozed_until > ${v.now})`)
        .orderBy('created_at')
        .orderBy('id')
        .limit(v.limit),
    ),
  };
}
