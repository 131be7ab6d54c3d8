/** What a thread does for whoever holds dialogues beside the rest: it answers them one after the other. */

import { parentPort } from 'node:worker_threads';
import { createAnswerer } from './answer';
import type { AskedBeside } from './answer-beside';
import type { Place } from './source';

/** It ends with whoever started it. */
export async function answerHere(place: Place): Promise<void> {
  const answer = await createAnswerer(place);
  parentPort?.on('message', async ({ dialogue, language }: AskedBeside) => {
    parentPort?.postMessage(await answer(dialogue, language));
  });
}
