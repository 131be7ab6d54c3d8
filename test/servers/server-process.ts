/** `lambda/server.ts` itself in processes of its own, as `npm start` runs it, to be killed and started again. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { modelsFolder } from '../../lambda/house/ears';
import { openEarshot } from '../../lambda/house/open';
import { readShopFile } from '../../lambda/house/shop-file';
import { bundled } from '../kit/bundle';
import { LOCALES } from '../kit/house';
import { exitOf, freePort } from '../kit/postgres-process';

const ROOT = join(__dirname, '..', '..');

export type Program = {
  /** A folder for what the servers of one test keep. */
  folder(): string;
  /** Nothing runs before `start`. */
  server(env: Readonly<Record<string, string>>): Promise<ServerProcess>;
  /** Ends every server that still runs. */
  remove(): Promise<void>;
};

export type ServerProcess = {
  /** Stays the same from one life to the next. */
  readonly url: string;
  /** Resolves when it listens; how many milliseconds that took. */
  start(): Promise<number>;
  /** SIGKILL: nothing is finished, nothing handed back. */
  kill(): Promise<void>;
  isUp(): boolean;
  /** Everything it has logged, in all its lives. */
  log(): string;
};

/** Where other tests keep what they have learned of the languages, too. */
const MODELS = modelsFolder(null);

/** Bundled once: starting TypeScript anew for every life would take most of the time. */
export async function bundledServer(): Promise<Program> {
  await learn();
  const home = mkdtempSync(join(tmpdir(), 'earshot-servers-'));
  // It looks for its words and settings beside the folder its code lies in.
  const script = await bundled({ entry: join(ROOT, 'lambda', 'server.ts'), houseAt: join(ROOT, 'lambda', 'house') });
  const servers: ServerProcess[] = [];
  return {
    folder() {
      const folder = mkdtempSync(join(home, 'data-'));
      symlinkSync(MODELS, join(folder, 'models'));
      return folder;
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

/** A server that is killed while it learns would learn again in every life. */
async function learn(): Promise<void> {
  mkdirSync(MODELS, { recursive: true, mode: 0o700 });
  const log = { error: () => {}, warn: () => {} };
  const learning = { learning: 'at once', models: MODELS } as const;
  const house = await openEarshot({ folder: null, shop: readShopFile(), locales: LOCALES, log, ...learning });
  for (const language of house.voice.languages) await house.ready(language);
  await house.close();
}

function serverOn(port: number, script: string, env: Readonly<Record<string, string>>): ServerProcess {
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
        ...env,
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
