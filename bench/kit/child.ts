/** A server in a process of its own, so that what measures and what is measured do not share a thread. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { modelsFolder } from '../../lambda/house/ears';
import { compile } from '../../scripts/compile';

export type Server = {
  /** Where it takes Alexa's requests. */
  readonly url: string;
  /** What it has logged, warnings and worse. */
  log(): string;
  /** Milliseconds of processor time used so far, all threads: what neighbours on the machine cannot change. */
  used(): Promise<number>;
  /** Bytes after a collection, where it was started with `--expose-gc`. */
  memory(): Promise<Memory>;
  stop(): Promise<void>;
};

export type Memory = { readonly rss: number; readonly heap: number; readonly external: number };

export type ServerOptions = {
  /** Seen from the project's folder. */
  readonly program: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly nodeArgs?: readonly string[];
};

const ROOT = join(__dirname, '..', '..');
const READY_WITHIN_MS = 60_000;
const STOPPED_WITHIN_MS = 15_000;

/** Ready when this resolves. Throws what the program wrote when it does not come up. */
export async function startServer({ program, env = {}, nodeArgs = [] }: ServerOptions): Promise<Server> {
  if (env.EARSHOT_DATA) shareModels(env.EARSHOT_DATA);
  const usage = pathToFileURL(await compile('bench/kit/usage.ts')).href;
  const child = spawn(
    process.execPath,
    [...nodeArgs, '--enable-source-maps', '--import', usage, await compile(program), '--local'],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { ...process.env, NODE_ENV: 'production', PORT: '0', LOG_LEVEL: 'warn', ...env },
    },
  );
  let logged = '';
  child.stderr?.on('data', (chunk) => {
    logged += chunk;
  });
  try {
    return {
      url: await addressOf(child),
      log: () => logged,
      used: async () => Number(await asked(child, 'how much?')),
      memory: async () => (await asked(child, 'memory?')) as Memory,
      stop: () => stop(child),
    };
  } catch (cause) {
    child.kill('SIGKILL');
    throw new Error(`${program} did not start: ${logged}`, { cause });
  }
}

/** What was learned of the languages before is there: a server that learns is not measured, except the first one ever. */
function shareModels(folder: string): void {
  const [models, own] = [modelsFolder(null), join(folder, 'models')];
  for (const one of [models, folder]) mkdirSync(one, { recursive: true, mode: 0o700 });
  if (!existsSync(own)) symlinkSync(models, own);
}

/** The address a server says on its first lines. */
async function addressOf(child: ChildProcess): Promise<string> {
  const signal = AbortSignal.timeout(READY_WITHIN_MS);
  let said = '';
  child.once('exit', () => child.stdout?.destroy());
  while (child.stdout && !child.stdout.destroyed) {
    const [chunk] = await once(child.stdout, 'data', { signal });
    said += chunk;
    const url = /http:\/\/localhost:\d+\/alexa/.exec(said);
    if (url) {
      child.stdout.resume();
      return url[0].replace('localhost', '127.0.0.1');
    }
  }
  throw new Error('it ended');
}

async function asked(child: ChildProcess, question: string): Promise<unknown> {
  const answer = once(child, 'message');
  child.send(question);
  const [said] = await answer;
  return said;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), STOPPED_WITHIN_MS);
  await ended;
  clearTimeout(late);
}
