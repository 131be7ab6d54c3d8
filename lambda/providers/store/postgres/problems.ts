/** What can go wrong with PostgreSQL: whether it passes by itself, and what to do about it in one sentence. */

/** Where a store is, without its password. */
export type StorePlace = {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
};

/** True where trying again may help: the database is away, starting, or let somebody else go first. */
export function isPassing(error: unknown): boolean {
  const { code, message } = partsOf(error);
  return PASSING_CODES.test(code) || PASSING_MESSAGES.test(message);
}

/** Serialisation, deadlock, lock timeout, read-only after a failover; shut down or starting; connections; the net. */
const PASSING_CODES =
  /^(40001|40P01|55P03|25006|25P03|57P0[1235]|53300|08...|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|EAI_AGAIN)$/;

/** The driver's own errors have no codes; the last one is PostgreSQL's, when a newer program added a column. */
const PASSING_MESSAGES =
  /Connection terminated|Query read timeout|is not queryable|timeout (expired|exceeded)|cached plan must not change/;

/** The name of the constraint a row was refused by, because it exists already. */
export function takenBy(error: unknown): string | null {
  const { code, constraint } = partsOf(error);
  return code === '23505' ? constraint : null;
}

/** One sentence that names the place and what to do; the first error stays its cause. */
export function postgresProblem(place: StorePlace, error: unknown): Error {
  if (error instanceof StoreProblem) return error;
  const { code, message } = partsOf(error);
  const advice = ADVICE.find(([pattern]) => pattern.test(code) || pattern.test(message))?.[1];
  const words = advice?.(place) ?? `failed: ${message}`;
  return new StoreProblem(`The store ${nameOf(place)} ${words}`, { cause: error });
}

/** Its words are final. */
export class StoreProblem extends Error {
  override name = 'StoreProblem';
}

export function nameOf({ host, port, database }: StorePlace): string {
  return host.startsWith('/') ? `${database} in ${host}` : `${database} on ${host}:${port}`;
}

/** By the code of the error or, where it has none, by its message. */
const ADVICE: readonly (readonly [RegExp, (place: StorePlace) => string])[] = [
  [
    /^(28P01|28000)$|password|SASL/,
    ({ user }) => `does not let ${user} in. Correct the user and the password in DATABASE_URL.`,
  ],
  [/^3D000$/, ({ database }) => `does not exist. Create it: createdb ${database}`],
  [
    /^(42501|25006)$/,
    ({ user, database }) =>
      `may not be written by ${user}. Let it: GRANT CREATE, CONNECT ON DATABASE ${database} TO ${user}; ` +
      `GRANT CREATE, USAGE ON SCHEMA public TO ${user}; it must own the tables.`,
  ],
  [/^53300$/, () => 'has no connection left. Raise its max_connections, or start fewer servers.'],
  [/^(53100|53200|53...)$/, () => 'has no room left on its disk or in its memory. Free some.'],
  [/^(57P03)$/, () => 'is still starting, or is shutting down. Try again in a moment.'],
  [/^ENOTFOUND$/, ({ host }) => `cannot be found: no computer is called ${host}. Correct DATABASE_URL.`],
  [PASSING_CODES, () => 'cannot be reached. Start PostgreSQL there, or correct the address in DATABASE_URL.'],
  [PASSING_MESSAGES, () => 'does not answer. Look whether PostgreSQL is running there and is not overloaded.'],
];

function partsOf(error: unknown): { readonly code: string; readonly message: string; readonly constraint: string } {
  const { code, message, constraint } = (error ?? {}) as { code?: unknown; message?: unknown; constraint?: unknown };
  // Several addresses of one name were tried: their errors come as one without a code of its own.
  const first = (error as { errors?: readonly { code?: unknown }[] } | null)?.errors?.[0];
  return {
    code: String(code ?? first?.code ?? ''),
    message: String(message ?? error),
    constraint: String(constraint ?? ''),
  };
}
