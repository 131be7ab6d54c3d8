/** The statements that write over what was said before: a line in its old place, and all that told of it. */

import type { Kysely } from 'kysely';
import { bulk } from '../query';
import type { Tables } from '../schema';
import { lostWords } from '../tables/words';
import { LINE } from './conversations';

export function amendingStatements(db: Kysely<Tables>) {
  return {
    amendedLines: amendedLines(db),
    amendedPackets: amendedPackets(db),
    lostFiles: bulk(['id'], (rows: readonly { id: string }[]) =>
      db
        .deleteFrom('photo')
        .where(
          'id',
          'in',
          rows.map((row) => row.id),
        )
        .returning('id'),
    ),
    lostWords: lostWords(db),
  };
}

function amendedLines(db: Kysely<Tables>) {
  return bulk(['conversation_id', ...LINE], (rows: readonly Tables['history'][]) =>
    db
      .insertInto('history')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['conversation_id', 'version', 'line']).doUpdateSet({
          text: (eb) => eb.ref('excluded.text'),
          show: (eb) => eb.ref('excluded.show'),
          sealed: (eb) => eb.ref('excluded.sealed'),
        }),
      ),
  );
}

function amendedPackets(db: Kysely<Tables>) {
  return bulk(['id', 'conversation_id', 'created_at', 'body'], (rows: readonly Tables['packet'][]) =>
    db
      .insertInto('packet')
      .values(rows)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((eb) => ({
          body: eb.ref('excluded.body'),
          conversation_id: eb.ref('excluded.conversation_id'),
        })),
      ),
  );
}
