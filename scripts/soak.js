/**
 * `npm run soak`: every suite that has a mass, with the full one (test/kit/masses.ts, in-turn.ts). `npm run soak -- 0.5` takes
 * half of each; further arguments are patterns of paths.
 */

const { jest, suitesOn } = require('./jest');
const { LIVE } = require('./test-groups');

const [first, ...rest] = process.argv.slice(2);
const isPart = first !== undefined && Number(first) > 0;
const patterns = isPart || first === undefined ? rest : [first, ...rest];
process.env.EARSHOT_SOAK = isPart ? first : '1';
const files = ['test/kit/masses.ts'];
// As many as in `npm test` below half.
if (Number(process.env.EARSHOT_SOAK) >= 0.5) files.push('test/kit/in-turn.ts');
const isWanted = new RegExp(patterns.join('|'), 'i');
// A live shop's masses are its own: `npm run test:vendure`.
const suites = suitesOn(files).filter((path) => isWanted.test(path) && !path.includes(`/${LIVE}`));
process.exit(jest([], { suites }));
