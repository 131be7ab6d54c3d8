/** The localiser's languages in a thread of their own: what is tried there takes seconds, and shoppers are answered meanwhile. */

import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import type { Localiser } from '../../lambda/console/localiser';
import { localiserOf } from './localiser';
import type { Place } from './source';

type Deed = keyof Localiser;
type Asked = { readonly deed: Deed; readonly given: unknown };
/** `told`: in a localiser's words. */
type Answered = { readonly done: unknown } | { readonly told: string };
type Waiting = { readonly done: (value: unknown) => void; readonly failed: (error: Error) => void };

const DEEDS: Readonly<Record<Deed, true>> = {
  ...{ texts: true, tryText: true, saveText: true, sentences: true },
  ...{ trySentences: true, saveSentences: true, propose: true, teach: true },
};

/** `program`: a file that calls `localiseHere` in its threads; one begins when something is asked, and after one that broke another. */
export function localiserBeside(program: string): Localiser {
  let ask: ((asked: Asked) => Promise<unknown>) | null = null;
  const deeds = (Object.keys(DEEDS) as readonly Deed[]).map((deed) => [
    deed,
    (given: unknown) => {
      ask ??= thread(program, () => {
        ask = null;
      });
      return ask({ deed, given });
    },
  ]);
  return Object.fromEntries(deeds) as Localiser;
}

/** It answers in the order it is asked. */
function thread(program: string, onGone: () => void): (asked: Asked) => Promise<unknown> {
  const worker = new Worker(program);
  const waiting: Waiting[] = [];
  const fail = (error: Error) => {
    onGone();
    for (const { failed } of waiting.splice(0)) failed(error);
  };
  worker
    .on('message', (answered: Answered) => {
      const first = waiting.shift();
      // Whoever stops the server does not wait for it, but for what it is asked.
      if (waiting.length === 0) worker.unref();
      if ('told' in answered) first?.failed(new Error(answered.told));
      else first?.done(answered.done);
    })
    .on('error', fail)
    .on('exit', () => fail(new Error('the thread that tries languages ended; ask again')));
  return (asked) =>
    new Promise((done, failed) => {
      waiting.push({ done, failed });
      worker.ref();
      worker.postMessage(asked);
    });
}

/** Whether this is such a thread, which then answers one after the other. */
export function localiseHere(place: Place): boolean {
  if (isMainThread) return false;
  const localiser = localiserOf(place) as Readonly<Record<Deed, (given: unknown) => unknown>>;
  parentPort?.on('message', async ({ deed, given }: Asked) => {
    parentPort?.postMessage(await answered(() => localiser[deed](given)));
  });
  return true;
}

async function answered(work: () => unknown): Promise<Answered> {
  try {
    return { done: await work() };
  } catch (error) {
    return { told: error instanceof Error ? error.message : String(error) };
  }
}
