/** Runs one of this project's programs: checks Node, installs what is missing, then starts it. Plain JavaScript, so that an old Node can read it. */

const { spawnSync } = require('node:child_process');
const { existsSync, statSync } = require('node:fs');
const { join } = require('node:path');

const ROOT = join(__dirname, '..');
const NEEDS = 20;

function installed() {
  const stamp = join(ROOT, 'node_modules', '.package-lock.json');
  return existsSync(stamp) && statSync(stamp).mtimeMs >= statSync(join(ROOT, 'package-lock.json')).mtimeMs;
}

function run(command, args) {
  const windows = process.platform === 'win32';
  const { status, signal } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: 'inherit',
    shell: windows && command === 'npm',
  });
  if (signal) process.kill(process.pid, signal);
  return status === null ? 1 : status;
}

if (Number(process.versions.node.split('.')[0]) < NEEDS) {
  console.error(`Earshot needs Node ${NEEDS} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}
if (!installed()) {
  console.error('Installing what is missing (once) ...');
  const status = run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (status !== 0) process.exit(status);
}
const [program, ...args] = process.argv.slice(2);
const start = (file) => process.exit(run(process.execPath, ['--enable-source-maps', file, ...args]));
if (program.endsWith('.js')) start(join(ROOT, program));
// Only now is it sure to be installed. What esbuild cannot read it has said itself.
require('./compile')
  .compile(program)
  .then(start, () => process.exit(1));
