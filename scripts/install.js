/** Installs what a program needs and is not there, and tells how far it is. Plain JavaScript of Node alone: nothing is installed yet. */

const { spawn } = require('node:child_process');
const { existsSync, readFileSync, readdirSync } = require('node:fs');
const { join } = require('node:path');

const ROOT = join(__dirname, '..');
const NPM = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
const TOLD_EVERY_MS = 3_000;

/** What npm wrote down of what it installed; none where it was interrupted. */
function packagesIn(file) {
  if (!existsSync(file)) return {};
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

function fits(wanted, here) {
  return wanted === undefined || wanted.includes(here);
}

/** The packages that are wanted on this machine; `all`: also what only tests and benches need. */
function wantedOf(lock, all) {
  return Object.entries(lock).filter(
    ([path, { dev, os, cpu, libc }]) =>
      path !== '' && (all || !dev) && fits(os, process.platform) && fits(cpu, process.arch) && libc === undefined,
  );
}

/** By content: a lock file that was only touched, as by a checkout, installs nothing. */
function isInstalled(lock, there, all) {
  return wantedOf(lock, all).every(([path, { version, optional }]) => optional || there[path]?.version === version);
}

/** Packages that lie in node_modules so far. */
function countThere() {
  const folder = join(ROOT, 'node_modules');
  if (!existsSync(folder)) return 0;
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  return names.reduce((sum, name) => sum + (name.startsWith('@') ? readdirSync(join(folder, name)).length : 1), 0);
}

/** Resolves with npm's exit code. */
function npm(args) {
  return new Promise((resolve) => {
    const windows = process.platform === 'win32';
    const child = spawn('npm', args, { cwd: ROOT, stdio: 'inherit', shell: windows });
    child.on('error', (error) => {
      console.error(`npm cannot be run: ${error.message}`);
      resolve(1);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** `all`: also what only tests and benches need. Resolves with an exit code. */
async function install({ all }) {
  const lock = packagesIn(join(ROOT, 'package-lock.json'));
  const there = packagesIn(join(ROOT, 'node_modules', '.package-lock.json'));
  if (isInstalled(lock, there, all)) return 0;
  // Whoever has run the tests keeps what they need.
  const whole = all || Object.values(there).some(({ dev }) => dev);
  const count = wantedOf(lock, whole).length;
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1_000);
  console.error(`Installing ${count} packages into node_modules, which is done once and may take a minute ...`);
  const timer = setInterval(
    () =>
      console.error(`  ${Math.min(countThere(), count)} of ${count} packages are on their way after ${seconds()} s`),
    TOLD_EVERY_MS,
  );
  const status = await npm(whole ? NPM : [...NPM, '--omit=dev']);
  clearInterval(timer);
  console.error(status === 0 ? `Installed in ${seconds()} s.` : 'It could not be installed; npm says why above.');
  return status;
}

module.exports = { install, isInstalled };
