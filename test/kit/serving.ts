/** `npm run serve` itself, as whoever runs a shop starts and stops it. */

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { modelsFolder } from '../../lambda/house/ears';
import { alive, ready } from './answering';
import { exitOf, freePort } from './postgres-process';

export const ROOT = join(__dirname, '..', '..');

/** The documented way; the pages and the server are replaced whole, so that several tests may ask for it. */
export function buildServer(): void {
  execFileSync('npm', ['run', '--silent', 'build:server'], { cwd: ROOT, stdio: 'pipe' });
}

/** What was learned of the languages is shared with the other tests. */
export function dataFolder(): string {
  const models = modelsFolder(null);
  mkdirSync(models, { recursive: true, mode: 0o700 });
  const folder = mkdtempSync(join(tmpdir(), 'earshot-serve-'));
  symlinkSync(models, join(folder, 'models'));
  return folder;
}

export type Serving = {
  readonly url: string;
  readonly folder: string;
  /** What was started: npm, or whatever stands for it. */
  readonly started: ChildProcess;
  /** Everything it has said. */
  said(): string;
  /** Resolves when turns may be sent to it. */
  ready(): Promise<void>;
  /** Its exit code, once it is gone. */
  exited(): Promise<number | null>;
  remove(): Promise<void>;
};

type Serve = {
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What starts it, at a port; absent: `npm run serve`. */
  readonly command?: readonly [string, ...string[]];
};

/** Resolves when it answers, and may still be learning. */
export async function serving({
  folder = dataFolder(),
  env = {},
  command = ['npm', 'run', 'serve'],
}: Serve = {}): Promise<Serving> {
  const port = await freePort();
  const [program, ...args] = command;
  const own = {
    NODE_ENV: 'production',
    ALEXA_SKILL: 'any',
    PORT: String(port),
    EARSHOT_DATA: folder,
    LOG_LEVEL: 'warn',
    ...env,
  };
  const started = spawn(program, args, { cwd: ROOT, env: { ...process.env, EARSHOT_URL: undefined, ...own } });
  const pieces: string[] = [];
  for (const stream of [started.stdout, started.stderr]) stream.on('data', (piece) => pieces.push(String(piece)));
  const said = () => pieces.join('');
  const url = `http://127.0.0.1:${port}`;
  const asked = { url, program: started, said };
  await alive(asked);
  const exited = async () => {
    await exitOf(started);
    return started.exitCode;
  };
  return {
    ...{ url, folder, started, said, exited },
    ready: () => ready(asked),
    async remove() {
      if (started.exitCode === null && started.signalCode === null) started.kill('SIGKILL');
      await exitOf(started);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
