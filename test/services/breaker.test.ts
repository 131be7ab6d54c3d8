/** What keeps failing is left alone for its while, and one call tries: whatever the machine's clock says. */

import { createBreaker } from '../../lambda/services/breaker';

function broken() {
  let at = 0;
  let asked = 0;
  const breaker = createBreaker({ now: () => at, breakAfter: 3, probeAfter: 10_000 });
  const ask = (answer: 'good' | 'bad' | Promise<'good' | 'bad'>) =>
    breaker.run(
      async () => {
        asked += 1;
        return await answer;
      },
      (result) => result === 'bad',
    );
  const pass = (ms: number) => {
    at += ms;
  };
  return { breaker, ask, asked: () => asked, pass };
}

test('opens after so many failures in a row, and not for fewer', async () => {
  const { ask, asked } = broken();
  for (const answer of ['bad', 'bad', 'good', 'bad', 'bad'] as const) await ask(answer);
  expect(await ask('good')).toBe('good');
  for (const answer of ['bad', 'bad', 'bad'] as const) expect(await ask(answer)).toBe('bad');
  expect(await ask('good')).toBeNull();
  expect(asked()).toBe(9);
});

test('lets one call try after its while; whoever comes meanwhile waits for what that one finds', async () => {
  const { ask, asked, pass } = broken();
  for (let times = 0; times < 3; times += 1) await ask('bad');
  pass(9_999);
  expect(await ask('good')).toBeNull();
  pass(1);
  let found: (answer: 'good' | 'bad') => void = () => undefined;
  const probe = ask(new Promise((resolve) => (found = resolve)));
  const others = [ask('good'), ask('good')];
  found('bad');
  expect([await probe, ...(await Promise.all(others))]).toEqual(['bad', null, null]);
  pass(10_000);
  expect([await ask('good'), await ask('bad'), await ask('good')]).toEqual(['good', 'bad', 'good']);
  expect(asked()).toBe(7);
});

test('what throws has failed; what was asked before it opened opens and closes nothing', async () => {
  const { breaker, ask } = broken();
  const fail = () =>
    breaker.run(
      () => Promise.reject(new Error('gone')),
      () => false,
    );
  let late: (answer: 'good' | 'bad') => void = () => undefined;
  const slow = ask(new Promise((resolve) => (late = resolve)));
  for (let times = 0; times < 3; times += 1) await expect(fail()).rejects.toThrow('gone');
  late('good');
  expect(await slow).toBe('good');
  expect(await ask('good')).toBeNull();
});
