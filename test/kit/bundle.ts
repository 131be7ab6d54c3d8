/** A program of ours as one file, for tests that start it over and over: TypeScript anew each time would take most of the time. */

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** `houseAt`: the folder its `__dirname` stands for; absent: where the bundle lies. */
export function bundle(entry: string, outfile: string, houseAt?: string): void {
  const options = {
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    external: ['libsql', 'pg-native'],
    ...(houseAt === undefined
      ? {}
      : { define: { __dirname: 'HOUSE' }, banner: { js: `const HOUSE = ${JSON.stringify(houseAt)};` } }),
    logLevel: 'error',
  };
  // In a process of its own: esbuild does not run inside jest's sandbox.
  execFileSync(process.execPath, ['-e', `require('esbuild').buildSync(${JSON.stringify(options)})`], { cwd: ROOT });
}
