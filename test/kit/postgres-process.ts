/** The processes of the tests' own PostgreSQL: where its binaries are, how a server is made, started and killed. */

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const DEBIAN = '/usr/lib/postgresql';
const PLACES = [
  process.env.POSTGRES_BIN,
  ...(existsSync(DEBIAN) ? readdirSync(DEBIAN).map((version) => join(DEBIAN, version, 'bin')) : []),
  ...(process.env.PATH ?? '').split(':'),
  '/opt/homebrew/opt/postgresql/bin',
];

export const POSTGRES = PLACES.find((place) => place && existsSync(join(place, 'initdb'))) ?? null;

export const OWNER = 'earshot';
export const PASSWORD = 'the-secret-of-the-tests';

/** Root may not run PostgreSQL, so it becomes somebody else. */
function user(): { readonly uid?: number; readonly gid?: number } {
  if (process.geteuid?.() !== 0) return {};
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  const fields = (lines.find((line) => line.startsWith('postgres:')) ?? 'nobody:x:65534:65534').split(':');
  return { uid: Number(fields[2]), gid: Number(fields[3]) };
}

/** The owner is let in without the work a password makes; anybody else has to know one. */
const WHO = [`host all,replication ${OWNER} 127.0.0.1/32 trust`, 'host all all 127.0.0.1/32 scram-sha-256', ''].join(
  '\n',
);

/** A language's order of letters, not the bytes': what shops have, and what must not matter. */
const INITDB = ['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync', '--no-instructions'];
const LANGUAGE = ['--locale-provider=icu', '--icu-locale=en-US'];

/** The folder of a new server. */
export function made(within?: string): string {
  const folder = madeFolder(within);
  const secret = join(folder, 'secret');
  writeFileSync(secret, PASSWORD);
  own(secret);
  const where = ['-D', join(folder, 'data'), `--username=${OWNER}`, `--pwfile=${secret}`];
  execFileSync(join(POSTGRES ?? '', 'initdb'), [...where, ...INITDB, ...LANGUAGE], {
    ...user(),
    cwd: folder,
    stdio: 'pipe',
  });
  writeFileSync(join(folder, 'data', 'pg_hba.conf'), WHO);
  return folder;
}

/** The folder of one that follows the server at this port, with all that it has. */
export function copied(port: number): string {
  const folder = madeFolder();
  const from = ['--host=127.0.0.1', `--port=${port}`, `--username=${OWNER}`, '--write-recovery-conf'];
  const how = ['-D', join(folder, 'data'), '--wal-method=stream', '--checkpoint=fast', '--no-sync', '--no-manifest'];
  execFileSync(join(POSTGRES ?? '', 'pg_basebackup'), [...from, ...how], { ...user(), cwd: folder, stdio: 'pipe' });
  return folder;
}

function madeFolder(within = tmpdir()): string {
  const folder = mkdtempSync(join(within, 'earshot-postgres-'));
  own(folder);
  return folder;
}

function own(path: string): void {
  const { uid, gid } = user();
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}

const SETTINGS = ['shared_buffers=32MB', 'jit=off'];
/** What stands in for the power is SIGKILL, which the system's cache survives: no fsync is needed. */
const QUICK = ['fsync=off', 'full_page_writes=off'];

export type ServerSettings = {
  /** With fsync, as a shop has it; only what measures needs that. */
  readonly isDurable?: boolean;
  /** The most at a time. */
  readonly connections?: number;
  /** The most its log of what was written takes, where its disk is small. */
  readonly logMegabytes?: number;
};

type Home = ServerSettings & { readonly folder: string; readonly port: number };

/** Tries until it answers; after a kill, what is left of the one before may stand in the way for a moment. */
export async function started(
  { folder, port, isDurable = false, connections = 200, logMegabytes }: Home,
  isUp: () => Promise<unknown>,
): Promise<ChildProcess> {
  const settings = [
    ...SETTINGS,
    ...(isDurable ? [] : QUICK),
    `max_connections=${connections}`,
    ...(logMegabytes ? [`max_wal_size=${logMegabytes}MB`, `min_wal_size=${logMegabytes / 2}MB`] : []),
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
  ];
  const args = ['-D', join(folder, 'data'), ...settings.flatMap((setting) => ['-c', setting])];
  for (let tries = 0; ; tries += 1) {
    const said: string[] = [];
    const server = spawn(join(POSTGRES ?? '', 'postgres'), args, {
      ...user(),
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    server.stderr.on('data', (data) => said.push(String(data)));
    while (server.exitCode === null && server.signalCode === null) {
      if (
        await isUp().then(
          () => true,
          () => false,
        )
      )
        return server;
      await sleep(20);
    }
    if (tries === 50) throw new Error(`PostgreSQL does not start: ${said.join('')}`);
    await sleep(50);
  }
}

export function exitOf(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => server.once('exit', () => resolve()));
}

/** To the server and its children, which are in groups of their own. */
export function signalAll(pid: number, signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void {
  const children = childrenOf(pid);
  for (const one of [pid, ...children]) {
    try {
      process.kill(one, signal);
    } catch {
      // It was gone already.
    }
  }
}

function childrenOf(pid: number): readonly number[] {
  const list = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const pairs = list.map((line) => line.trim().split(/\s+/).map(Number));
  return pairs.flatMap(([child, parent]) => (child !== undefined && parent === pid ? [child] : []));
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
