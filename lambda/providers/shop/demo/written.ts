/** A query of the demo shop whose text is written once, when it is first asked; only its values change. */

import { type Compilable, type CompiledQuery, DummyDriver, Kysely, SqliteAdapter, SqliteQueryCompiler } from 'kysely';
import type { DemoTables } from './schema';

type Value = string | number | null;

/** Stands for a value until the query is run. */
type StandIn = { readonly name: string };

const words = new Kysely<DemoTables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: () => {
      throw new Error('the tables are known, nothing is introspected');
    },
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** `build` gets stand-ins under the names of `A`; what it writes literally stays literal. */
export function written<A extends Readonly<Record<string, Value>>, Row>(
  build: (sql: Kysely<DemoTables>, values: A) => Compilable<Row>,
): (values: A) => Compilable<Row> {
  let made: CompiledQuery<Row> | undefined;
  return (values) => ({
    compile() {
      made ??= build(words, standIns<A>()).compile();
      return { ...made, parameters: made.parameters.map((one) => (isStandIn(one) ? values[one.name] : one)) };
    },
  });
}

function standIns<A>(): A {
  return new Proxy({}, { get: (_, name): StandIn => ({ name: String(name) }) }) as A;
}

function isStandIn(parameter: unknown): parameter is StandIn {
  return typeof parameter === 'object' && parameter !== null;
}
