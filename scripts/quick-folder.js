/**
 * Temporary files of a run of tests in memory, where there is room: tests make thousands of stores that nobody needs a minute
 * later, and most of what they wait for is a disk that is to keep them.
 */

const { spawnSync } = require('node:child_process');
const {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statfsSync,
  symlinkSync,
  writeFileSync,
} = require('node:fs');
const { tmpdir, userInfo } = require('node:os');
const { join } = require('node:path');

/** Linux keeps it in memory. */
const MEMORY = '/dev/shm';
const NAME = 'earshot-tests-';
/** The largest run takes a tenth of it. */
const ROOM_BYTES = 4e9;

/** `remove` when the run is over. null: there is no such place here, or TMPDIR says which one is wished. */
function quickFolder() {
  if (process.platform !== 'linux' || process.env.TMPDIR) return null;
  const folder = tried(madeFolder);
  if (folder === null) return null;
  if (!mayRun(folder)) {
    rmSync(folder, { recursive: true });
    return null;
  }
  // A database server that root may not run is run by somebody else, who has to come by.
  chmodSync(folder, 0o711);
  // What was learned of the languages outlasts the run.
  const models = `earshot-models-${userInfo().username}`;
  mkdirSync(join(tmpdir(), models), { recursive: true, mode: 0o700 });
  symlinkSync(join(tmpdir(), models), join(folder, models));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }) };
}

function madeFolder() {
  const { bavail, bsize } = statfsSync(MEMORY);
  if (bavail * bsize < ROOM_BYTES) return null;
  for (const name of readdirSync(MEMORY))
    if (isLeft(name)) rmSync(join(MEMORY, name), { recursive: true, force: true });
  return mkdtempSync(join(MEMORY, `${NAME}${process.pid}-`));
}

/** Of a run that was killed. */
function isLeft(name) {
  const pid = name.startsWith(NAME) ? Number.parseInt(name.slice(NAME.length), 10) : 0;
  return pid > 0 && tried(() => process.kill(pid, 0)) === null;
}

/** Containers may forbid to start programs there, and tests do. */
function mayRun(folder) {
  const program = join(folder, 'may-run');
  writeFileSync(program, '#!/bin/sh\nexit 0\n', { mode: 0o700 });
  const { status } = spawnSync(program);
  rmSync(program);
  return status === 0;
}

function tried(what) {
  try {
    return what();
  } catch {
    return null;
  }
}

module.exports = { quickFolder };
