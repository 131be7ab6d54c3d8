/** The writes that erase conversations, whoever asks for it. */

import type { Engine } from './engine';
import type { Bulk, Query } from './query';

type Id = { readonly id: string };
type Write = Parameters<Engine['together']>[0][number];

/** To follow the statement that dooms them, in its transaction. */
export function eraseDoomed({ statements }: Pick<Engine, 'statements'>, ids: readonly Id[]): readonly Write[] {
  return [
    ...parts(statements.eraseIncoming, ids),
    ...parts(statements.eraseContacts, ids),
    ...parts(statements.eraseVisitors, ids),
    ...parts(statements.eraseAnswers, ids),
    ...parts(statements.eraseAttempts, ids),
    ...parts(statements.orphanAttempts, ids),
    ...parts(statements.eraseConversations, ids),
  ];
}

/** Those of a shopper, wherever they were made. */
export function eraseAttemptsOf({ statements }: Pick<Engine, 'statements'>, shopperId: string): readonly Write[] {
  return [statements.eraseAttemptsOf, statements.orphanAttemptsOf].map((statement) => ({
    query: statement as Query<unknown, unknown>,
    rows: { shopperId },
  }));
}

export function parts<A, R>(statement: Bulk<A, R>, rows: readonly A[]): readonly Write[] {
  return statement(rows) as readonly Write[];
}
