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
    external: ['libsql', 'pg-native', 'sharp'],
    ...(houseAt === undefined
      ? {}
      : { define: { __dirname: 'HOUSE' }, banner: { js: `const HOUSE = ${JSON.stringify(houseAt)};` } }),
    logLevel: 'error',
  };
  execFileSync(process.execPath, ['-e', `require('esbuild').buildSync(${JSON.stringify(options)})`], { cwd: ROOT });
}

/** `entry`: seen from the project's folder, like `scripts/start.ts`; made by what `npm start` makes it with. */
export function compiledPath(entry: string): string {
  const code = `require('./scripts/compile').compile(${JSON.stringify(entry)}).then((made) => process.stdout.write(made))`;
  return execFileSync(process.execPath, ['-e', code], { cwd: ROOT, encoding: 'utf8' });
}
