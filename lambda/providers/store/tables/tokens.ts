/** Links and codes on any engine. */

import type { NewToken, Tokens } from '../../../services/reach/tokens';
import type { Engine } from '../engine';
import type { Tables } from '../schema';

export function tokensOn({ statements, read, write }: Engine): Tokens {
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

function tokenOf(row: Tables['token']): NewToken {
  const { hash, conversation_id: conversationId, expires_at: expiresAt, proof } = row;
  return { hash, kind: row.kind as NewToken['kind'], conversationId, expiresAt, proof };
}
