/** Builds the pages into dist/web when their sources are not those of the last build: `npm start` and the tests call it. */

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
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
    // As they were when it began: what is changed while it is building is built the next time.
    const sources = marksOfSources();
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
    writeFileSync(STAMP, sources);
    return true;
  } finally {
    release();
  }
}

/** And of these very sources: a time alone would be believed from a clock that was ahead. */
export function areBuilt(): boolean {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === marksOfSources();
}

function marksOfSources(): string {
  const names = readdirSync(WEB, { recursive: true, encoding: 'utf8' }).sort();
  const files = [...names.map((name) => join(WEB, name)), join(ROOT, 'package-lock.json')];
  const marks = files.map((file) => statSync(file)).map(({ size, mtimeMs }, at) => `${files[at]} ${size} ${mtimeMs}`);
  return createHash('sha256').update(marks.join('\n')).digest('hex');
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
