/**
 * Every step the schema ever took, in order; a step that was released is never edited, a new one is added.
 *
 * Servers of the version before and after run side by side on one schema, so a step only adds: tables, indexes, columns
 * that may be null or have a default. A step that must take something away comes one release after the last program
 * that used it, and says with `oldest` which programs it still allows. A program opens a newer schema when it is allowed.
 */

import type { Compilable, Kysely } from 'kysely';
import type { Tables } from '../schema';
import { attemptStep } from './migration-attempts';
import { callStep } from './migration-calls';
import { careStep, careToldStep } from './migration-care';
import { key, ofConversation, required } from './migration-columns';
import { deskStep } from './migration-desk';
import { limitStep } from './migration-limits';
import { linkStep } from './migration-links';
import { markStep } from './migration-marks';
import { mirrorStep, seenStep } from './migration-mirror';
import { missedStep } from './migration-missed';
import { offerStep } from './migration-offers';
import { pageStep } from './migration-pages';
import { photoStep } from './migration-photo';
import { farPieceStep, pieceStep } from './migration-pieces';
import { presenceStep } from './migration-presence';
import { ratingStep } from './migration-ratings';
import { recordStep } from './migration-record';
import { sealedStep } from './migration-sealed';
import { secondStep } from './migration-second';
import { shownStep, visitorStep } from './migration-visitors';
import { wordStep } from './migration-words';

export type Migration = {
  readonly version: number;
  readonly name: string;
  /** The schema version an older program must know at least; left out where the step only adds. */
  readonly oldest?: number;
  readonly up: (db: Kysely<Tables>) => readonly Compilable[];
};

/** What an engine needs to take the steps. */
export type Migrating = {
  readonly db: Kysely<Tables>;
  /** Milliseconds since the epoch, noted beside each step. */
  readonly now: number;
  /** Every step there is; a test adds what a later program would bring. */
  readonly steps?: readonly Migration[];
};

type Step = (db: Kysely<Tables>) => readonly Compilable[];

/** Kept apart from the steps: they must exist before the steps can be counted. */
export function migrationTables(db: Kysely<Tables>): readonly Compilable[] {
  return [
    db.schema
      .createTable('migration')
      .ifNotExists()
      .addColumn('version', 'integer', key)
      .addColumn('name', 'text', required)
      .addColumn('applied_at', 'bigint', required),
    db.schema.createTable('oldest_program').ifNotExists().addColumn('version', 'integer', required),
  ];
}

const conversation: Step = (db) => [
  db.schema
    .createTable('conversation')
    .addColumn('id', 'text', key)
    .addColumn('version', 'integer', required)
    .addColumn('memory', 'text', required)
    .addColumn('updated_at', 'bigint', required),
];

const history: Step = (db) => [
  db.schema
    .createTable('history')
    .addColumn('conversation_id', 'text', ofConversation)
    .addColumn('version', 'integer', required)
    .addColumn('line', 'integer', required)
    .addColumn('at', 'bigint', required)
    .addColumn('by', 'text', required)
    .addColumn('channel', 'text', required)
    .addColumn('text', 'text', required)
    .addPrimaryKeyConstraint('history_pk', ['conversation_id', 'version', 'line']),
];

const packet: Step = (db) => [
  db.schema
    .createTable('packet')
    .addColumn('id', 'text', key)
    .addColumn('conversation_id', 'text', ofConversation)
    .addColumn('created_at', 'bigint', required)
    .addColumn('body', 'text', required),
  db.schema.createIndex('packet_newest').on('packet').columns(['created_at', 'id']),
];

const outbox: Step = (db) => [
  db.schema
    .createTable('outbox')
    .addColumn('id', 'text', key)
    .addColumn('conversation_id', 'text', ofConversation)
    .addColumn('version', 'integer', required)
    .addColumn('line', 'integer', required)
    .addColumn('kind', 'text', required)
    .addColumn('body', 'text', required),
];

/** No key: nothing about a fact may ever stop a turn. */
const fact: Step = (db) => [
  db.schema
    .createTable('fact')
    .addColumn('turn', 'text', required)
    .addColumn('at', 'bigint', required)
    .addColumn('channel', 'text', required)
    .addColumn('locale', 'text', required)
    .addColumn('heard', 'text', required)
    .addColumn('intent', 'text')
    .addColumn('replies', 'text', required)
    .addColumn('asks', 'text')
    .addColumn('outcome', 'text', required)
    .addColumn('misses', 'integer', required)
    .addColumn('milliseconds', 'integer', required)
    .addColumn('wording', 'text', required),
  db.schema.createIndex('fact_at').on('fact').column('at'),
];

const answer: Step = (db) => [
  db.schema
    .createTable('answer')
    .addColumn('channel', 'text', required)
    .addColumn('request_id', 'text', required)
    .addColumn('body', 'text', required)
    .addColumn('at', 'bigint', required)
    .addPrimaryKeyConstraint('answer_pk', ['request_id', 'channel']),
  db.schema.createIndex('answer_at').on('answer').column('at'),
];

/** An attempt may begin before its conversation was ever committed, so it refers to none. */
const attempt: Step = (db) => [
  db.schema
    .createTable('attempt')
    .addColumn('proposal_id', 'text', key)
    .addColumn('conversation_id', 'text', required)
    .addColumn('shopper_id', 'text', required)
    .addColumn('proposal', 'text', required)
    .addColumn('state', 'text', required)
    .addColumn('result', 'text')
    .addColumn('started_at', 'bigint', required)
    .addColumn('told', 'integer', required),
  db.schema.createIndex('attempt_shopper').on('attempt').columns(['shopper_id', 'started_at']),
  db.schema.createIndex('attempt_state').on('attempt').columns(['state', 'started_at']),
];

export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    name: 'conversations',
    up: (db) => [conversation, history, packet, outbox, fact, answer, attempt].flatMap((step) => step(db)),
  },
  { version: 2, name: 'web chat', up: (db) => [...shownStep(db), ...visitorStep(db)] },
  { version: 3, name: 'hand-off', up: deskStep },
  { version: 4, name: 'open attempts', up: attemptStep },
  { version: 5, name: 'pages of the queue', up: pageStep },
  { version: 6, name: 'care', up: careStep },
  { version: 7, name: 'what was missed', up: missedStep },
  { version: 8, name: 'photos', up: photoStep },
  { version: 9, name: 'ends of care', up: careToldStep },
  { version: 10, name: 'words of hand-offs', up: wordStep },
  { version: 11, name: 'account links', up: linkStep },
  { version: 12, name: 'sealed words', up: sealedStep },
  { version: 13, name: 'presence', up: presenceStep },
  { version: 14, name: 'record of the desk', up: recordStep },
  { version: 15, name: 'second factors', up: secondStep },
  { version: 16, name: 'orders as the shop told them', up: mirrorStep },
  { version: 17, name: 'ratings', up: ratingStep },
  { version: 18, name: 'marks', up: markStep },
  { version: 19, name: 'limits', up: limitStep },
  { version: 20, name: 'calls', up: callStep },
  { version: 21, name: 'pieces', up: pieceStep },
  { version: 22, name: 'offers', up: offerStep },
  { version: 23, name: 'pieces elsewhere', up: farPieceStep },
  { version: 24, name: 'orders as the shop had them', up: seenStep },
];

/** The version a store has when every step is taken. */
export const LATEST = latestOf(MIGRATIONS);

export function latestOf(steps: readonly Migration[]): number {
  return steps.reduce((latest, { version }) => Math.max(latest, version), 0);
}

/** The oldest program the schema allows when these steps are taken, as the version it knows. */
export function oldestOf(steps: readonly Migration[]): number {
  return steps.reduce((most, { oldest = 1 }) => Math.max(most, oldest), 1);
}

/** Whether this program may use a schema of that `version`, which allows programs from `oldest` on. */
export function isAllowed({ version, oldest }: { readonly version: number; readonly oldest: number }): boolean {
  return version <= LATEST || oldest <= LATEST;
}
