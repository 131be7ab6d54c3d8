/** What the store asks of a database, whichever it is: read a query, write one durably, write a turn. */

import type { Kysely } from 'kysely';
import type { Query } from './query';
import type { Tables } from './schema';

/** One turn as rows; `expected` is the version it was decided on, 0 for a new conversation. */
export type TurnRows = {
  readonly expected: number;
  readonly conversation: Tables['conversation'];
  readonly history: readonly Tables['history'][];
  readonly outbox: readonly NewItem[];
  readonly told: readonly { readonly proposalId: string }[];
  readonly packet: readonly Tables['packet'][];
  readonly handOff: readonly NewHandOff[];
  readonly word: readonly Tables['hand_off_word'][];
  readonly token: readonly Tables['token'][];
  readonly join: readonly Tables['contact'][];
  readonly trail: readonly Tables['trail'][];
  readonly fact: Tables['fact'];
  readonly photo: readonly Tables['photo'][];
  readonly missed: readonly Tables['missed'][];
  readonly mirror: readonly Tables['order_mirror'][];
  /** What is written over in its old place, or goes. */
  readonly amended: {
    readonly history: readonly Tables['history'][];
    readonly packet: readonly Tables['packet'][];
    readonly photo: readonly { readonly id: string }[];
    readonly word: readonly Tables['hand_off_word'][];
  };
  readonly answer: Tables['answer'];
};

/** As it is written by a turn; deliveries change the rest. */
export type NewItem = Pick<
  Tables['outbox'],
  'id' | 'conversation_id' | 'version' | 'line' | 'kind' | 'destination' | 'lane' | 'body' | 'due_at' | 'created_at'
>;

/** Which desk has it is no business of a turn. */
export type NewHandOff = Omit<Tables['hand_off'], 'desk' | 'ref' | 'snoozed_until' | 'called_at'>;

export type Engine = {
  /** Writes statements in the words of its database; it runs none of them. */
  readonly words: Kysely<Tables>;
  readonly now: () => number;
  read<A, R>(query: Query<A, R>, values: A): Promise<readonly R[]>;
  /** Durable when it resolves. */
  write<A, R>(query: Query<A, R>, values: A): Promise<readonly R[]>;
  /** Several writes in one transaction, in this order; durable when it resolves. Answers the rows of each. */
  together(
    writes: readonly { readonly query: Query<unknown, unknown>; readonly rows: unknown }[],
  ): Promise<readonly (readonly unknown[])[]>;
  /** All or nothing and durable; false when the version moved on or the request has an answer already. */
  turn(rows: TurnRows): Promise<boolean>;
  /** What can be read by now is durable when it resolves: to be asked before anything leaves the house that was read. */
  durable(): Promise<void>;
  /** Nothing that was erased is left in what the engine keeps beside its tables; absent where the database sees to that itself. */
  wipe?(): Promise<void>;
  close(): Promise<void>;
};
