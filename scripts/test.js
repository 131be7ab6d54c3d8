/** `npm test`: format and lint, types, then every jest suite. Arguments go to jest and skip the rest. */

const { spawnSync } = require('node:child_process');
const { join } = require('node:path');

const bin = (name) => join(__dirname, '..', 'node_modules', ...name);
const args = process.argv.slice(2);
const checks = [
  ['format and lint', [bin(['@biomejs', 'biome', 'bin', 'biome']), 'ci', '--error-on-warnings', '.']],
  ['types', [bin(['typescript', 'bin', 'tsc']), '-p', '.']],
  ['types of the pages', [bin(['typescript', 'bin', 'tsc']), '-p', 'web']],
];
const report = process.env.EARSHOT_JEST_REPORT;
const reporting = report ? ['--json', `--outputFile=${report}`] : [];
const jest = ['tests', [bin(['jest', 'bin', 'jest.js']), ...reporting, ...args]];

for (const [what, command] of args.length > 0 ? [jest] : [...checks, jest]) {
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit', cwd: join(__dirname, '..') });
  if (status !== 0) {
    console.error(`npm test: ${what} failed`);
    process.exit(status === null ? 1 : status);
  }
}
