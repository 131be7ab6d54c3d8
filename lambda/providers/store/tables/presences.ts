/** Who is at which hand-off, on any engine. */

import type { Kysely } from 'kysely';
import { PRESENCE, type Presences } from '../../../services/hand-off/presences';
import type { Engine } from '../engine';
import { query } from '../query';
import { one } from '../rows';
import type { Tables } from '../schema';

export function presencesOn({ words, now, read, write, together }: Engine): Presences {
  const statements = presenceStatements(words);
  return {
    async here({ agentId, handOffId, isWriting }) {
      const at = now();
      const rows = { agentId, handOffId, at, wroteAt: isWriting ? at : 0, before: at - PRESENCE.there };
      await together([one(statements.forget, rows), one(statements.here, rows)]);
    },
    async leave(agentId, handOffId) {
      await write(statements.leave, { agentId, handOffId });
    },
    async othersAt(handOffId, agentId, at) {
      const rows = await read(statements.others, { handOffId, agentId, since: at - PRESENCE.there });
      return rows.map(({ name, wrote_at }) => ({ name, isWriting: at - wrote_at < PRESENCE.writing }));
    },
  };
}

type Here = { agentId: string; handOffId: string; at: number; wroteAt: number; before: number };

function presenceStatements(db: Kysely<Tables>) {
  return {
    forget: query((v: Here) => db.deleteFrom('presence').where('agent_id', '=', v.agentId).where('at', '<', v.before)),
    /** That somebody wrote stays known, though they only look since. A hand-off that is gone has nobody at it. */
    here: query((v: Here) =>
      db
        .insertInto('presence')
        .columns(['hand_off_id', 'agent_id', 'at', 'wrote_at'])
        .expression((eb) =>
          eb
            .selectFrom('hand_off')
            .where('hand_off.id', '=', v.handOffId)
            .select(({ val, cast }) => [
              'hand_off.id',
              val(v.agentId).as('agent_id'),
              cast<number>(val(v.at), 'bigint').as('at'),
              cast<number>(val(v.wroteAt), 'bigint').as('wrote_at'),
            ]),
        )
        .onConflict((conflict) =>
          conflict.columns(['hand_off_id', 'agent_id']).doUpdateSet((eb) => ({
            at: eb.ref('excluded.at'),
            wrote_at: eb
              .case()
              .when('excluded.wrote_at', '>', 0)
              .then(eb.ref('excluded.wrote_at'))
              .else(eb.ref('presence.wrote_at'))
              .end(),
          })),
        ),
    ),
    leave: query((v: { agentId: string; handOffId: string }) =>
      db
        .deleteFrom('presence')
        .where('hand_off_id', '=', v.handOffId)
        .where('agent_id', '=', v.agentId)
        .returning('at'),
    ),
    others: query((v: { handOffId: string; agentId: string; since: number }) =>
      db
        .selectFrom('presence')
        .innerJoin('agent', 'agent.id', 'presence.agent_id')
        .select(['agent.name', 'presence.wrote_at'])
        .where('presence.hand_off_id', '=', v.handOffId)
        .where('presence.agent_id', '<>', v.agentId)
        .where('presence.at', '>=', v.since)
        .orderBy('presence.wrote_at', 'desc'),
    ),
  };
}
