/** Makes one file of a program of ours, in a process of its own: esbuild does not run inside jest's sandbox. */

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** `houseAt`: the folder its `__dirname` stands for; absent: where the bundle lies. */
export type BundleWish = { readonly entry: string; readonly houseAt?: string };

export function bundleTo(outfile: string, { entry, houseAt }: BundleWish): void {
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
  execFileSync(process.execPath, ['-e', `require('esbuild').buildSync(${JSON.stringify(options)})`], { cwd: ROOT });
}
