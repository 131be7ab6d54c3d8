/**
 * `npm run soak`: every test that has a mass, with the full one (test/kit/masses.ts). `npm run soak -- 0.5` takes half of
 * each; further arguments go to jest.
 */

const { jest } = require('./jest');

const [first, ...rest] = process.argv.slice(2);
const isPart = first !== undefined && Number(first) > 0;
const args = isPart || first === undefined ? rest : [first, ...rest];
process.env.EARSHOT_SOAK = isPart ? first : '1';
// A live shop's masses are its own: `npm run test:vendure`.
process.exit(jest(['--findRelatedTests', 'test/kit/masses.ts', '--testPathIgnorePatterns=test/live/', ...args]));
