/**
 * `npm run test:days`: the suites in which a date is said, kept or compared, on days that are special, by the clock of
 * Debian's `faketime`, in three zones. `npm run test:days -- new-year Pacific/Auckland` is one day in one zone.
 */

const { spawnSync } = require('node:child_process');
const { jest } = require('./jest');

/** Local times; each goes on from there, so that midnight and both changes of the clock happen while the tests run. */
const DAYS = {
  saturday: '2026-12-05 10:00:00',
  'new-year': '2026-12-31 23:59:00',
  'leap-day': '2028-02-29 12:00:00',
  'summer-begins': '2027-03-28 01:59:00',
  'summer-ends': '2027-10-31 01:59:30',
};
const ZONES = ['Europe/Rome', 'America/Los_Angeles', 'Pacific/Auckland'];

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
    'test/operations',
    'test/ordering/(changes|once|unknown)',
  ],
  ...['test/pages', 'test/privacy', 'test/providers', 'test/scripts', 'test/services', 'test/settings', 'test/start'],
  'test/traffic',
];

function fail(message) {
  console.error(message);
  process.exit(1);
}

const [day, zone] = process.argv.slice(2);
if (day !== undefined && !(day in DAYS)) fail(`npm run test:days -- [${Object.keys(DAYS).join(' | ')}] [ZONE]`);
if (spawnSync('faketime', ['--version']).error) fail('npm run test:days needs faketime: apt-get install faketime');

for (const [name, time] of Object.entries(DAYS).filter(([name]) => day === undefined || day === name)) {
  for (const TZ of zone === undefined ? ZONES : [zone]) {
    console.log(`\n${name}: ${time} in ${TZ}`);
    process.env.TZ = TZ;
    if (jest(SUITES, ['faketime', time, process.execPath]) !== 0) fail(`${name} in ${TZ} failed`);
  }
}
