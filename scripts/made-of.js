/** What a program was made of, written down beside it: while nothing of that has changed, it is made already. */

const { readFileSync, statSync, writeFileSync } = require('node:fs');
const { join, relative } = require('node:path');

const ROOT = join(__dirname, '..');
/** What else decides what is made. */
const BESIDES = ['tsconfig.json', 'scripts/compile.js', 'scripts/made-of.js', 'node_modules/esbuild/package.json'];
/** The clock of files may be so much behind ours. Milliseconds. */
const BEHIND = 100;

/** This Node, this folder: both are in what is made. */
const MADE_FOR = `${process.versions.node} ${ROOT}`;

function listOf(made) {
  return `${made}.json`;
}

function stateOf(path) {
  const { size, mtimeMs, ctimeMs } = statSync(join(ROOT, path));
  return { path, size, changedAt: Math.max(mtimeMs, ctimeMs) };
}

/** False where anything of it is not as it was, or cannot be told. */
function isMadeOfThese(made) {
  try {
    const { madeFor, of } = JSON.parse(readFileSync(listOf(made), 'utf8'));
    const isAsItWas = ({ path, size, changedAt }) => {
      const now = stateOf(path);
      return now.size === size && now.changedAt === changedAt;
    };
    return madeFor === MADE_FOR && of.every(isAsItWas);
  } catch {
    return false;
  }
}

/** `paths`: seen from the project's folder; `began`: when the first of them may have been read, milliseconds. */
function noteMadeOf(made, paths, began) {
  try {
    const sources = [...paths, ...BESIDES].map(stateOf);
    // What was written while it was read may have been read half.
    if (sources.some(({ changedAt }) => changedAt > began - BEHIND)) return;
    // With what was made itself: somebody else may make it of other sources at the same time.
    const of = [...sources, stateOf(relative(ROOT, made))];
    writeFileSync(listOf(made), JSON.stringify({ madeFor: MADE_FOR, of }));
  } catch {
    // Where it cannot be told what it was made of, it is made anew each time.
  }
}

module.exports = { isMadeOfThese, noteMadeOf };
