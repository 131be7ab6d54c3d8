/** `npm run test:programs`: the suites that start programs beside them or drive a browser. */

const { availableParallelism } = require('node:os');
const { jest } = require('./jest');
const { programSuites } = require('./test-groups');

// They wait for those programs for a third of their time.
process.exit(jest([], { suites: programSuites(), workers: availableParallelism() + 1 }));
