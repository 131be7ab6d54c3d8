/**
 * `npm run soak`: every suite that has a mass, with the full one (test/kit/masses.ts, in-turn.ts). `npm run soak -- 0.5` takes
 * half of each; further arguments are patterns of paths. `npm run soak -- --minutes N` is another thing: a day on a busy
 * street, test/street/main.ts.
 */

const { spawn } = require('node:child_process');

const { compile } = require('./compile');
const { jest, suitesOn } = require('./jest');
const { LIVE } = require('./test-groups');

/** Whoever tells this process to stop tells the day. */
async function spendDay(args) {
  const day = spawn(process.execPath, ['--enable-source-maps', await compile('test/street/main.ts'), ...args], {
    stdio: 'inherit',
  });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => day.kill(signal));
  day.once('exit', (status) => process.exit(status ?? 1));
}

function soakSuites([first, ...rest]) {
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
}

const args = process.argv.slice(2);
if (args.some((arg) => /^--(minutes|help)/.test(arg))) spendDay(args);
else soakSuites(args);
