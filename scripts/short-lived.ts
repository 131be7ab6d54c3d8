/** For a program that is over in seconds. */

import { setFlagsFromString } from 'node:v8';

const NODE_22 = 22;
/** Fifteen times as much as usually. */
const OFTEN = { bytes: 1_000_000, calls: 45_000 };

/**
 * Beside a program V8 compiles anew what it does often. On two cores that is a third of all work of one that ends before it
 * has gained anything by it: only what is done very often is compiled. To be called first; it holds for threads as well.
 */
export function compileLess(): void {
  const [major = 0] = process.versions.node.split('.').map(Number);
  setFlagsFromString(
    major < NODE_22 ? `--interrupt-budget=${OFTEN.bytes}` : `--invocation-count-for-turbofan=${OFTEN.calls}`,
  );
}
