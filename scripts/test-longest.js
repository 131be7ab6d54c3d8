/**
 * `npm run test:longest`: the suites of `npm test`, where all that a speaker is told is said again on the days, with the prices and in
 * the wordings that take longest to hear, in every language that is spoken (test/kit/longest.ts). Arguments are patterns of paths.
 */

const { jest } = require('./jest');

process.env.EARSHOT_LONGEST = '1';
process.exit(jest(process.argv.slice(2)));
