/** A PostgreSQL of the tests' own: from the binaries of this computer, in a temporary folder, or the tests say why not. */

import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { Client } from 'pg';
import { exitOf, freePort, killAll, made, OWNER, PASSWORD, POSTGRES, started } from './postgres-process';

/** `describe` where the binaries are; elsewhere the tests are skipped with a word, but never in CI: there they fail. */
export function describeOnPostgres(name: string, tests: (cluster: Cluster) => void): void {
  const why = 'no PostgreSQL server found; install it or set POSTGRES_BIN';
  const cluster = newCluster();
  if (POSTGRES) describe(name, () => withCluster(cluster, tests));
  else if (process.env.CI) test(name, () => Promise.reject(new Error(why)));
  else describe.skip(`${name} (skipped: ${why})`, () => tests(cluster));
}

function withCluster(cluster: Cluster, tests: (cluster: Cluster) => void): void {
  beforeAll(() => cluster.start());
  afterAll(() => cluster.remove());
  tests(cluster);
}

export type Cluster = {
  /** Where TCP listens; the same after a restart. */
  readonly port: () => number;
  start(): Promise<void>;
  /** SIGKILL to the server and all that belongs to it, as a power cut would. */
  kill(): Promise<void>;
  remove(): Promise<void>;
  /** The name of a new database: empty, or a copy of one that nobody is connected to. */
  freshDatabase(copied?: string): Promise<string>;
  urlOf(
    database: string,
    over?: { readonly port?: number; readonly user?: string; readonly password?: string },
  ): string;
  /** One statement as the owner. */
  run(database: string, sql: string): Promise<readonly Record<string, unknown>[]>;
};

/** Nothing runs before `start`. `isDurable`: with fsync, as a shop has it; only what measures needs that. */
export function newCluster({ isDurable = false } = {}): Cluster {
  let folder = '';
  let port = 0;
  let server: ChildProcess | null = null;
  let databases = 0;
  const urlOf: Cluster['urlOf'] = (database, over = {}) =>
    `postgres://${over.user ?? OWNER}:${over.password ?? PASSWORD}@127.0.0.1:${over.port ?? port}/${database}`;
  const run: Cluster['run'] = (database, sql) => runOn(urlOf(database), sql);
  const die = () => void (server?.pid && killAll(server.pid));
  return {
    port: () => port,
    urlOf,
    run,
    async start() {
      if (!folder) {
        folder = made();
        port = await freePort();
        process.once('exit', die);
      }
      server = await started({ folder, port, isDurable }, () => run('postgres', 'select 1'));
    },
    async kill() {
      const gone = server && exitOf(server);
      die();
      await gone;
      server = null;
    },
    async remove() {
      process.off('exit', die);
      const gone = server && exitOf(server);
      server?.kill('SIGINT');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
    async freshDatabase(copied = 'template1') {
      const name = `d${++databases}`;
      await run('postgres', `create database ${name} template ${copied} strategy file_copy`);
      return name;
    },
  };
}

async function runOn(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query(sql)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}
