/** Suites in groups that share what they load. Each suite stays a `describe` with its file's name. */

const { mkdirSync, readdirSync, rmSync, writeFileSync } = require('node:fs');
const { join, relative } = require('node:path');

const ROOT = join(__dirname, '..');
const TESTS = join(ROOT, 'test');

/**
 * Suites that start programs beside them, drive a browser, or check whole languages: killed servers, copies of the project,
 * whole pages. They are `npm run test:programs`, in groups that share what they load; the longest begin.
 */
const PROGRAMS = [
  [
    'pages/desk',
    'pages/desk-queue',
    'pages/chat',
    'pages/three-pages',
    'pages/torn-bag',
    'link/page',
    'link/whole-way',
    'link/chat-sign-in',
    'pages/taken-back',
    'pages/chat-seen',
    'pages/own-words',
  ],
  [
    'pages/desk-earlier',
    'pages/desk-rooms',
    'pages/chat-earlier',
    'pages/console',
    'pages/console-again',
    'pages/words',
    'console/files',
    'console/shifted',
    'console/beside',
  ],
  [
    'operations/serving',
    'operations/drawers',
    'desk/command',
    'hand-off/kill',
    'hand-off/taken-back-chatwoot',
    'ordering/kill',
  ],
  [
    'servers/one-conversation',
    'servers/outbox',
    'servers/behind-proxies',
    'servers/kills',
    'servers/database-faults',
    'news/two-processes',
  ],
  [
    'scripts/add-a-language',
    'scripts/check-languages',
    'scripts/locale-lists',
    'scripts/locale-texts',
    'scripts/told-to-localisers',
    'scripts/tongue',
    'scripts/try',
    'console/localiser',
    'console/localised-texts',
    'console/unsayable',
    'console/full-disk',
    'skill-package',
    'scripts/exchange',
    'scripts/locales',
    'scripts/pace',
    'language/every-reply',
    'lambda/bundle',
  ],
  [
    'language/refused',
    'language/first-words',
    'language/first-words-de',
    'language/fires',
    'language/written',
    'language/emergencies-told',
    'language/nonsense',
    'language/topics',
    'language/answers',
    'language/emergencies-places',
    'language/irony',
    'language/joking',
    'language/colloquial',
    'language/meant-otherwise',
    'language/left-open',
    'intents/czech-and-polish-strangers',
    'limits/code-said',
  ],
  [
    'language/asked-of-orders',
    'language/in-fewest-words',
    'language/led-to',
    'language/refused-inside',
    'language/with-curses',
    'intents/home-country',
    'intents/paying-later',
    'ordering/another-size',
    'care/came-instead',
    'care/chosen-in-more-words',
  ],
  ['recipes'],
  ['providers/store/postgres', 'providers/store/postgres-schema', 'providers/store/postgres-faults'],
];
/** Of the others they take long: they begin the groups, so that nobody waits for the last of them. */
const LONG = ['functional', 'conversations'];
/** One for each of two cores: every group reads the house and its languages anew, which takes half a minute. */
const GROUPS = 2;

/** Suites before a live shop, which has to be installed first: `npm run test:vendure`. */
const LIVE = 'test/live/';

const pathsOf = (names) => names.map((name) => join(TESTS, `${name}.test.ts`));

function allSuites() {
  return readdirSync(TESTS, { recursive: true })
    .map((name) => join(TESTS, name))
    .filter((path) => path.endsWith('.test.ts'))
    .sort();
}

/** As jest chooses: by patterns of paths. */
function suitesLike(patterns) {
  const isWanted = new RegExp(patterns.join('|'), 'i');
  return allSuites().filter((path) => isWanted.test(path));
}

/** A live shop that has to be filled is filled once: what stands before the same one shares a group. */
const isOfVendure = (path) => path.includes(`/${LIVE}vendure`);

const programSuites = () => pathsOf(PROGRAMS.flat());

function usualSuites() {
  const elsewhere = new Set(programSuites());
  return allSuites().filter((path) => !elsewhere.has(path) && !path.includes(`/${LIVE}`));
}

function grouped(suites) {
  const wanted = new Set(suites);
  const programs = PROGRAMS.map((group) => pathsOf(group).filter((path) => wanted.delete(path)));
  const live = [...wanted].filter((path) => path.includes(`/${LIVE}`) && wanted.delete(path));
  const shops = [live.filter(isOfVendure), live.filter((path) => !isOfVendure(path))];
  const long = pathsOf(LONG).filter((path) => wanted.delete(path));
  const rest = [...long, ...wanted];
  const groups = Math.min(GROUPS, Math.ceil(rest.length / 2));
  // Dealt out: what takes long lies side by side in the alphabet.
  const dealt = Array.from({ length: groups }, (_, to) => rest.filter((_path, at) => at % groups === to));
  return [...programs, ...shops, ...dealt].filter((group) => group.length > 0);
}

const nameOf = (path) => relative(ROOT, path).replaceAll('\\', '/');

/** The pattern of what jest runs instead of these suites (paths), and how it is removed; null: nothing would be shared. */
function makeGroups(suites) {
  if (suites.length < 2) return null;
  const name = `dist/test-groups/${process.pid}`;
  mkdirSync(join(ROOT, name), { recursive: true });
  for (const [at, group] of grouped(suites).entries()) {
    const lines = group.map((path) => `describe('${nameOf(path)}', () => void require(${JSON.stringify(path)}));\n`);
    writeFileSync(join(ROOT, name, `${String(at).padStart(2, '0')}.test.js`), lines.join(''));
  }
  return { pattern: `<rootDir>/${name}/*.test.js`, remove: () => rmSync(join(ROOT, name), { recursive: true }) };
}

module.exports = { LIVE, makeGroups, programSuites, suitesLike, usualSuites };
