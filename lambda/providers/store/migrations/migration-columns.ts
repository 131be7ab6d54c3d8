/** The kinds of column the migrations are made of. */

import type { ColumnDefinitionBuilder } from 'kysely';

export function key(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder {
  return column.notNull().primaryKey();
}

export function required(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder {
  return column.notNull();
}

export function ofConversation(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder {
  return column.notNull().references('conversation.id').onDelete('cascade');
}

/** For a column that is added: rows of earlier programs have it too. */
export function from(value: string | number): (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder {
  return (column) => column.notNull().defaultTo(value);
}
