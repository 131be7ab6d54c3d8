/** Builds the pages into dist/web when their sources are newer than the last build: `npm start` and the tests call it. */

import { mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const ROOT = resolve(__dirname, '..');
const WEB = join(ROOT, 'web');
const OUT = join(ROOT, 'dist', 'web');
const STAMP = join(OUT, '.built');
const LOCK = join(ROOT, 'dist', '.building-pages');
/** What browsers of four years understand. */
const TARGETS = ['chrome100', 'firefox100', 'safari15.4'];
const LOCK_OLD_MS = 60_000;

/** Returns whether anything had to be built, which `tell` hears of before. Another process that builds meanwhile is waited for. */
export async function buildPages(tell: (what: string) => void = () => undefined): Promise<boolean> {
  if (areBuilt()) return false;
  const release = await lock();
  try {
    if (areBuilt()) return false;
    const began = new Date();
    tell('Building the pages, as their sources are new here ...');
    const [{ build }, esbuild] = await Promise.all([import('vite'), import('esbuild')]);
    await build({ configFile: join(WEB, 'vite.config.ts') });
    // Shops write its address into their pages: it keeps its name and stands alone.
    await esbuild.build({
      entryPoints: [join(WEB, 'chat', 'embed.ts')],
      outfile: join(OUT, 'chat', 'embed.js'),
      bundle: true,
      minify: true,
      format: 'iife',
      target: TARGETS,
      logLevel: 'warning',
    });
    writeFileSync(STAMP, '');
    // What was changed while it was building is built the next time.
    utimesSync(STAMP, began, began);
    return true;
  } finally {
    release();
  }
}

/** And newer than their sources. */
export function areBuilt(): boolean {
  const built = modified(STAMP);
  return built > 0 && newestUnder(WEB) < built && modified(join(ROOT, 'package-lock.json')) < built;
}

function newestUnder(folder: string): number {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  // A folder too: a file that was deleted leaves its mark there.
  return Math.max(modified(folder), ...names.map((name) => modified(join(folder, name))));
}

function modified(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

async function lock(): Promise<() => void> {
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  for (;;) {
    try {
      mkdirSync(LOCK);
      return () => rmSync(LOCK, { recursive: true, force: true });
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST') throw error;
      if (Date.now() - modified(LOCK) > LOCK_OLD_MS) rmSync(LOCK, { recursive: true, force: true });
      await sleep(100);
    }
  }
}

if (require.main === module) {
  buildPages().catch((error: unknown) => {
    process.stderr.write(`The pages cannot be built: ${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  });
}
