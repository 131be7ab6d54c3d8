/** Whatever asks the store on somebody's behalf ends in time; what listens, or reads a whole record, does not end. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerInTime } from '../../lambda/operations/answer-in-time';
import { asLongAsAsked } from '../../lambda/services/deadline';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** What becomes of a store that never answers, asked on the way of this request: how it ended, and whether it did in six seconds. */
async function asked(method: string, url: string): Promise<string> {
  let fate = 'still waits';
  const next = () => {
    const hangs = new Promise(() => undefined);
    asLongAsAsked(hangs).catch((error: Error) => {
      fate = error.message;
    });
  };
  answerInTime({ method, url } as IncomingMessage, {} as ServerResponse, next);
  await jest.advanceTimersByTimeAsync(6_000);
  return fate;
}

test.each([
  ['POST', '/chat/messages'],
  ['POST', '/desk/hand-offs/1/say'],
  ['POST', '/desk/record'],
  ['GET', '/desk/queue'],
  ['GET', '/desk/hand-offs/1?from=stream'],
  ['GET', '/link/mine'],
])('%s %s', async (method, url) => {
  expect(await asked(method, url)).toBe('the store did not answer in time');
});

test.each([
  ['GET', '/chat/stream?after=3'],
  ['GET', '/desk/stream'],
  ['GET', '/console/api/events'],
  ['GET', '/desk/record.csv?days=90'],
])('%s %s goes on', async (method, url) => {
  expect(await asked(method, url)).toBe('still waits');
});
