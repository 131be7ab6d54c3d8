/** The step of a later program, for what programs before and after must do on one schema. */

import { sql } from 'kysely';
import { LATEST, type Migration } from '../../lambda/providers/store/migrations/migrations';

/** It only adds, and one of what it adds is to a table that is read whole. */
export const LATER: Migration = {
  version: LATEST + 1,
  name: 'from the future',
  up: (db) => [
    db.schema.alterTable('attempt').addColumn('mood', 'text'),
    db.schema.alterTable('history').addColumn('loudness', 'integer', (column) => column.notNull().defaultTo(sql`0`)),
    db.schema.createTable('weather').addColumn('id', 'text'),
  ],
};
