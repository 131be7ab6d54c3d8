/** The thirteenth step: who at the desk looks at which hand-off, and who writes in it. */

import type { Compilable, Kysely } from 'kysely';
import type { Tables } from '../schema';
import { required } from './migration-columns';

export function presenceStep(db: Kysely<Tables>): readonly Compilable[] {
  return [
    db.schema
      .createTable('presence')
      .addColumn('hand_off_id', 'text', (column) => column.notNull().references('hand_off.id').onDelete('cascade'))
      .addColumn('agent_id', 'text', (column) => column.notNull().references('agent.id').onDelete('cascade'))
      .addColumn('at', 'bigint', required)
      .addColumn('wrote_at', 'bigint', required)
      .addPrimaryKeyConstraint('presence_pk', ['hand_off_id', 'agent_id']),
    db.schema.createIndex('presence_agent').on('presence').column('agent_id'),
  ];
}
