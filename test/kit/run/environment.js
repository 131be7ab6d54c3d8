/** Node's environment of jest, in a worker that ends as soon as nothing is left to do. */

const { TestEnvironment } = require('jest-environment-node');

// Taking apart some hundred megabytes that nobody needs any more outlasts the half second jest grants on a busy machine;
// it then says that tests leak. One that has something open never comes here, and is told as before.
if (process.send) process.once('beforeExit', () => process.exit());

module.exports = TestEnvironment;
