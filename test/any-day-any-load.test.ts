/** Tests pass on any day and at any load: none reads a clock but the house's own, and none has a patience of its own. */

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { usualSuites } from '../scripts/test-groups';

const SOURCES = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && join(__dirname, file) !== __filename,
);

/** Programs and shops that run beside the test read the computer's own clock, and must agree with what is told to them. */
const BESIDE_PROGRAMS = [
  'contracts/shop-faults.ts',
  'contracts/shop-once.ts',
  'desk/command.test.ts',
  'kit/lying-shop.ts',
  'lambda/runtime.ts',
  'link/shop-lies.test.ts',
  'live/tryton-shop.test.ts',
  'live/tryton.test.ts',
  'live/vendure-check.test.ts',
  'live/vendure-conversation.test.ts',
  'live/vendure-linking.test.ts',
  'live/vendure-once.test.ts',
  'live/vendure-whole-way.test.ts',
  'live/vendure.test.ts',
  'live/vtex-behind.test.ts',
  'live/vtex-conversation.test.ts',
  'live/vtex-large.test.ts',
  'live/vtex-returns.test.ts',
  'live/vtex-tax.test.ts',
  'live/vtex/open.ts',
  'operations/serving.test.ts',
  'operations/store-faults.test.ts',
  'pages/desk-rooms.test.ts',
  'pages/desk.test.ts',
  'pages/own-words.test.ts',
  'pages/taken-back.test.ts',
  'pages/torn-bag.test.ts',
  'providers/shop/corner.test.ts',
  'providers/shop/corner/server.ts',
  'providers/shop/rest-house.test.ts',
  'providers/shop/rest-once.test.ts',
  'providers/shop/rest.test.ts',
  'scripts/privacy.test.ts',
  'scripts/report.test.ts',
  'scripts/shop-check.test.ts',
  'servers/behind-proxies.test.ts',
  'servers/device.ts',
  'servers/late-news.ts',
  'servers/outbox.test.ts',
  'street/phones.ts',
  'street/town.ts',
];
const CLOCK = /(?<!')\b(Date\.now|new Date\(\))/;
/** A test's or a browser's end that a busy computer may reach: jest.config.js and kit/patience.ts have the only ones. */
const PATIENCE =
  /jest\.setTimeout|setDefault(Navigation)?Timeout\(\d|timeout: \d|^\s*\}, \d[\d_]{4,}\);$|^\s+\d+_000,$/m;

const sourcesWith = (sign: RegExp) => SOURCES.filter((file) => sign.test(readFileSync(join(__dirname, file), 'utf8')));

test.each([
  [CLOCK, 'openHouse({ at: Date.now() })'],
  [CLOCK, 'const today = new Date();'],
  [PATIENCE, 'jest.setTimeout(60_000);'],
  [PATIENCE, 'context.setDefaultTimeout(15_000);'],
  [PATIENCE, '}, 60_000);'],
  [PATIENCE, '    60_000,'],
  [PATIENCE, 'waitFor({ timeout: 500 })'],
])('%s would find %j', (sign, line) => {
  expect(line).toMatch(sign);
});

test('nobody reads the clock of the computer, but beside a program that does', () => {
  const readers = sourcesWith(CLOCK).filter((file) => file !== 'pages/clock.test.ts');
  expect(readers.map((file) => file.replaceAll('\\', '/')).sort()).toEqual(BESIDE_PROGRAMS);
});

test('nobody has a patience of their own', () => {
  expect(sourcesWith(PATIENCE)).toEqual([]);
});

test('what drives a browser is no part of `npm test`, which takes three minutes', () => {
  const usual = new Set(usualSuites().map((path) => relative(__dirname, path)));
  expect(sourcesWith(/from '[./]*kit\/browser'/).filter((file) => usual.has(file))).toEqual([]);
});
