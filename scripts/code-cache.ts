/** The Lambda's door: reads the bundle with what Node compiled of it when it was built, so that a cold start compiles less. */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const MAIN = 'main.js';

/** Node's own wrapper of a module. */
const HEAD = '(function (exports, require, module, __filename, __dirname) {';

/** No database listens there: the bundle starts as far as it comes without one, and what it compiled for that is kept. */
const NOWHERE = {
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
  EARSHOT_SECRET: 'a secret of nobody, for this build alone',
};
const KEEP_AFTER_MS = 500;

/**
 * Writes `index.js`, and beside it the code cache of the Node that builds. Another Node, or none that could make one,
 * costs only the time saved: V8 refuses a cache that is not its own version's, and this door looks for none but that of
 * this very bundle.
 */
export function writeDoor(out: string): void {
  const bundle = readFileSync(join(out, MAIN), 'utf8');
  if (!isPlain(bundle)) throw new Error(`${MAIN} is no plain ASCII, as the door reads it`);
  const name = `main.${createHash('sha256').update(bundle).digest('hex').slice(0, 12)}`;
  writeFileSync(join(out, 'index.js'), doorOf(name));
  const [maker, data] = [join(out, 'make-cache.js'), mkdtempSync(join(tmpdir(), 'earshot-cache-'))];
  writeFileSync(maker, `${doorOf(name)}${KEEP}`);
  const env = { PATH: process.env.PATH, ...NOWHERE, EARSHOT_DATA: data };
  const { status, stderr } = spawnSync(process.execPath, [maker], { env, encoding: 'utf8' });
  for (const gone of [maker, data]) rmSync(gone, { recursive: true });
  if (status !== 0) process.stderr.write(`The bundle has no code cache and starts a little slower: ${stderr}\n`);
}

/** Read byte by byte, without a look for longer characters, a megabyte costs a tenth. */
function isPlain(text: string): boolean {
  return Buffer.byteLength(text) === text.length;
}

const KEEP = `setTimeout(() => {
  require('node:fs').writeFileSync(kept, script.createCachedData());
  process.exit(0);
}, ${KEEP_AFTER_MS});
`;

function doorOf(name: string): string {
  return `const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');
const filename = join(__dirname, '${MAIN}');
const kept = join(__dirname, \`${name}.\${process.versions.v8}.cache\`);
let cachedData;
try {
  cachedData = readFileSync(kept);
} catch {}
const head = '${HEAD}';
const code = \`\${head}\${readFileSync(filename, 'latin1')}\\n})\`;
const script = new Script(code, { filename, columnOffset: -head.length, cachedData });
script.runInThisContext()(exports, require, module, filename, __dirname);
`;
}
