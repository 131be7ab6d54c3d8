/**
 * `npm run soak`: every test that has a mass, with the full one (test/kit/masses.ts, in-turn.ts). `npm run soak -- 0.5` takes half of
 * each; further arguments go to jest.
 */

const { jest } = require('./jest');

const [first, ...rest] = process.argv.slice(2);
const isPart = first !== undefined && Number(first) > 0;
const args = isPart || first === undefined ? rest : [first, ...rest];
process.env.EARSHOT_SOAK = isPart ? first : '1';
const files = ['test/kit/masses.ts'];
// As many as in `npm test` below half.
if (Number(process.env.EARSHOT_SOAK) >= 0.5) files.push('test/kit/in-turn.ts');
// A live shop's masses are its own: `npm run test:vendure`.
process.exit(jest(['--findRelatedTests', ...files, '--testPathIgnorePatterns=test/live/', ...args]));
