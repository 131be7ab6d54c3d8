/** How long what is going on may still take, known to whatever it asks on its way without being handed on: the store above all. */

import { AsyncLocalStorage } from 'node:async_hooks';

/** By the clock that is never set. */
const deadline = new AsyncLocalStorage<number>();

/** Runs this and all that it begins within so many milliseconds, or within what is left of a longer time around it. */
export function runWithin<T>(milliseconds: number, work: () => T): T {
  const around = deadline.getStore() ?? Number.POSITIVE_INFINITY;
  return deadline.run(Math.min(around, performance.now() + milliseconds), work);
}

/** Answers as the work does, or throws when nobody waits any more: what it began may still come to an end. */
export async function asLongAsAsked<T>(work: Promise<T>): Promise<T> {
  const until = deadline.getStore();
  if (until === undefined) return work;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error('the store did not answer in time')),
      Math.max(0, until - performance.now()),
    );
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
