/** `npm run test:programs`: the suites that start programs beside them or drive a browser. */

const { jest } = require('./jest');
const { programSuites } = require('./test-groups');

process.exit(jest([], { suites: programSuites() }));
