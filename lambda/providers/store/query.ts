/** Compiles a Kysely query once into SQL text and the order of its values, so that the hot path never compiles. */

import {
  type Compilable,
  type CompiledQuery,
  type DialectAdapter,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresQueryCompiler,
  type QueryCompiler,
  SqliteAdapter,
  SqliteQueryCompiler,
} from 'kysely';
import type { Tables } from './schema';

/** All a column of the schema may hold. */
export type Scalar = string | number | null;

/** `A`: the values it needs, by name. `R`: one row of what it returns. */
export type Query<A, R> = {
  readonly sql: string;
  readonly bind: (values: A) => readonly Scalar[];
  /** At most one row can be found, which some drivers find at less cost. */
  readonly isOne?: true;
  /** Never set: carries the type of the rows. */
  readonly row?: R;
};

/** One query over any number of rows; texts exist for powers of two only, so that few statements are ever prepared. */
export type Bulk<A, R> = (
  rows: readonly A[],
) => readonly { readonly query: Query<readonly A[], R>; readonly rows: readonly A[] }[];

/** Stands for a value that is known only when the query runs. */
type Slot = { readonly slot: string; readonly row: number };

const LARGEST_CHUNK = 64;

/** A Kysely that only writes SQL in SQLite's words; the store runs the text itself. */
export function sqliteWords(): Kysely<Tables> {
  return wordsOf(new SqliteAdapter(), new SqliteQueryCompiler());
}

/** The same in PostgreSQL's. */
export function postgresWords(): Kysely<Tables> {
  return wordsOf(new PostgresAdapter(), new PostgresQueryCompiler());
}

function wordsOf(adapter: DialectAdapter, compiler: QueryCompiler): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => adapter,
      createDriver: () => new DummyDriver(),
      createIntrospector: () => {
        throw new Error('the schema is known, nothing is introspected');
      },
      createQueryCompiler: () => compiler,
    },
  });
}

/** The function that says where in a text another stands, 0 for nowhere: `like` overlooks capitals, which takes SQLite ten times as long. */
export function placeIn(db: Kysely<Tables>): 'instr' | 'strpos' {
  return db.getExecutor().adapter instanceof PostgresAdapter ? 'strpos' : 'instr';
}

/** `build` gets stand-ins under the names of `A`; what it writes literally stays literal. */
export function query<A extends Readonly<Record<string, Scalar>>, R = never>(
  build: (values: A) => Compilable<R>,
): Query<A, R> {
  let made: CompiledQuery<R> | null = null;
  const compiled = () => {
    made ??= build(slots<A>(0)).compile();
    return made;
  };
  return {
    // On first use: a process that is started for one turn needs few of all statements.
    get sql() {
      return compiled().sql;
    },
    bind: (values) => compiled().parameters.map((parameter) => fill(parameter, [values])),
  };
}

/** The same for what is looked up by its whole key. */
export function queryOne<A extends Readonly<Record<string, Scalar>>, R = never>(
  build: (values: A) => Compilable<R>,
): Query<A, R> {
  // Not spread: that would ask for its text at once.
  return Object.assign(query<A, R>(build), { isOne: true as const });
}

export function bulk<A extends Readonly<Record<string, Scalar>>, R = never>(
  columns: readonly (keyof A & string)[],
  build: (rows: readonly A[]) => Compilable<R>,
): Bulk<A, R> {
  const bySize = new Map<number, Query<readonly A[], R>>();
  const ofSize = (size: number) => {
    const known = bySize.get(size);
    if (known) return known;
    const { sql, parameters } = build(Array.from({ length: size }, (_, row) => columnSlots(columns, row))).compile();
    const made: Query<readonly A[], R> = {
      sql,
      bind: (rows) => parameters.map((parameter) => fill(parameter, rows)),
    };
    bySize.set(size, made);
    return made;
  };
  return (rows) => chunks(rows).map((chunk) => ({ query: ofSize(chunk.length), rows: chunk }));
}

function slots<A>(row: number): A {
  return new Proxy({}, { get: (_, name): Slot => ({ slot: String(name), row }) }) as A;
}

function columnSlots<A>(columns: readonly (keyof A & string)[], row: number): A {
  return Object.fromEntries(columns.map((slot): [string, Slot] => [slot, { slot, row }])) as A;
}

function fill(parameter: unknown, rows: readonly Readonly<Record<string, Scalar>>[]): Scalar {
  if (typeof parameter !== 'object' || parameter === null) return parameter as Scalar;
  const { slot, row } = parameter as Slot;
  return rows[row]?.[slot] as Scalar;
}

/** Largest powers of two first: 45 rows are 32, 8, 4 and 1. */
function chunks<A>(rows: readonly A[]): readonly (readonly A[])[] {
  const cut: (readonly A[])[] = [];
  for (let from = 0, size = LARGEST_CHUNK; from < rows.length; ) {
    while (size > rows.length - from) size /= 2;
    cut.push(rows.slice(from, from + size));
    from += size;
  }
  return cut;
}

/**
 * NUL and half characters as U+FFFD: SQLite would cut a text at the first and change the second, PostgreSQL refuses
 * both. Settled before a text is compared or written, so that an id is the same everywhere.
 */
export function storable(text: string): string {
  return SUSPECT.test(text) ? text.replace(/[\0\p{Cs}]/gu, '\ufffd') : text;
}

/** NUL, and halves whole or not: nearly no text has any, and this is asked of every one that is written. */
const SUSPECT = /[\0\ud800-\udfff]/;

/** What may reach a database: libsql ends the whole process on a boolean, and NaN would become null. */
export function checked(value: Scalar): Scalar {
  if (typeof value === 'string') return storable(value);
  if (value === null || Number.isFinite(value)) return value;
  throw new TypeError(`the store cannot hold a value of type ${typeof value}`);
}
