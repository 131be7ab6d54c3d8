/** Who waits for dear work, and in which order. */

import { createTurns } from '../../lambda/services/sign-in/turns';

test('sources take turns, however many of one wait', async () => {
  const turns = createTurns({ perSource: 3, inAll: 9 });
  const done: string[] = [];
  const work = (name: string) => turns.take(name.charAt(0), async () => void done.push(name));
  await Promise.all(['a1', 'a2', 'a3', 'a4', 'b1', 'c1'].map(work));
  expect(done).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'a4']);
});

test('turns away who would wait too long, of one source and in all', async () => {
  const turns = createTurns({ perSource: 2, inAll: 3 });
  const work = (source: string) => turns.take(source, async () => source);
  const taken = await Promise.all(['a', 'a', 'a', 'a', 'b', 'c'].map(work));
  // The first is under way and waits no more.
  expect(taken).toEqual(['a', 'a', 'a', null, 'b', null]);
  expect(await work('c')).toBe('c');
});

test('goes on after work that failed', async () => {
  const turns = createTurns({ perSource: 2, inAll: 3 });
  const failed = turns.take('a', () => Promise.reject(new Error('no')));
  const next = turns.take('a', async () => 'done');
  await expect(failed).rejects.toThrow('no');
  expect(await next).toBe('done');
});
