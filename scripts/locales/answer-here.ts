/** What a thread does for whoever checks a language beside it: dialogues and sentences, one after the other. */

import { parentPort } from 'node:worker_threads';
import { createAnswerer } from './answer';
import type { AskedBeside } from './answer-beside';
import { hearShare } from './check-heard';
import type { Place } from './source';

/** It ends with whoever started it. */
export async function answerHere(place: Place): Promise<void> {
  const answer = await createAnswerer(place);
  let last: Promise<unknown> = Promise.resolve();
  parentPort?.on('message', (asked: AskedBeside) => {
    last = last.then(async () => {
      const answered =
        'dialogue' in asked ? await answer(asked.dialogue, asked.language) : hearShare(place, asked.sentences);
      parentPort?.postMessage(answered);
    });
  });
}
