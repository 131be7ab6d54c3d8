/** `npm run test:programs`: the suites that start programs beside them or drive a browser. */

const { availableParallelism } = require('node:os');
const { jest } = require('./jest');
const { programSuites } = require('./test-groups');

// They wait for those programs for a third of their time.
process.env.EARSHOT_TEST_WORKERS = String(availableParallelism() + 1);
process.exit(jest([], { suites: programSuites() }));
