/** PostgreSQL for tests: one server for all files of a run, or one of a file's own that may be killed. */

import { type Cluster, type Databases, databasesAt, newCluster } from './postgres-cluster';
import { POSTGRES, type ServerSettings } from './postgres-process';
import { sharedByRun } from './run/shared';

/** `describe` where the binaries are; elsewhere the tests are skipped with a word, but never in CI: there they fail. */
function describeWhereItIs(name: string, tests: () => void): void {
  const why = 'no PostgreSQL server found; install it or set POSTGRES_BIN';
  if (POSTGRES) describe(name, tests);
  else if (process.env.CI) test(name, () => Promise.reject(new Error(why)));
  else describe.skip(`${name} (skipped: ${why})`, tests);
}

/** With databases of their own on the server of the run. */
export function describeOnPostgres(name: string, tests: (databases: Databases) => void): void {
  let port = 0;
  describeWhereItIs(name, () => {
    beforeAll(async () => {
      port = Number(await sharedByRun('postgres'));
    });
    tests(databasesAt(() => port));
  });
}

/** With a server nobody else has: the tests kill it. */
export function describeOnOwnPostgres(
  name: string,
  tests: (cluster: Cluster) => void,
  settings: ServerSettings = {},
): void {
  const cluster = newCluster(settings);
  describeWhereItIs(name, () => {
    beforeAll(() => cluster.start());
    afterAll(() => cluster.remove());
    tests(cluster);
  });
}
