/** What this machine does to those who run on it: who waited for a processor, what each process holds. Linux tells; elsewhere nothing is known. */

import { readdirSync, readFileSync } from 'node:fs';

export type Machine = {
  /** Milliseconds that the driver's loop and the servers' have waited for a processor, in all so far. */
  waited(): number;
  stop(): void;
};

const LOOK_MS = 50;

/** `pids`: those that run just now. */
export function watchMachine(pids: () => readonly number[]): Machine {
  let total = 0;
  let last = performance.now();
  const before = new Map<number, number>();
  const look = () => {
    const now = performance.now();
    const [since, own] = [now - last, Math.max(0, now - last - LOOK_MS)];
    last = now;
    const theirs = pids().map((pid) => {
      const sofar = queuedOf(pid);
      const more = sofar - (before.get(pid) ?? sofar);
      before.set(pid, sofar);
      return more;
    });
    total += Math.min(since, own + Math.max(0, ...theirs));
  };
  const timer = setInterval(look, LOOK_MS);
  return {
    waited() {
      look();
      return total;
    },
    stop: () => clearInterval(timer),
  };
}

/** How long its main thread was ready and did not run. */
function queuedOf(pid: number): number {
  const [, queued = '0'] = read(`/proc/${pid}/task/${pid}/schedstat`).split(' ');
  return Number(queued) / 1e6;
}

export type Held = { readonly megabytes: number; readonly descriptors: number };

export function heldBy(pid: number): Held {
  const [, kilobytes = '0'] = /^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`)) ?? [];
  return { megabytes: Math.round(Number(kilobytes) / 1024), descriptors: descriptorsOf(pid) };
}

function descriptorsOf(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/fd`).length;
  } catch {
    return 0;
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
