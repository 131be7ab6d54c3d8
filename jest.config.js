/** Tests mirror lambda/; swc only strips the types, `npm run types` checks them. */
module.exports = {
  testEnvironment: '<rootDir>/test/kit/run/environment.js',
  // By default jest leaves a core idle; on two cores that is half of the machine.
  maxWorkers: '100%',
  // No test judges time, and none has a patience of its own: this only ends one that hangs, on the slowest and busiest machine.
  testTimeout: 600_000,
  // Browser, database and bundled programs are made once for all files, by jest's own process.
  globalSetup: '<rootDir>/test/kit/run/begins.ts',
  globalTeardown: '<rootDir>/test/kit/run/ends.ts',
  // By scripts/jest.js: suites in groups.
  testMatch: [process.env.EARSHOT_TEST_GROUPS || '<rootDir>/test/**/*.test.ts'],
  testSequencer: '<rootDir>/scripts/test-order.js',
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
};
