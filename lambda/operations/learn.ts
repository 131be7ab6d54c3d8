/** A server that is open learns its languages, one after the other; then it is ready. */

import type { Logger } from 'pino';
import type { Earshot } from '../house/earshot';
import type { Readiness } from './readiness';

type Learner = { readonly earshot: Pick<Earshot, 'voice' | 'ready'>; readonly readiness: Pick<Readiness, 'learned'> };

/** Milliseconds after which the loop's lateness is no longer that of the learning: nobody is turned away for it. */
const SETTLES_MS = 200;

/** What cannot be read is reported, and is met as "not understood" by whoever speaks it. */
export async function learnAll({ earshot, readiness }: Learner, log: Pick<Logger, 'error'>): Promise<void> {
  for (const language of earshot.voice.languages) {
    await earshot.ready(language).catch((error: unknown) => log.error({ err: error }, 'a language could not be read'));
  }
  await new Promise((resolve) => setTimeout(resolve, SETTLES_MS).unref());
  readiness.learned();
}
