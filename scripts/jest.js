/** Runs jest, its suites in groups, in this process's environment; where EARSHOT_JEST_REPORT names a file, jest's own counts are written there. */

const { spawnSync } = require('node:child_process');
const { join } = require('node:path');
const { makeGroups } = require('./test-groups');

const ROOT = join(__dirname, '..');
const JEST = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');

/** The status jest ended with. `before`: what starts Node, where it is not the Node that runs this. */
function jest(args, before = [process.execPath]) {
  const report = process.env.EARSHOT_JEST_REPORT;
  const reporting = report ? ['--json', `--outputFile=${report}`] : [];
  // Whoever brings options to jest means its own files.
  const groups = args.some((arg) => arg.startsWith('-')) ? null : makeGroups(args);
  const [program, ...more] = [...before, JEST, ...reporting, ...(groups ? [] : args)];
  const env = { ...process.env, EARSHOT_TEST_GROUPS: groups?.pattern ?? '' };
  const { status, error } = spawnSync(program, more, { stdio: 'inherit', cwd: ROOT, env });
  groups?.remove();
  if (error) console.error(error.message);
  return status === null ? 1 : status;
}

module.exports = { jest };
