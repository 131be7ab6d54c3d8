/** Runs jest, its suites in groups, in this process's environment; where EARSHOT_JEST_REPORT names a file, jest's own counts are written there. */

const { spawnSync } = require('node:child_process');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { quickFolder } = require('./quick-folder');
const { COMPILES_LESS, ROOM } = require('./short-lived');
const { makeGroups, suitesLike, usualSuites } = require('./test-groups');

const ROOT = join(__dirname, '..');
const JEST = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');

/** Null: whoever brings options to jest means its own files. */
function suitesOf(args) {
  if (args.some((arg) => arg.startsWith('-'))) return null;
  return args.length === 0 ? usualSuites() : suitesLike(args);
}

/**
 * The status jest ended with. `suites`: paths instead of what the arguments choose. `before`: what starts Node, where it is
 * not the Node that runs this.
 */
function jest(args, { suites = suitesOf(args), before = [process.execPath] } = {}) {
  const report = process.env.EARSHOT_JEST_REPORT;
  const reporting = report ? ['--json', `--outputFile=${report}`] : [];
  const groups = suites && makeGroups(suites);
  const kept = `--cacheDirectory=${join(tmpdir(), 'earshot-jest')}`;
  const [program, ...more] = [
    ...before,
    ROOM,
    ...lessIn(before),
    JEST,
    kept,
    ...reporting,
    ...(groups ? [] : (suites ?? args)),
  ];
  const quick = quickFolder();
  const env = {
    ...process.env,
    EARSHOT_TEST_GROUPS: groups?.pattern ?? '',
    ...(quick ? { TMPDIR: quick.folder } : {}),
  };
  const { status, error } = spawnSync(program, more, { stdio: 'inherit', cwd: ROOT, env });
  groups?.remove();
  quick?.remove();
  if (error) console.error(error.message);
  return status === null ? 1 : status;
}

/** Another Node may know other options. */
function lessIn(before) {
  return before.at(-1) === process.execPath ? [COMPILES_LESS] : [];
}

/** The paths of the suites that lean on one of these files of the project. */
function suitesOn(files) {
  const ask = [JEST, '--listTests', '--json', '--findRelatedTests', ...files];
  const { status, stdout } = spawnSync(process.execPath, ask, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error('jest could not tell which suites have a mass');
  return JSON.parse(stdout);
}

module.exports = { jest, suitesOn };
