/** Tests on disks of their own. */

import { mayMount } from './disk';

/** `test` where disks may be mounted; elsewhere it is skipped with a word. */
export const testOnDisk: jest.It = mayMount() ? test : skipped();

function skipped(): jest.It {
  return Object.assign((name: string) => test.skip(`${name} (skipped: no disk can be mounted here)`, () => {}), test);
}
