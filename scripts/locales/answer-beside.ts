/** Dialogues held in a thread of their own, and sentences heard there: on two cores the rest of a language is checked meanwhile. */

import { Worker } from 'node:worker_threads';
import type { AnswerRunner } from './check';
import type { HeardRunner, HeardTask } from './check-heard';
import type { Dialogue } from './examples';

export type AskedBeside =
  | { readonly dialogue: Dialogue; readonly language: string }
  | { readonly sentences: HeardTask };
type Waiting = { readonly done: (answer: unknown) => void; readonly failed: (error: Error) => void };
/** Megabytes for what is soon gone, of which a thread has a third at a time: a house for each dialogue is. */
const ROOM_MB = 192;

type Beside = { readonly answer: AnswerRunner; readonly hear: HeardRunner; close(): void };

/** `program`: a file that calls `answerHere` in its threads. What is wrong with `shop.json` is thrown by the first answer. */
export function answererBeside(program: string): Beside {
  const worker = new Worker(program, { resourceLimits: { maxYoungGenerationSizeMb: ROOM_MB } });
  // It answers in the order it is asked.
  const waiting: Waiting[] = [];
  let broken: Error | undefined;
  const fail = (error: Error) => {
    broken ??= error;
    for (const { failed } of waiting.splice(0)) failed(broken);
  };
  worker
    .on('message', (answer: unknown) => waiting.shift()?.done(answer))
    .on('error', fail)
    .on('exit', () => fail(new Error('the thread that holds the dialogues ended')));
  const ask = (asked: AskedBeside) =>
    new Promise<unknown>((done, failed) => {
      if (broken) return failed(broken);
      waiting.push({ done, failed });
      worker.postMessage(asked);
    });
  return {
    answer: (dialogue, language) => ask({ dialogue, language }) as ReturnType<AnswerRunner>,
    hear: (sentences) => ask({ sentences }) as ReturnType<HeardRunner>,
    close: () => void worker.terminate(),
  };
}
