/** `npm test`: format and lint, types, then every jest suite. Arguments go to jest and skip the rest. */

const { spawnSync } = require('node:child_process');
const { join } = require('node:path');
const { jest } = require('./jest');

const ROOT = join(__dirname, '..');
const bin = (name) => join(ROOT, 'node_modules', ...name);
const checks = [
  ['format and lint', [bin(['@biomejs', 'biome', 'bin', 'biome']), 'ci', '--error-on-warnings', '.']],
  ['types', [bin(['typescript', 'bin', 'tsc']), '-p', '.']],
  ['types of the pages', [bin(['typescript', 'bin', 'tsc']), '-p', 'web']],
];
const args = process.argv.slice(2);

function failed(what, status) {
  console.error(`npm test: ${what} failed`);
  process.exit(status === null ? 1 : status);
}

for (const [what, command] of args.length > 0 ? [] : checks) {
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit', cwd: ROOT });
  if (status !== 0) failed(what, status);
}
const status = jest(args);
if (status !== 0) failed('tests', status);
