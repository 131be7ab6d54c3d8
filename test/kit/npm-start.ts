/** The program that `npm start` runs, in a process of its own, with what it prints. */

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { modelsFolder } from '../../lambda/house/ears';
import { compiled } from './bundle';
import { exitOf, freePort } from './postgres-process';

const ROOT = join(__dirname, '..', '..');

export type Started = {
  readonly port: number;
  readonly folder: string;
  /** All it has printed for people. */
  printed(): string;
  /** The link that lets a browser in. */
  readonly link: string;
  stop(): Promise<void>;
};

/** `folder`: where its data lie; a new one where absent. Resolves when it listens. */
export async function npmStart(env: Readonly<Record<string, string>>, folder = newFolder()): Promise<Started> {
  const port = await freePort();
  const own = { PORT: String(port), EARSHOT_DATA: folder, LOG_LEVEL: 'error', ...env };
  const program = spawn(process.execPath, [await compiled('scripts/start.ts')], {
    cwd: ROOT,
    env: { ...process.env, EARSHOT_URL: undefined, ...own },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let complaints = '';
  program.stderr.on('data', (chunk) => {
    complaints += chunk;
  });
  const link = await new Promise<string>((resolve, reject) => {
    program.stdout.on('data', (chunk) => {
      printed += chunk;
      const found = /^Open (\S+)/m.exec(printed)?.[1];
      if (found && printed.endsWith('\n\n')) resolve(found);
    });
    program.once('exit', () => reject(new Error(`npm start ended: ${complaints}`)));
  });
  return {
    port,
    folder,
    link,
    printed: () => printed,
    async stop() {
      program.removeAllListeners('exit');
      program.kill('SIGKILL');
      await exitOf(program);
    },
  };
}

/** What was learned of the languages is shared with the other tests. */
function newFolder(): string {
  const models = modelsFolder(null);
  mkdirSync(models, { recursive: true, mode: 0o700 });
  const folder = mkdtempSync(join(tmpdir(), 'earshot-start-'));
  symlinkSync(models, join(folder, 'models'));
  return folder;
}

export function forget({ folder }: Started): void {
  rmSync(folder, { recursive: true, force: true });
}
