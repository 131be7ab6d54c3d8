/** A PostgreSQL of our own, from the binaries of this computer, in a temporary folder. */

import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { Client } from 'pg';
import {
  copied,
  exitOf,
  freePort,
  made,
  OWNER,
  PASSWORD,
  type ServerSettings,
  signalAll,
  started,
} from './postgres-process';

export type Databases = {
  /** Where TCP listens; the same after a restart. */
  readonly port: () => number;
  /** The name of a new database: empty, or a copy of one that nobody is connected to. */
  freshDatabase(copied?: string): Promise<string>;
  urlOf(
    database: string,
    over?: { readonly port?: number; readonly user?: string; readonly password?: string },
  ): string;
  /** One statement as the owner. */
  run(database: string, sql: string): Promise<readonly Record<string, unknown>[]>;
};

/** One that may be killed. */
export type Cluster = Databases & {
  /** Where it runs already, nothing is done. */
  start(): Promise<void>;
  /** SIGKILL to the server and all that belongs to it, as a power cut would. */
  kill(): Promise<void>;
  /** SIGSTOP to all of it: its connections stay open, and nothing answers. */
  freeze(): void;
  thaw(): void;
  /** One more that has all that this one has and may only be read; what is written here is acknowledged when it is there as well. */
  follower(): Promise<Cluster>;
  remove(): Promise<void>;
};

/** Of a server that listens there; names of databases are nobody else's. */
export function databasesAt(port: () => number): Databases {
  const urlOf: Databases['urlOf'] = (database, over = {}) =>
    `postgres://${over.user ?? OWNER}:${over.password ?? PASSWORD}@127.0.0.1:${over.port ?? port()}/${database}`;
  const run: Databases['run'] = (database, sql) => runOn(urlOf(database), sql);
  return {
    port,
    urlOf,
    run,
    async freshDatabase(copied = 'template0') {
      const name = `d${randomUUID().replaceAll('-', '')}`;
      await run('postgres', `create database ${name} template ${copied} strategy file_copy`);
      return name;
    },
  };
}

/** `within`: the folder in which its own is made. */
export type ClusterWish = ServerSettings & { readonly within?: string };

/** Nothing runs before `start`. */
export function newCluster({ within, ...settings }: ClusterWish = {}): Cluster {
  return clusterIn(() => made(within), settings);
}

function clusterIn(make: () => string, settings: ServerSettings): Cluster {
  let folder = '';
  let port = 0;
  let server: ChildProcess | null = null;
  const databases = databasesAt(() => port);
  const all = (signal: Parameters<typeof signalAll>[1]) => void (server?.pid && signalAll(server.pid, signal));
  const die = () => all('SIGKILL');
  return {
    ...databases,
    async start() {
      if (!folder) {
        folder = make();
        port = await freePort();
        process.once('exit', die);
      }
      if (server !== null && server.exitCode === null && server.signalCode === null) return;
      server = await started({ ...settings, folder, port }, () => databases.run('postgres', 'select 1'));
    },
    async kill() {
      const gone = server && exitOf(server);
      die();
      await gone;
      server = null;
    },
    freeze: () => all('SIGSTOP'),
    thaw: () => all('SIGCONT'),
    async follower() {
      const follower = clusterIn(() => copied(port), settings);
      await follower.start();
      await databases.run('postgres', "alter system set synchronous_standby_names = '*'");
      await databases.run('postgres', 'select pg_reload_conf()');
      return follower;
    },
    async remove() {
      process.off('exit', die);
      const gone = server && exitOf(server);
      server?.kill('SIGINT');
      await gone;
      rmSync(folder, { recursive: true, force: true });
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
