/** A program of ours as one file, for tests that start it over and over: TypeScript anew each time would take most of the time. */

import type { BundleWish } from './bundle-to';
import { type SharedThing, sharedByRun } from './run/shared';

/** Its path; made once a run, whoever asks. */
export function bundled(wish: BundleWish): Promise<string> {
  return madeByRun('bundle', wish);
}

/** The path of a program as `npm start` and its like run it. `entry`: seen from the project's folder. */
export function compiled(entry: string): Promise<string> {
  return madeByRun('program', { entry });
}

async function madeByRun(thing: SharedThing, wish: BundleWish): Promise<string> {
  const path = await sharedByRun(thing, wish);
  if (path === null) throw new Error('programs are bundled only for tests');
  return path;
}
