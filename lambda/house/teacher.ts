/** Who learns a language beside the loop that answers turns: half a minute of work on a slow machine. */

import type { Teach } from '../language/hearing/classifier/classifiers';
import { builtBeside, openBeside, THREAD } from './beside';

export type Teacher = { readonly teach: Teach; close(): void };

/** Many times what a language takes on a busy machine; then it is learned in the loop after all. */
const LEARNED_WITHIN_MS = 600_000;
const LEARNS_IN_MB = 1_024;

/** null: this program has no thread, and learns in small steps between its answers. */
export function openTeacher(file = builtBeside(THREAD)): Teacher | null {
  if (file === null) return null;
  const { beside, close } = openBeside({ file, most: 1, patience: LEARNED_WITHIN_MS, memory: LEARNS_IN_MB });
  return {
    async teach(lesson) {
      const taught = await beside('lesson', lesson);
      return taught.kind === 'done' ? (taught.result as Uint8Array) : null;
    },
    close,
  };
}
