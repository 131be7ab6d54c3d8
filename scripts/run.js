/** Runs one of this project's programs: checks Node, installs what is missing, reads .env, then starts it. Plain JavaScript, so that an old Node can read it. */

const { spawn } = require('node:child_process');
const { join } = require('node:path');
const { refuseOldNode } = require('./node-version');

const ROOT = join(__dirname, '..');
const CLOSED_PIPE = join(__dirname, 'closed-pipe.js');
/** Over in seconds, and what goes wrong in it is told in one line: whatever costs it a fifth of a second is left out. */
const IN_A_HURRY = ['scripts/locales.ts'];
/** Reading it takes as long as reading the program. */
const WITH_LINES = '--enable-source-maps';
/** They need more packages than the others, and must not see what is set here. */
const FOR_DEVELOPERS = [
  'scripts/test.js',
  'scripts/test-days.js',
  'scripts/test-longest.js',
  'scripts/test-node.js',
  'scripts/test-programs.js',
  'scripts/test-vendure.ts',
  'scripts/soak.js',
  'bench/bench.ts',
];

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'];
const LOOK_MS = 500;

/** Resolves with an exit code. What this process is told, the program is told; it also ends when whoever started it is gone. */
function run(file, args, { env, options = [WITH_LINES] }) {
  const child = spawn(process.execPath, [...options, '--require', CLOSED_PIPE, file, ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env,
  });
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  // npm's shell passes no signal on: it only leaves us to another parent.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), LOOK_MS).unref();
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (status, signal) => {
      if (signal === null) return resolve(status);
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    });
  });
}

async function main([program, ...args]) {
  const isForDevelopers = FOR_DEVELOPERS.includes(program);
  const status = await require('./install').install({ all: isForDevelopers });
  if (status !== 0) return status;
  const env = isForDevelopers ? process.env : require('./dot-env').withDotEnv(process.env);
  if (program.endsWith('.js')) return run(join(ROOT, program), args, { env });
  // Only now is it sure to be installed. What esbuild cannot read it has said itself.
  const file = await require('./compile')
    .compile(program)
    .catch(() => null);
  // Here and not in the program: a heap that is in use takes no other size.
  const options = IN_A_HURRY.includes(program) ? [require('./short-lived').ROOM] : [WITH_LINES];
  return file === null ? 1 : run(file, args, { env, options });
}

refuseOldNode();
main(process.argv.slice(2)).then(
  (status) => process.exit(status),
  (error) => {
    console.error(error.message);
    process.exit(1);
  },
);
