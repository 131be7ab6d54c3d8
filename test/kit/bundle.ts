/** A program of ours as one file, for tests that start it over and over: TypeScript anew each time would take most of the time. */

import type { BundleWish } from './bundle-to';
import { sharedByRun } from './run/shared';

/** Its path; made once a run, whoever asks. */
export async function bundled(wish: BundleWish): Promise<string> {
  const path = await sharedByRun('bundle', wish);
  if (path === null) throw new Error('programs are bundled only for tests');
  return path;
}
