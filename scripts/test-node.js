/**
 * `npm run test:node`: the suite on each Node that is supported, brought by npm. `npm run test:node -- 24 fast` takes one of
 * them, and only the suites that need no browser, no database server and no second process.
 */

const { execFileSync } = require('node:child_process');
const { existsSync, mkdirSync, writeFileSync } = require('node:fs');
const { homedir } = require('node:os');
const { join } = require('node:path');
const { jest } = require('./jest');
const { programSuites, suitesLike, usualSuites } = require('./test-groups');

const VERSIONS = ['20', '22', '24'];
/** Where Node itself is leant on: its dates and numbers, streams, cryptography, sockets, workers, and what is compiled for it. */
const FAST = [
  ...['test/app', 'test/channels/(alexa|email)', 'test/http', 'test/language/(hear|speech/(dates|values))'],
  ...[
    'test/link/guessing',
    'test/operations/(answer|beside|clocks|metrics|rounds|shedding|store-faults)',
    'test/providers/(store/sqlite|tracking)',
    'test/services',
    'test/traffic',
  ],
];

/** The path of this Node. npm's package `node` only picks one of these by a script; they are the same without it. */
function nodeOf(version) {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const folder = join(homedir(), '.cache', 'earshot-node', version);
  const node = join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(node)) return node;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const install = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', `${name}@${version}`];
  execFileSync('npm', install, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
  return node;
}

const [wanted, part] = process.argv.slice(2);
if ((wanted !== undefined && !VERSIONS.includes(wanted)) || (part !== undefined && part !== 'fast')) {
  console.error(`npm run test:node -- [${VERSIONS.join(' | ')}] [fast]`);
  process.exit(1);
}
for (const version of wanted === undefined ? VERSIONS : [wanted]) {
  const node = nodeOf(version);
  console.log(`\nNode ${execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()}`);
  const suites = part === 'fast' ? suitesLike(FAST) : [...programSuites(), ...usualSuites()];
  if (jest([], { suites, before: [node] }) !== 0) {
    console.error(`npm run test:node: Node ${version} failed`);
    process.exit(1);
  }
}
