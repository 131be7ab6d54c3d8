/** `npm run test:programs`: the suites that start programs beside them or drive a browser. */

const { availableParallelism } = require('node:os');
const { jest } = require('./jest');
const { programSuites } = require('./test-groups');

// They wait for their programs as often as they reckon: two more at once than there are cores.
process.exit(jest([], { suites: programSuites(), workers: availableParallelism() + 2 }));
