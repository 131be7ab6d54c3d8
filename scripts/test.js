/** `npm test`: format and lint, types, then every jest suite. Arguments go to jest and skip the rest. */

const { spawn } = require('node:child_process');
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

/** What it wrote comes in one piece: they run side by side. */
function check([what, command]) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => chunks.push(`${error.message}\n`));
    child.on('close', (status) => {
      process.stderr.write(Buffer.concat(chunks.map((chunk) => Buffer.from(chunk))));
      if (status !== 0) console.error(`npm test: ${what} failed`);
      resolve(status === 0);
    });
  });
}

async function main() {
  const passed = await Promise.all(args.length > 0 ? [] : checks.map(check));
  if (passed.includes(false)) return 1;
  const status = jest(args);
  if (status !== 0) console.error('npm test: tests failed');
  return status;
}

main().then((status) => process.exit(status));
