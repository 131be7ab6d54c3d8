/** The programs that `npm start` and `npm run serve` run, in processes of their own, with what they print. */

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { modelsFolder } from '../../lambda/house/ears';
import { ready } from './answering';
import { compiled } from './bundle';
import { exitOf, freePort } from './postgres-process';

const ROOT = join(__dirname, '..', '..');

export type Running = {
  readonly port: number;
  readonly folder: string;
  /** All it has printed for people. */
  printed(): string;
  /** All it has logged. */
  logged(): string;
  /** Resolves when turns may be sent to it: it has read its languages, which nobody may have learned before. */
  ready(): Promise<void>;
  stop(): Promise<void>;
};
export type Started = Running & {
  /** The link that lets a browser in. */
  readonly link: string;
};

type Env = Readonly<Record<string, string>>;

/** `folder`: where its data lie; a new one where absent. Resolves when it listens, and may still be learning. */
export async function npmStart(env: Env, folder = newFolder()): Promise<Started> {
  const running = await run('scripts/start.ts', env, folder);
  const link = /^Open (\S+)/m.exec(running.printed())?.[1];
  if (link === undefined) throw new Error(`npm start printed no link: ${running.printed()}`);
  return { ...running, link };
}

/** The same without a developer. */
export function served(env: Env, folder = newFolder()): Promise<Running> {
  return run('lambda/server.ts', env, folder);
}

async function run(entry: string, env: Env, folder: string): Promise<Running> {
  const port = await freePort();
  const own = { PORT: String(port), EARSHOT_DATA: folder, LOG_LEVEL: 'warn', ...env };
  const program = spawn(process.execPath, [await compiled(entry)], {
    cwd: ROOT,
    env: { ...process.env, EARSHOT_URL: undefined, ...own },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let complaints = '';
  program.stderr.on('data', (chunk) => {
    complaints += chunk;
  });
  await new Promise<void>((resolve, reject) => {
    program.stdout.on('data', (chunk) => {
      printed += chunk;
      if (/^Earshot listens/m.test(printed) && printed.endsWith('\n\n')) resolve();
    });
    program.once('exit', () => reject(new Error(`${entry} ended: ${complaints}`)));
  });
  return {
    port,
    folder,
    printed: () => printed,
    logged: () => complaints,
    ready: () => ready({ url: `http://127.0.0.1:${port}`, program, said: () => complaints }),
    async stop() {
      program.removeAllListeners('exit');
      program.kill('SIGKILL');
      await exitOf(program);
    },
  };
}

/** What was learned of the languages is shared with the other tests. */
export function newFolder(): string {
  const models = modelsFolder(null);
  mkdirSync(models, { recursive: true, mode: 0o700 });
  const folder = mkdtempSync(join(tmpdir(), 'earshot-start-'));
  symlinkSync(models, join(folder, 'models'));
  return folder;
}

export function forget({ folder }: Pick<Running, 'folder'>): void {
  rmSync(folder, { recursive: true, force: true });
}
