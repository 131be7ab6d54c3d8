/**
 * Suites in groups that share what they load: a file of its own reads, compiles and warms up the whole house anew, which is
 * two fifths of what the tests cost. Each suite stays a `describe` with its file's name.
 */

const { mkdirSync, readdirSync, rmSync, writeFileSync } = require('node:fs');
const { join, relative } = require('node:path');

const ROOT = join(__dirname, '..');
const TESTS = join(ROOT, 'test');

/** They take long, most of it in processes of their own: alone, and first, so that nobody waits for the last of them. */
const LONG = [
  'recipes',
  'scripts/locales',
  'hand-off/kill',
  'servers/kills',
  'servers/one-conversation',
  'pages/console',
];
const A_GROUP = 24;

/** Suites before a live shop, which has to be installed first: `npm run test:vendure`. */
const LIVE = 'test/live/';

/** As jest chooses: patterns of paths, or everything but what stands before a live shop. */
function suitesOf(patterns) {
  const isWanted = new RegExp(patterns.join('|') || `^(?!.*/${LIVE})`, 'i');
  return readdirSync(TESTS, { recursive: true })
    .map((name) => join(TESTS, name))
    .filter((path) => path.endsWith('.test.ts') && isWanted.test(path))
    .sort();
}

const nameOf = (path) => relative(ROOT, path).replaceAll('\\', '/');

function grouped(suites) {
  const isLong = (path) => LONG.includes(nameOf(path).slice('test/'.length, -'.test.ts'.length));
  const others = suites.filter((path) => !isLong(path));
  const groups = [];
  for (let at = 0; at < others.length; at += A_GROUP) groups.push(others.slice(at, at + A_GROUP));
  // The pages, the orders and the repairs take three times as long as what the alphabet begins with: that comes last.
  return [...suites.filter(isLong).map((path) => [path]), ...groups.reverse()];
}

/** The pattern of what jest runs instead of the suites, and how it is removed; null: nothing would be shared. */
function makeGroups(patterns) {
  const suites = suitesOf(patterns);
  if (suites.length < 2) return null;
  const name = `dist/test-groups/${process.pid}`;
  mkdirSync(join(ROOT, name), { recursive: true });
  for (const [at, group] of grouped(suites).entries()) {
    const lines = group.map((path) => `describe('${nameOf(path)}', () => void require(${JSON.stringify(path)}));\n`);
    writeFileSync(join(ROOT, name, `${String(at).padStart(2, '0')}.test.js`), lines.join(''));
  }
  return { pattern: `<rootDir>/${name}/*.test.js`, remove: () => rmSync(join(ROOT, name), { recursive: true }) };
}

module.exports = { makeGroups };
