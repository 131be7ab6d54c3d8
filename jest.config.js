const swc = (parser) => [
  '@swc/jest',
  { jsc: { parser, target: 'es2022' }, module: { type: 'commonjs' }, sourceMaps: 'inline' },
];
/** Packages that are ES modules only; jest runs none. */
const MODULES = 'oidc-provider|openid-client|oauth4webapi|jose|nanoid|eta|quick-lru|oidc-token-hash|koa|@koa';

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
  // By `npm run locales places` alone: nothing else is slowed by it.
  setupFilesAfterEnv: process.env.EARSHOT_PLACES ? ['<rootDir>/test/kit/run/places.ts'] : [],
  testSequencer: '<rootDir>/scripts/test-order.js',
  transform: {
    '^.+\\.ts$': swc({ syntax: 'typescript' }),
    [`/node_modules/(${MODULES})/.+\\.js$`]: swc({ syntax: 'ecmascript' }),
  },
  transformIgnorePatterns: [`/node_modules/(?!(${MODULES})/)`],
};
