/** A thread beside the one that answers turns: a program of its own, which `beside.ts` starts. It keeps nothing and reaches nothing. */

import { parentPort } from 'node:worker_threads';
import { doWork } from './beside-works';
import type { AskedWork, HelperAnswer } from './helper';

parentPort?.on('message', async ({ work, job }: AskedWork) => {
  const told: HelperAnswer = await doWork(work, job).then(
    (result) => ({ result }),
    (error) => ({ problem: String(error) }),
  );
  parentPort?.postMessage(told);
});
