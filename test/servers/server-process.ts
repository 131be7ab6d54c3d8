/** `lambda/server.ts` itself in processes of its own, as `npm start` runs it, to be killed and started again. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { modelsFolder } from '../../lambda/house/ears';
import type { OpenOptions } from '../../lambda/house/earshot';
import { openEarshot } from '../../lambda/house/open';
import { readShopFile } from '../../lambda/house/shop-file';
import { bundled } from '../kit/bundle';
import { LOCALES } from '../kit/house';
import { exitOf, freePort } from '../kit/postgres-process';

const ROOT = join(__dirname, '..', '..');

export type Program = {
  /** A folder for what the servers of one test keep. */
  folder(): string;
  /** Puts what all of them share into a folder of somebody else's. */
  furnish(folder: string): void;
  /** Nothing runs before `start`, which asks for the settings of each life. */
  server(env: ServerEnv): Promise<ServerProcess>;
  /** Ends every server that still runs. */
  remove(): Promise<void>;
};

export type ServerEnv = Readonly<Record<string, string>> | (() => Readonly<Record<string, string>>);

export type ServerProcess = {
  /** Stays the same from one life to the next. */
  readonly url: string;
  /** Resolves when it listens; how many milliseconds that took. */
  start(): Promise<number>;
  /** SIGKILL: nothing is finished, nothing handed back. */
  kill(): Promise<void>;
  /** SIGTERM, as whoever runs it stops it; its exit code. */
  stop(): Promise<number | null>;
  isUp(): boolean;
  /** null: it does not run. */
  pid(): number | null;
  /** Everything it has logged, in all its lives. */
  log(): string;
};

/** Where other tests keep what they have learned of the languages, too. */
const MODELS = modelsFolder(null);

/** It looks for its words and settings beside the folder its code lies in. */
export const SERVER = { entry: join(ROOT, 'lambda', 'server.ts'), houseAt: join(ROOT, 'lambda', 'house') };

/** Bundled once: starting TypeScript anew for every life would take most of the time. */
export async function bundledServer(): Promise<Program> {
  return programOf(await bundled(SERVER));
}

/** `script`: the bundle of `SERVER`. */
export async function programOf(script: string): Promise<Program> {
  await learn();
  const home = mkdtempSync(join(tmpdir(), 'earshot-servers-'));
  const servers: ServerProcess[] = [];
  return {
    folder() {
      const folder = mkdtempSync(join(home, 'data-'));
      symlinkSync(MODELS, join(folder, 'models'));
      return folder;
    },
    furnish(folder) {
      if (!existsSync(join(folder, 'models'))) symlinkSync(MODELS, join(folder, 'models'));
    },
    async server(env) {
      const server = serverOn(await freePort(), script, env);
      servers.push(server);
      return server;
    },
    async remove() {
      await Promise.all(servers.map((server) => server.kill()));
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** A server that is killed while it learns would learn again in every life. `opens`: the shop whose words they are; absent: the demo. */
export async function learn(opens: Partial<OpenOptions> = {}): Promise<void> {
  mkdirSync(MODELS, { recursive: true, mode: 0o700 });
  const log = { error: () => {}, warn: () => {} };
  const learning = { learning: 'at once', models: MODELS } as const;
  const house = await openEarshot({ folder: null, shop: readShopFile(), locales: LOCALES, log, ...learning, ...opens });
  for (const language of house.voice.languages) await house.ready(language);
  await house.close();
}

function serverOn(port: number, script: string, env: ServerEnv): ServerProcess {
  let child: ChildProcess | null = null;
  let logged = '';
  const spawned = () =>
    spawn(process.execPath, [script, '--local'], {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        NODE_PATH: join(ROOT, 'node_modules'),
        PORT: String(port),
        LOG_LEVEL: 'warn',
        ...(typeof env === 'function' ? env() : env),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  return {
    url: `http://127.0.0.1:${port}`,
    async start() {
      const from = performance.now();
      const born = spawned();
      child = born;
      born.stderr.on('data', (chunk) => {
        logged += chunk;
      });
      const gone = exitOf(born).then(() => Promise.reject(new Error(`the server ended: ${logged}`)));
      await Promise.race([once(born.stdout, 'data'), gone]);
      born.stdout.resume();
      gone.catch(() => {});
      return performance.now() - from;
    },
    async kill() {
      const gone = child && exitOf(child);
      child?.kill('SIGKILL');
      child = null;
      await gone;
    },
    async stop() {
      const stopped = child;
      child = null;
      if (stopped === null) return null;
      stopped.kill('SIGTERM');
      await exitOf(stopped);
      return stopped.exitCode;
    },
    pid: () => child?.pid ?? null,
    isUp: () => child !== null && child.exitCode === null && child.signalCode === null,
    log: () => logged,
  };
}

/** Two servers of one shop: they share its database, its secret and the demo shop's file. */
export function shared(folder: string, database: string): Readonly<Record<string, string>> {
  return {
    EARSHOT_DATA: folder,
    DATABASE_URL: database,
    EARSHOT_SECRET: 'the secret that both servers of the tests have',
  };
}
