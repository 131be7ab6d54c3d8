/**
 * `npm run test:days`: the suites in which a date is said, kept or compared, on days that are special, by the clock of
 * Debian's `faketime`, in three zones. `npm run test:days -- new-year Pacific/Auckland` is one day in one zone; `fast` behind it,
 * the suites that lean on days most.
 */

const { spawnSync } = require('node:child_process');
const { jest } = require('./jest');

/** Each goes on from there, so that midnight and a change of the clock happen while the tests run. */
const ANYWHERE = {
  saturday: '2026-12-05 10:00:00',
  'summer-saturday': '2027-07-24 10:00:00',
  'new-year': '2026-12-31 23:59:00',
  'leap-day': '2028-02-29 12:00:00',
};
/** A minute before the clocks change there; an hour that comes twice has no other name than UTC's. */
const ZONES = {
  'Europe/Rome': { 'summer-begins': '2027-03-28 00:59:00 UTC', 'summer-ends': '2027-10-31 00:59:00 UTC' },
  'America/Los_Angeles': { 'summer-begins': '2027-03-14 09:59:00 UTC', 'summer-ends': '2027-11-07 08:59:00 UTC' },
  'Pacific/Auckland': { 'summer-begins': '2027-09-25 13:59:00 UTC', 'summer-ends': '2027-04-03 13:59:00 UTC' },
};
const DAYS = [...Object.keys(ANYWHERE), ...Object.keys(ZONES['Europe/Rome'])];

/** What is left out knows no day: words, shapes, bytes, and masses of kills. */
const SUITES = [
  ...[
    'test/app',
    'test/channels',
    'test/console',
    'test/conversation',
    'test/desk',
    'test/functional',
    'test/hand-off',
  ],
  ...[
    'test/intents',
    'test/language/(hear|say|speech/dates)',
    // A served process whose clock is set has one clock too many under another that is.
    'test/operations/(clocks|log-privacy|metrics|rounds|shedding|stopping|store-faults)',
    'test/ordering/(changes|once|unknown)',
  ],
  ...['test/pages/console', 'test/privacy', 'test/providers/(content|shop|tracking)', 'test/providers/store/sqlite'],
  ...['test/scripts/(privacy|report|shop|talk)', 'test/services'],
];

/** Of them what leans on days most: for whoever has little time. */
const FAST = [
  ...['test/console/local-time', 'test/language/speech/dates', 'test/operations/(clocks|rounds)'],
  'test/intents/(CancelOrder|OrderStatus|Replenish|looking-back|returns|shipping|told-last|undo)',
  ...['test/ordering/(changes|once)', 'test/providers/(content|tracking)', 'test/scripts/report'],
  'test/services/(hours|replenish|tokens|waiting-line|worker)',
];

function fail(message) {
  console.error(message);
  process.exit(1);
}

const [day, zone, part] = process.argv.slice(2);
if (day !== undefined && !DAYS.includes(day)) fail(`npm run test:days -- [${DAYS.join(' | ')}] [ZONE] [fast]`);
if (zone !== undefined && !(zone in ZONES)) fail(`npm run test:days knows the zones ${Object.keys(ZONES).join(', ')}`);
if (spawnSync('faketime', ['--version']).error) fail('npm run test:days needs faketime: apt-get install faketime');

for (const name of day === undefined ? DAYS : [day]) {
  for (const TZ of zone === undefined ? Object.keys(ZONES) : [zone]) {
    const time = ANYWHERE[name] ?? ZONES[TZ][name];
    console.log(`\n${name}: ${time} in ${TZ}`);
    process.env.TZ = TZ;
    if (jest(part === 'fast' ? FAST : SUITES, { before: ['faketime', time, process.execPath] }) !== 0)
      fail(`${name} in ${TZ} failed`);
  }
}
