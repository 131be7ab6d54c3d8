/** The processes that another one has begun, as the system tells of them. */

import { execFileSync } from 'node:child_process';

const AGAIN_MS = 10;

/** Those that were begun by it, or by one that it began, and whose command names this program. */
export function processesOf(parent: number, program: string): readonly number[] {
  const told = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' });
  const all = told
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line))
    .filter((found) => found !== null)
    .map(([, pid, ppid, stat, args = '']) => ({ pid: Number(pid), ppid: Number(ppid), stat: stat ?? '', args }));
  const below = (from: number): typeof all =>
    all.filter(({ ppid }) => ppid === from).flatMap((one) => [one, ...below(one.pid)]);
  // One that has ended and was not yet asked about is none.
  return below(parent)
    .filter(({ args, stat }) => args.includes(program) && !stat.startsWith('Z'))
    .map(({ pid }) => pid);
}

/** The first there is, but for those. */
export async function processOf(parent: number, program: string, but: readonly number[] = []): Promise<number> {
  for (;;) {
    const other = processesOf(parent, program).find((pid) => !but.includes(pid));
    if (other !== undefined) return other;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}

export async function endOf(pid: number): Promise<void> {
  while (isThere(pid)) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
}

/** One that nobody has asked about since its end is gone, too. */
function isThere(pid: number): boolean {
  try {
    return !execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).startsWith('Z');
  } catch {
    return false;
  }
}
