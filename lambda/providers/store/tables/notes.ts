/** What agents note of a hand-off, on any engine. */

import type { Kysely } from 'kysely';
import type { HandOffs } from '../../../services/hand-off/hand-offs';
import type { Engine } from '../engine';
import { query } from '../query';
import { one, parts } from '../rows';
import type { Tables } from '../schema';
import { newWords, rowsOf } from './words';

export function notesOn({ words, read, together }: Engine): Pick<HandOffs, 'addNote' | 'notes'> {
  const statements = noteStatements(words);
  return {
    async addNote({ id, handOffId, at, by, text }) {
      await together([
        one(statements.addNote, { id, hand_off_id: handOffId, at, by, text }),
        ...parts(statements.newWords, rowsOf(handOffId, [text])),
      ]);
    },
    async notes(handOffId) {
      const rows = await read(statements.notes, { id: handOffId });
      return rows.map(({ id, at, by, text }) => ({ id, handOffId, at, by, text }));
    },
  };
}

function noteStatements(db: Kysely<Tables>) {
  return {
    newWords: newWords(db),
    addNote: query((v: Tables['note']) =>
      db
        .insertInto('note')
        .values({ id: v.id, hand_off_id: v.hand_off_id, at: v.at, by: v.by, text: v.text })
        .onConflict((conflict) => conflict.column('id').doNothing()),
    ),
    notes: query((v: { id: string }) =>
      db.selectFrom('note').selectAll().where('hand_off_id', '=', v.id).orderBy('at').orderBy('id'),
    ),
  };
}
