/** The twenty-first step: what is too large for one write lies in pieces. The twenty-third: they may lie elsewhere. */

import type { Compilable, Kysely } from 'kysely';
import type { Tables } from '../schema';
import { from, key, required } from './migration-columns';

export function pieceStep(db: Kysely<Tables>): readonly Compilable[] {
  return [
    db.schema
      .createTable('piece')
      .addColumn('id', 'text', key)
      .addColumn('whole', 'text', required)
      .addColumn('whose', 'text', required)
      .addColumn('at', 'bigint', required)
      .addColumn('data', 'text', required),
    db.schema.createIndex('piece_whole').on('piece').column('whole'),
    db.schema.createIndex('piece_whose').on('piece').column('whose'),
    db.schema.createIndex('piece_at').on('piece').column('at'),
  ];
}

export function farPieceStep(db: Kysely<Tables>): readonly Compilable[] {
  return [
    db.schema.alterTable('piece').addColumn('place', 'text', from('here')),
    db.schema.createIndex('piece_place').on('piece').columns(['place', 'at']),
  ];
}
