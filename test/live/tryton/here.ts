/** Whether this computer has a Tryton to be tested against. */

import { trytonLacks } from './open';

/** `describe` where it is; elsewhere the tests are skipped with a word, but never in CI: there they fail. */
export function describeWithTryton(name: string, tests: () => void): void {
  const why = trytonLacks();
  if (why === null || process.env.CI) describe(name, tests);
  else describe.skip(`${name} (skipped: ${why})`, tests);
}
