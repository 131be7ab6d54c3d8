/** A thread beside the one that answers turns: a program of its own, which `beside.ts` starts. It keeps nothing and reaches nothing. */

import { parentPort } from 'node:worker_threads';
import { doWork } from './beside-works';

type Asked = { readonly work: string; readonly job: object };
export type ThreadAnswer = { readonly result: unknown } | { readonly problem: string };

parentPort?.on('message', async ({ work, job }: Asked) => {
  const told: ThreadAnswer = await doWork(work, job).then(
    (result) => ({ result }),
    (error) => ({ problem: String(error) }),
  );
  parentPort?.postMessage(told);
});
