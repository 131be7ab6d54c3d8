/** A machine whose clock is set while a program runs on it: libfaketime, where it is installed. Its even clock goes on. */

import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const SET_CLOCK = ['x86_64', 'aarch64']
  .map((machine) => `/usr/lib/${machine}-linux-gnu/faketime/libfaketimeMT.so.1`)
  .find((path) => existsSync(path));

/** `env`: of the program; `set`: to `+2h` and the like. */
export function settableClock(home: string): {
  readonly env: Readonly<Record<string, string>>;
  set(by: string): void;
} {
  const file = join(mkdtempSync(join(home, 'clock-')), 'clock');
  const set = (by: string) => writeFileSync(file, by);
  set('+0');
  const env = {
    LD_PRELOAD: SET_CLOCK ?? '',
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_NO_CACHE: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  };
  return { env, set };
}
