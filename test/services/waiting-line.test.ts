/** Who waits for dear work, and in which order. */

import { createWaitingLine } from '../../lambda/vocabulary/waiting-line';

test('who came last is next, and who cannot wait is told so: the oldest, of one source and in all', async () => {
  const line = createWaitingLine({ atOnce: 1, perSource: 2, inAll: 3 });
  const done: string[] = [];
  const work = (name: string) => line.take(name.charAt(0), async () => void done.push(name));
  const taken = await Promise.all(['a1', 'a2', 'a3', 'a4', 'b1', 'c1'].map(work));
  expect(done).toEqual(['a1', 'c1', 'b1', 'a4']);
  expect(taken.map((one) => one === null)).toEqual([false, true, true, false, false, false]);
});

test('a crowd that came before, of whatever sources, holds nobody up', async () => {
  const line = createWaitingLine({ atOnce: 1, perSource: 5, inAll: 40 });
  const done: string[] = [];
  const crowd = Array.from({ length: 60 }, (_, at) => line.take(`s${at}`, async () => void done.push(`s${at}`)));
  await line.take('marta', async () => void done.push('marta'));
  expect(done.indexOf('marta')).toBe(1);
  await Promise.all(crowd);
});

test('one source leaves a place to the others, where there are several', async () => {
  const line = createWaitingLine({ atOnce: 3, perSource: 9, inAll: 9 });
  let under = 0;
  const ends: (() => void)[] = [];
  const hang = () =>
    line.take('a', () => {
      under += 1;
      return new Promise<void>((resolve) => ends.push(resolve));
    });
  const hanging = [hang(), hang(), hang(), hang()];
  expect(under).toBe(2);
  expect(await line.take('b', async () => 'in')).toBe('in');
  while (ends.length > 0) {
    ends.shift()?.();
    await new Promise(setImmediate);
  }
  await Promise.all(hanging);
  expect(under).toBe(4);
});

test('goes on after work that failed', async () => {
  const line = createWaitingLine({ atOnce: 1, perSource: 2, inAll: 3 });
  const failed = line.take('a', () => Promise.reject(new Error('no')));
  const next = line.take('a', async () => 'done');
  await expect(failed).rejects.toThrow('no');
  expect(await next).toBe('done');
});
