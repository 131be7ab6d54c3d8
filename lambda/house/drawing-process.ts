/** A process that draws pictures: a program of its own, which `drawers.ts` starts. It keeps nothing, reaches nothing, and ends with whoever began it. */

import { writeFileSync } from 'node:fs';
import { HERE } from '../http/drawing';
import type { AskedWork, HelperAnswer } from './helper';

/** A picture that we take needs half of it; what takes more was made to. */
const MOST_BYTES = 1_024 * 1024 * 1024;
const LOOK_MS = 100;
/** What a process keeps of all it has drawn; another one begins without. */
const KEPT_BYTES = 256 * 1024 * 1024;

const { rss } = process.memoryUsage;

function goFirst(): void {
  try {
    // Where the machine has no memory left at all, this one is ended, and not who answers turns.
    writeFileSync('/proc/self/oom_score_adj', '1000');
  } catch {
    // Only Linux has it.
  }
}

async function drawn({ work, job }: AskedWork): Promise<object | null> {
  const { bytes } = job as { readonly bytes: Uint8Array };
  return work === 'small' ? HERE.small(bytes) : HERE.large(bytes);
}

goFirst();
process
  .on('disconnect', () => process.exit())
  .on('message', async (asked: AskedWork) => {
    const watch = setInterval(() => rss() > MOST_BYTES && process.exit(1), LOOK_MS);
    const told: HelperAnswer = await drawn(asked).then(
      (result) => ({ result }),
      (error) => ({ problem: String(error) }),
    );
    clearInterval(watch);
    process.send?.(rss() > KEPT_BYTES ? { ...told, isLast: true } : told);
  });
