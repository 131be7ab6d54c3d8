/** What is computed beside the loop that answers turns; each is loaded when it is first needed. */

import { sharedBytes } from '../vocabulary/shared-bytes';

type Work = (job: never) => Promise<unknown>;

const WORKS: Readonly<Record<string, () => Promise<Work>>> = {
  /** To the packed model. */
  lesson: async () => {
    const { taught } = await import('../language/hearing/classifier/classifiers');
    return async (lesson) => taught(lesson);
  },
  'own-file': async () => {
    const { ownFileOf } = await import('../services/privacy/own-page');
    return async (job) => sharedBytes(ownFileOf(job));
  },
  mail: async () => (await import('../channels/email/parse')).parseJob,
};

export async function doWork(work: string, job: object): Promise<unknown> {
  const known = await WORKS[work]?.();
  if (!known) throw new Error(`nobody knows the work ${work}`);
  return known(job as never);
}
