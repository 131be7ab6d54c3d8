/** What the measurement ran on, as far as it decides the figures: processor, Node, and how fast the disk is certain. */

import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { median } from './load';

const SYNCS = 50;

/** One line. `folder` is where the store will lie. */
export function machine(folder: string): string {
  const [cpu] = cpus();
  const load = loadavg()[0]?.toFixed(1);
  const sync = fsyncMilliseconds(folder).toFixed(1);
  return `Node ${process.versions.node} on ${cpus().length} × ${cpu?.model.trim()} (load ${load}), an fsync of 8 kB takes ${sync} ms.`;
}

function fsyncMilliseconds(folder: string): number {
  const file = openSync(join(folder, 'fsync'), 'w');
  const page = Buffer.alloc(8_192, 1);
  const took = Array.from({ length: SYNCS }, () => {
    const from = performance.now();
    writeSync(file, page);
    fsyncSync(file);
    return performance.now() - from;
  });
  closeSync(file);
  return median(took);
}
