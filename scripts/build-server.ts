/** `npm run build:server`: the server as one file of JavaScript in dist/server, what it starts beside it as others, and its pages: all that production runs. */

import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { THREAD } from '../lambda/house/beside';
import { DRAWING } from '../lambda/house/drawers';
import { failWith } from '../lambda/operations/failing';
import { buildPages } from './build-pages';
import { oneLanguageOfZod, plainRegularExpressions } from './build-plugins';

const ROOT = resolve(__dirname, '..');
const OUT = join(ROOT, 'dist', 'server');
/** As `scripts/serve.js` asks for it, and the threads and processes it starts. */
const PROGRAMS = {
  'server.js': 'lambda/server.ts',
  [THREAD]: 'lambda/house/beside-thread.ts',
  [DRAWING]: 'lambda/house/drawing-process.ts',
};
/** The oldest Node it runs on. */
const TARGET = 'node20';
/** Native, or asked for only where it is installed. */
const LEFT_OUT = ['libsql', 'pg-native', 'sharp'];

/** Words and settings stay where they are: what a shop changes there holds from the next start, without another build. */
const HOUSE = "const HOUSE = require('node:path').join(__dirname, '..', '..', 'lambda', 'house');";

/** Replaced whole: a server that starts meanwhile reads the one before. Throws what esbuild cannot read. */
async function buildProgram(name: string, entry: string): Promise<void> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [join(ROOT, entry)],
    outfile: join(OUT, name),
    write: false,
    bundle: true,
    platform: 'node',
    target: TARGET,
    format: 'cjs',
    external: LEFT_OUT,
    plugins: [oneLanguageOfZod, plainRegularExpressions],
    // V8 keeps the text, and two bytes a letter where one sign of another alphabet stands in a comment. Names stay: they are logged.
    minifyWhitespace: true,
    minifySyntax: true,
    charset: 'ascii',
    legalComments: 'external',
    sourcemap: 'linked',
    sourcesContent: false,
    define: { __dirname: 'HOUSE' },
    banner: { js: HOUSE },
    logLevel: 'warning',
  });
  mkdirSync(OUT, { recursive: true });
  for (const { path, contents } of outputFiles) {
    const making = `${path}.${process.pid}`;
    writeFileSync(making, contents);
    renameSync(making, path);
  }
}

buildPages(console.error)
  .then(() => Promise.all(Object.entries(PROGRAMS).map(([name, entry]) => buildProgram(name, entry))))
  .then(() => console.error('Built dist/server and dist/web; npm run serve runs them.'))
  .catch(failWith);
