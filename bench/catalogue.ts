/** What do many goods cost? Hearing and resolving a spoken product among 60 to 200 000: time, memory, what is found, what is falsely offered. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compile } from '../scripts/compile';
import type { Answered, Wrote } from './kit/catalogue-asked';
import type { Tongue } from './kit/generated-goods';
import { machine } from './kit/machine';
import { fail, print, run } from './kit/print';

const { values } = parseArgs({ options: { sizes: { type: 'string', default: '60,1000,10000,50000,200000' } } });
const SIZES = values.sizes.split(',').map(Number);
const LANGUAGES: readonly Tongue[] = ['en', 'it'];
/** At this size. */
const AIMED_AT = 50_000;
const AIMS = { medianMs: 5, p99Ms: 20, megabytes: 150, openMs: 50, falselyOffered: 2 } as const;

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-catalogue-'));
  try {
    print(`${machine(folder)}\nProcessor time; each size in processes of its own, the index opened and not built.\n`);
    const program = await compile('bench/kit/catalogue-asked.ts');
    for (const language of LANGUAGES) {
      for (const [at, size] of SIZES.entries()) {
        const place = join(folder, `${language}-${size}`);
        const ask = <T>(what: string): T => {
          const args = ['--expose-gc', program, what, place, String(size), language];
          return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as T;
        };
        tell({ language, size, isFirst: at === 0 }, ask<Wrote>('write'), ask<Answered>('ask'), bytesIn(place));
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function bytesIn(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

type Row = { readonly language: Tongue; readonly size: number; readonly isFirst: boolean };

function tell({ language, size, isFirst }: Row, { ms }: Wrote, answered: Answered, bytes: number): void {
  if (isFirst) print(`${language}:   goods  written    file    opened  median     p99   memory  offered, not sold`);
  const { openMs, medianMs, p99Ms, megabytes, falselyOffered, heard } = answered;
  const cells = [
    `${size}`.padStart(12),
    `${(ms / 1_000).toFixed(1)} s`.padStart(8),
    `${(bytes / 1e6).toFixed(1)} MB`.padStart(9),
    `${openMs.toFixed(1)} ms`.padStart(9),
    `${medianMs.toFixed(2)} ms`.padStart(8),
    `${p99Ms.toFixed(1)} ms`.padStart(8),
    `${megabytes.toFixed(0)} MB`.padStart(8),
    `${falselyOffered.toFixed(1)} in 100`.padStart(12),
  ];
  print(cells.join(''));
  for (const [manner, { found, others }] of Object.entries(heard).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const nothing = Math.max(0, 100 - found - others);
    const shares = `found ${found.toFixed(1)}, others offered ${others.toFixed(1)}, nothing ${nothing.toFixed(1)}`;
    print(`${' '.repeat(14)}${manner.padEnd(20)}${shares}`);
  }
  const { falselyOfferedSlipped, otherBrandOffered } = answered;
  const wrong = `with a slip ${falselyOfferedSlipped.toFixed(1)}, of a brand not sold ${otherBrandOffered.toFixed(1)}`;
  print(`${' '.repeat(14)}${'offered, not sold'.padEnd(20)}${wrong}`);
  if (size !== AIMED_AT) return;
  for (const [name, aim] of Object.entries(AIMS)) {
    const figure = answered[name as keyof typeof AIMS];
    if (figure > aim) fail(`${name} is ${figure.toFixed(1)}, aimed at ${aim}`);
  }
}

run(main);
