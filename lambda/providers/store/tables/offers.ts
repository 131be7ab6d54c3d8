/** How often an offer was made and taken up, on any engine: counted from facts, which name nobody. */

import type { Kysely } from 'kysely';
import type { Offers } from '../../../services/insight/offers';
import type { Engine } from '../engine';
import { queryOne } from '../query';
import type { Tables } from '../schema';

export function offersOn({ words, read }: Engine): Offers {
  const statements = offerStatements(words);
  return {
    async count({ offer, leadsTo }, since) {
      const [[made], [taken]] = await Promise.all([
        read(statements.made, { offer, since }),
        read(statements.taken, { offer, leadsTo, since }),
      ]);
      return { made: Number(made?.count ?? 0), taken: Number(taken?.count ?? 0) };
    },
  };
}

function offerStatements(db: Kysely<Tables>) {
  const counted = db.selectFrom('fact').select(({ fn }) => fn.countAll<number>().as('count'));
  return {
    made: queryOne((v: { offer: string; since: number }) =>
      counted.where('asks', '=', v.offer).where('at', '>=', v.since),
    ),
    taken: queryOne((v: { offer: string; leadsTo: string; since: number }) =>
      counted.where('answers', '=', v.offer).where('asks', '=', v.leadsTo).where('at', '>=', v.since),
    ),
  };
}
