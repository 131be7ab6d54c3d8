/** What is computed in threads beside the loop: a crash or a job without an end is nobody else's business. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BesideOptions, type Helpers, openBeside } from '../../lambda/house/beside';
import { AS_LONG_AS_IT_TAKES } from '../kit/patience';

const folder = mkdtempSync(join(tmpdir(), 'earshot-beside-'));
const file = join(folder, 'thread.js');
/** Does as it is asked. */
const THREAD = `
const { parentPort, threadId } = require('node:worker_threads');
parentPort.on('message', ({ job }) => {
  if (job.act === 'crash') process.exit(1);
  if (job.act === 'throw') throw Object.assign(new Error('words of somebody'), { code: 'BROKE' });
  if (job.act === 'hang') for (;;);
  if (job.act !== 'wait') parentPort.postMessage(job.act === 'refuse' ? { problem: 'no' } : { result: threadId });
});`;
writeFileSync(file, THREAD);

let threads: Helpers | null = null;
function opened(options: Partial<BesideOptions> = {}) {
  threads = openBeside({ file, patience: AS_LONG_AS_IT_TAKES, ...options });
  const { beside } = threads;
  return (act: string) => beside('any', { act });
}
afterEach(() => threads?.close());
afterAll(() => rmSync(folder, { recursive: true }));

const done = { kind: 'done', result: expect.any(Number) };

test('one thread does what comes, one after the other', async () => {
  const ask = opened({ most: 1 });
  const all = await Promise.all(['a', 'b', 'c'].map((act) => ask(act)));
  expect(all).toEqual([done, done, done]);
  expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1);
});

test.each([
  ['crash', 'its thread ended'],
  ['throw', 'BROKE'],
])('a job that makes threads %s is given up at the second, and what waits behind it is done', async (act, why) => {
  const ask = opened({ most: 1 });
  const [broken, next] = await Promise.all([ask(act), ask('a')]);
  expect([broken, next]).toEqual([{ kind: 'broke', why }, done]);
});

test('a job without an end is ended', async () => {
  const ask = opened({ most: 1, patience: 500 });
  expect(await ask('hang')).toEqual({ kind: 'broke', why: 'it took too long' });
});

test('while one hangs, others are done beside it', async () => {
  const ask = opened({ most: 2 });
  const hangs = ask('hang');
  expect(await ask('a')).toEqual(done);
  threads?.close();
  // Nobody is to blame: it may come again.
  expect(await hangs).toEqual({ kind: 'full' });
  expect(await ask('a')).toEqual({ kind: 'full' });
});

test('says when so much waits that nothing more is begun', async () => {
  const ask = opened({ most: 1, waiting: 1 });
  const [first, second, third] = [ask('wait'), ask('wait'), ask('wait')];
  expect(await third).toEqual({ kind: 'full' });
  threads?.close();
  expect([await first, await second]).toEqual([{ kind: 'full' }, { kind: 'full' }]);
});

test('what the work itself refuses is thrown, and the thread goes on', async () => {
  const ask = opened({ most: 1 });
  await expect(ask('refuse')).rejects.toThrow('no');
  expect(await ask('a')).toEqual(done);
});
