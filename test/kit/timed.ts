/** Time as a test lets it pass: the house's clock and every timer together, and how much of it an answer took. */

import type { Answered } from '../../lambda/vocabulary/answer';
import type { House } from './house';

/** Call in `beforeEach`; afterwards `jest.useRealTimers()`. */
export function stopTime(): void {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'hrtime', 'performance'] });
}

const STEP = 25;
const MOST_STEPS = 800;

export async function timed(house: House, answering: Promise<Answered>): Promise<Answered & { took: number }> {
  const began = house.clock.now();
  const done: Answered[] = [];
  void answering.then((answered) => done.push(answered));
  for (let step = 0; step < MOST_STEPS && done.length === 0; step += 1) {
    await jest.advanceTimersByTimeAsync(STEP);
    house.clock.advance(STEP);
  }
  const [answered] = done;
  if (!answered) throw new Error('no answer within twenty seconds');
  return { ...answered, took: house.clock.now() - began };
}
