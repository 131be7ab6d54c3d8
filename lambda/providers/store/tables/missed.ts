/** What shoppers got no answer to, on any engine; turns write it. */

import type { Kysely } from 'kysely';
import { MISSED_KINDS, type Missed } from '../../../services/insight/missed';
import { CHANNELS } from '../../../vocabulary/heard';
import type { Engine } from '../engine';
import { oneOf } from '../parse';
import { query } from '../query';
import { atMost } from '../rows';
import type { Tables } from '../schema';

export function missedOn({ words, read }: Engine): Missed {
  const since = sinceOf(words);
  return {
    async since(at, limit) {
      const rows = await read(since, { at, limit: atMost(limit) });
      return rows.map(({ conversation_id, channel, kind, ...row }) => ({
        ...row,
        conversationId: conversation_id,
        channel: oneOf([...CHANNELS, 'desk'], channel, 'channel'),
        kind: oneOf(MISSED_KINDS, kind, 'kind of what was missed'),
      }));
    },
  };
}

function sinceOf(db: Kysely<Tables>) {
  return query((v: { at: number; limit: number }) =>
    db.selectFrom('missed').selectAll().where('at', '>=', v.at).orderBy('at').limit(v.limit),
  );
}
