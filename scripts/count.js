/** Prints jest's own counts as one line for continuous integration; fails when a test failed, was skipped, or none ran. */

const { readFileSync } = require('node:fs');

let report = { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0, numFailedTestSuites: 0 };
try {
  report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
} catch {
  console.error('jest wrote no report');
}
const skipped = report.numPendingTests + report.numTodoTests;
// A suite that cannot even be read has no test to count, but it failed.
const failed = Math.max(report.numFailedTests, report.numFailedTestSuites > 0 ? 1 : 0);
console.log(`${report.numPassedTests} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed > 0 || skipped > 0 || report.numPassedTests === 0 ? 1 : 0);
