/** Prints jest's own counts of all its runs as one line; fails when a test failed, was skipped, or a run counted none. */

const { readFileSync } = require('node:fs');

/** `numTotalTests` of 0 is a run that never came to its tests. */
const NONE = { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0, numFailedTestSuites: 0 };

function countsIn(file) {
  let report = NONE;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    console.error(`jest wrote no report in ${file}`);
  }
  // A suite that cannot even be read has no test to count, but it failed.
  const failed = Math.max(report.numFailedTests, report.numFailedTestSuites > 0 ? 1 : 0);
  const skipped = report.numPendingTests + report.numTodoTests;
  return { passed: report.numPassedTests, failed, skipped };
}

const runs = process.argv.slice(2).map(countsIn);
const sum = (key) => runs.reduce((all, run) => all + run[key], 0);
const isEmpty = runs.length === 0 || runs.some(({ passed }) => passed === 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exit(sum('failed') > 0 || sum('skipped') > 0 || isEmpty ? 1 : 0);
