/** Works a leased queue off: in order, each try marked, with growing pauses, until it is told to stop. */

import { RHYTHM, rounds, type WorkerNeeds } from './rounds';

export type Worker = {
  /** One look at the queue; how many items were tried. */
  round(): Promise<number>;
  /** Goes on until it is stopped. */
  start(): void;
  /** There is something new: look at once. */
  wake(): void;
  /** Resolves when what was begun is marked and what was not is handed back. */
  stop(): Promise<void>;
};

export function createWorker<T extends { readonly id: string; readonly tries: number }>(needs: WorkerNeeds<T>): Worker {
  const { queue, owner, log, rhythm = RHYTHM } = needs;
  let running: Promise<void> | null = null;
  let stopped = false;
  let wake = () => {};
  const { round, look, settle, unmarked } = rounds(needs);

  async function run(): Promise<void> {
    while (!stopped) {
      let did = 0;
      try {
        did = await look();
      } catch (error) {
        log.error({ err: error }, 'a queue could not be worked');
      }
      if (did === 0 && !stopped) await pause();
    }
  }

  function pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, rhythm.look);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  return {
    round,
    start() {
      running ??= run();
    },
    wake: () => wake(),
    async stop() {
      stopped = true;
      wake();
      await running;
      await settle();
      await unmarked.settle();
      // What was tried and cannot be marked keeps its lease: whoever finds that run out knows that it may be done.
      if (unmarked.count() === 0) await queue.handBack(owner);
    },
  };
}
