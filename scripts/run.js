/** Runs one of this project's programs: checks Node, installs what is missing, reads .env, then starts it. Plain JavaScript, so that an old Node can read it. */

const { spawnSync } = require('node:child_process');
const { join } = require('node:path');

const ROOT = join(__dirname, '..');
const NEEDS = { major: 20, minor: 19 };
/** They need more packages than the others, and must not see what is set here. */
const FOR_DEVELOPERS = [
  'scripts/test.js',
  'scripts/test-days.js',
  'scripts/test-node.js',
  'scripts/test-vendure.ts',
  'scripts/soak.js',
  'bench/bench.ts',
];

function isOld(version) {
  const [major, minor] = version.split('.').map(Number);
  return major < NEEDS.major || (major === NEEDS.major && minor < NEEDS.minor);
}

function run(file, args, env) {
  const command = ['--enable-source-maps', file, ...args];
  const { status, signal } = spawnSync(process.execPath, command, { cwd: ROOT, stdio: 'inherit', env });
  if (signal) process.kill(process.pid, signal);
  return status === null ? 1 : status;
}

async function main([program, ...args]) {
  const isForDevelopers = FOR_DEVELOPERS.includes(program);
  const status = await require('./install').install({ all: isForDevelopers });
  if (status !== 0) return status;
  const env = isForDevelopers ? process.env : require('./dot-env').withDotEnv(process.env);
  if (program.endsWith('.js')) return run(join(ROOT, program), args, env);
  // Only now is it sure to be installed. What esbuild cannot read it has said itself.
  const file = await require('./compile')
    .compile(program)
    .catch(() => null);
  return file === null ? 1 : run(file, args, env);
}

if (isOld(process.versions.node)) {
  console.error(`Earshot needs Node ${NEEDS.major}.${NEEDS.minor} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}
main(process.argv.slice(2)).then(
  (status) => process.exit(status),
  (error) => {
    console.error(error.message);
    process.exit(1);
  },
);
