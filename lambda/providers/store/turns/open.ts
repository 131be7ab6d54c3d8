/** What a turn begins with, in one read. */

import type { Kysely } from 'kysely';
import { isOpen } from '../migrations/migration-attempts';
import { placeIn, queryOne } from '../query';
import type { Tables } from '../schema';

/** `earlier`: as programs before this one kept it, without a sender but beside the conversation it was answered in. */
type Opened = {
  channel: string;
  requestId: string;
  earlier: string;
  id: string;
  contactId: string;
  shopperId: string;
  aside: string;
};

/** See `handOff.aside` of a memory. */
const BEGUN_ASIDE = '"aside":{"whose":';

/** All that a turn begins with: always one row, and each part of it found by a whole key or the partial index. */
export function openConversation(db: Kysely<Tables>) {
  return queryOne((v: Opened) =>
    db
      .selectFrom(
        db
          .selectNoFrom(({ fn, val }) => [
            fn
              .coalesce(
                db.selectFrom('contact').select('contact.conversation_id').where('contact.id', '=', v.contactId),
                val(v.id),
              )
              .as('id'),
          ])
          .as('asked'),
      )
      .leftJoin('conversation', 'conversation.id', 'asked.id')
      .select(({ eb, exists, fn, lit, selectFrom }) => [
        'asked.id',
        'conversation.version',
        'conversation.memory',
        selectFrom('answer')
          .select('answer.body')
          .where('answer.request_id', 'in', [v.requestId, v.earlier])
          .where('answer.channel', '=', v.channel)
          .where((or) =>
            or.or([or('answer.request_id', '=', v.requestId), or('answer.conversation_id', '=', or.ref('asked.id'))]),
          )
          .limit(1)
          .as('answer'),
        selectFrom('conversation as other')
          .select('other.memory')
          .where('other.id', '=', v.aside)
          .where('other.updated_at', '>', fn.coalesce('conversation.updated_at', lit(0)))
          .as('aside'),
        selectFrom('conversation as begun')
          .select(lit(1).as('one'))
          .where('begun.id', '=', v.aside)
          .where((its) => its(its.fn<number>(placeIn(db), ['begun.memory', its.val(BEGUN_ASIDE)]), '>', 0))
          .as('hasAside'),
        eb
          .case()
          .when(
            exists(
              selectFrom('attempt').select('attempt.told').where('attempt.shopper_id', '=', v.shopperId).where(isOpen),
            ),
          )
          .then(lit(1))
          .else(lit(0))
          .end()
          .as('attempted'),
      ]),
  );
}
