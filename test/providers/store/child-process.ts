/** Starts the writing process of the crash tests and collects what it acknowledges. */

import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { bundled } from '../../kit/bundle';
import type { ChildTask } from './crash-child';

const ROOT = join(__dirname, '..', '..', '..');

export type Start = (options: ChildOptions) => Promise<readonly string[]>;
export type ChildOptions = {
  /** The path of a SQLite file, or the address of a PostgreSQL database. */
  readonly place: string;
  readonly task: ChildTask;
  readonly name: string;
  /** Kills with SIGKILL as soon as so many lines were heard. */
  readonly killAfter?: number;
};

/** Bundled once: starting TypeScript anew for every kill would take most of the time. */
export async function bundledChild(): Promise<Start> {
  const script = await bundled({ entry: join(__dirname, 'crash-child.ts') });
  return (child) => run(script, child);
}

/** All complete lines; rejects when the child ends by itself with an error. */
async function run(script: string, { place, task, name, killAfter }: ChildOptions): Promise<readonly string[]> {
  const child = spawn(process.execPath, [script, place, task, name], {
    env: { ...process.env, NODE_PATH: join(ROOT, 'node_modules') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const errors: string[] = [];
  child.stderr.on('data', (data) => errors.push(String(data)));
  const lines = await heard(child, killAfter);
  if (child.exitCode !== 0 && child.signalCode !== 'SIGKILL') throw new Error(`the child failed: ${errors.join('')}`);
  return lines;
}

function heard(
  child: ChildProcess & { readonly stdout: NodeJS.ReadableStream },
  killAfter = Infinity,
): Promise<string[]> {
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (lines.push(line) === killAfter) child.kill('SIGKILL');
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve(lines));
  });
}
