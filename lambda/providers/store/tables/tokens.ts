/** Links and codes on any engine. */

import type { ExpressionBuilder, Kysely } from 'kysely';
import type { NewToken, Tokens } from '../../../services/reach/tokens';
import type { Engine } from '../engine';
import { oneOf } from '../parse';
import { bulk, query } from '../query';
import type { Tables } from '../schema';

export function tokensOn({ words, read, write }: Engine): Tokens {
  const statements = tokenStatements(words);
  const guesses = async (who: string, since: number) => {
    const [row] = await read(statements.guesses, { who, since });
    return row?.count ?? 0;
  };
  return {
    async find(hash, now) {
      const [row] = await read(statements.token, { hash, now });
      return row ? tokenOf(row) : null;
    },
    async use(hash, now) {
      return (await write(statements.useToken, { hash, now })).length > 0;
    },
    async guessed(who, now, since) {
      await write(statements.addGuess, { who, at: now });
      await write(statements.forgetGuesses, { who, before: since });
      return guesses(who, since);
    },
    guesses,
  };
}

export function tokenRow({ hash, kind, conversationId, expiresAt, proof }: NewToken, now: number): Tables['token'] {
  return { hash, kind, conversation_id: conversationId, created_at: now, expires_at: expiresAt, proof, used_at: 0 };
}

const KINDS = ['link', 'code', 'file'] as const satisfies readonly NewToken['kind'][];

function tokenOf(row: Tables['token']): NewToken {
  const { hash, conversation_id: conversationId, expires_at: expiresAt, proof } = row;
  return { hash, kind: oneOf(KINDS, row.kind, 'kind of token'), conversationId, expiresAt, proof };
}

const COLUMNS = ['hash', 'kind', 'conversation_id', 'created_at', 'expires_at', 'proof', 'used_at'] as const;

function tokenStatements(db: Kysely<Tables>) {
  return {
    ...useStatements(db),
    ...guessStatements(db),
  };
}

/**
 * Two codes of six digits may be the same. An old one gives way; while both are good neither may open anything, as
 * each would lead to the other's conversation.
 */
export function newTokens(db: Kysely<Tables>) {
  return bulk(COLUMNS, (rows: readonly Tables['token'][]) =>
    db
      .insertInto('token')
      .values(rows)
      .onConflict((conflict) =>
        conflict.column('hash').doUpdateSet((eb) => ({
          kind: eb.ref('excluded.kind'),
          conversation_id: eb.ref('excluded.conversation_id'),
          created_at: eb.ref('excluded.created_at'),
          expires_at: eb.ref('excluded.expires_at'),
          proof: eb.ref('excluded.proof'),
          used_at: eb
            .case()
            .when(eb('token.conversation_id', '=', eb.ref('excluded.conversation_id')))
            .then(eb.ref('token.used_at'))
            .when(isGood(eb))
            .then(eb.ref('excluded.created_at'))
            .else(eb.lit(0))
            .end(),
        })),
      ),
  );
}

type Both = { token: Tables['token']; excluded: Tables['token'] };

function isGood(builder: unknown) {
  const eb = builder as ExpressionBuilder<Both, 'token' | 'excluded'>;
  return eb.and([eb('token.used_at', '=', 0), eb('token.expires_at', '>', eb.ref('excluded.created_at'))]);
}

function useStatements(db: Kysely<Tables>) {
  return {
    token: query((v: { hash: string; now: number }) =>
      db
        .selectFrom('token')
        .selectAll()
        .where('hash', '=', v.hash)
        .where('used_at', '=', 0)
        .where('expires_at', '>', v.now),
    ),
    useToken: query((v: { hash: string; now: number }) =>
      db
        .updateTable('token')
        .set({ used_at: v.now })
        .where('hash', '=', v.hash)
        .where('used_at', '=', 0)
        .where('expires_at', '>', v.now)
        .returning('hash'),
    ),
  };
}

function guessStatements(db: Kysely<Tables>) {
  return {
    addGuess: query((v: Tables['guess']) => db.insertInto('guess').values({ who: v.who, at: v.at })),
    forgetGuesses: query((v: { who: string; before: number }) =>
      db.deleteFrom('guess').where('who', '=', v.who).where('at', '<', v.before).returning('at'),
    ),
    guesses: query((v: { who: string; since: number }) =>
      db
        .selectFrom('guess')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('who', '=', v.who)
        .where('at', '>=', v.since),
    ),
  };
}

export function tokenPurges(db: Kysely<Tables>) {
  return {
    purgeTokens: query((v: { before: number }) =>
      db.deleteFrom('token').where('expires_at', '<', v.before).returning('used_at'),
    ),
    purgeGuesses: query((v: { before: number }) => db.deleteFrom('guess').where('at', '<', v.before).returning('at')),
  };
}
