/** `npm run soak -- --minutes N`: a day on a busy street, N minutes long, on each store. See `--help`. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleTo } from '../kit/bundle-to';
import { programOf, SERVER } from '../servers/server-process';
import { BASE_KINDS, type BaseKind, missingFor } from './bases';
import { type DayTold, spendDay } from './day';
import { isRight, tableOf } from './table';

const HELP = `npm run soak -- --minutes N [--store sqlite|postgres|both] [--seed S] [--report FILE] [--verbose]

A day on a busy street: people who speak, write and text, a person at the desk, webhooks, floods, kills, full disks, slow
shops and clocks that are set, before one server on SQLite and two on PostgreSQL. At the end everything is counted; the
status is 1 where anything is wrong. --seed repeats what chance chose, as far as the machine lets it; --report writes the
counts as JSON, and --verbose says what befalls when.
`;

const say = (text: string) => void process.stderr.write(`${text}\n`);

/** Ctrl-C leaves no database, no disk and no server behind; who tells us to end may say so again and again. */
function endedBySignal(close: () => Promise<void>): void {
  let isEnding = false;
  const end = () => {
    if (!isEnding) void close().finally(() => process.exit(130));
    isEnding = true;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.removeAllListeners(signal);
    process.on(signal, end);
  }
}

async function main(): Promise<number> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: {
      minutes: text,
      store: text,
      seed: text,
      report: text,
      help: { type: 'boolean' },
      verbose: { type: 'boolean' },
    },
  });
  const minutes = Number(values.minutes);
  const kinds = BASE_KINDS.filter((kind) => [kind, 'both', undefined].includes(values.store));
  if (values.help || !(minutes > 0) || kinds.length === 0) {
    say(HELP);
    return values.help ? 0 : 1;
  }
  const seed = Number(values.seed ?? Math.trunc(Math.random() * 2 ** 31));
  const folder = mkdtempSync(join(tmpdir(), 'earshot-street-'));
  const script = join(folder, 'program.cjs');
  bundleTo(script, SERVER);
  const program = await programOf(script);
  const told = new Map<BaseKind, DayTold>();
  try {
    for (const kind of kinds) {
      const missing = missingFor(kind);
      if (missing !== null) {
        say(`${kind} is skipped: ${missing}`);
        continue;
      }
      say(`a day of ${minutes} minutes on ${kind}, seed ${seed}`);
      const isVerbose = values.verbose === true;
      const day = await spendDay({ kind, minutes, seed, program, say, isVerbose, opened: endedBySignal });
      told.set(kind, day);
      process.stdout.write(tableOf(`${kind}, ${minutes} minutes, seed ${seed}`, day));
    }
  } finally {
    await program.remove();
    rmSync(folder, { recursive: true, force: true });
  }
  if (values.report) {
    const days = [...told].map(([kind, { counts, befallen }]) => ({
      kind,
      counts,
      befallen: Object.fromEntries(befallen),
    }));
    writeFileSync(values.report, `${JSON.stringify({ minutes, seed, days }, null, 2)}\n`);
  }
  const isWell = told.size > 0 && [...told.values()].every(({ counts }) => isRight(counts));
  say(isWell ? 'Every count is right.' : 'Not every count is right.');
  return isWell ? 0 : 1;
}

main().then(
  (status) => process.exit(status),
  (error: unknown) => {
    say(`${error instanceof Error ? error.stack : error}`);
    process.exit(1);
  },
);
