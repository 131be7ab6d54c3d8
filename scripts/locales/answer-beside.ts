/** Dialogues held in a thread of their own: on two cores the rest of a language is checked meanwhile. */

import { Worker } from 'node:worker_threads';
import type { AnswerRunner } from './check';
import type { Dialogue } from './examples';

type Problems = Awaited<ReturnType<AnswerRunner>>;
export type AskedBeside = { readonly dialogue: Dialogue; readonly language: string };
type Waiting = { readonly done: (problems: Problems) => void; readonly failed: (error: Error) => void };

/** `program`: a file that calls `answerHere` in its threads. What is wrong with `shop.json` is thrown by the first answer. */
export function answererBeside(program: string): { readonly answer: AnswerRunner; close(): void } {
  const worker = new Worker(program);
  // It answers in the order it is asked.
  const waiting: Waiting[] = [];
  let broken: Error | undefined;
  const fail = (error: Error) => {
    broken ??= error;
    for (const { failed } of waiting.splice(0)) failed(broken);
  };
  worker
    .on('message', (problems: Problems) => waiting.shift()?.done(problems))
    .on('error', fail)
    .on('exit', () => fail(new Error('the thread that holds the dialogues ended')));
  return {
    answer: (dialogue, language) =>
      new Promise((done, failed) => {
        if (broken) return failed(broken);
        waiting.push({ done, failed });
        worker.postMessage({ dialogue, language } satisfies AskedBeside);
      }),
    close: () => void worker.terminate(),
  };
}
