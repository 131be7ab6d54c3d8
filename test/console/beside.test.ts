/** `npm start` while a language is tried on the localiser's page, which takes seconds: everybody else is answered meanwhile. */

import type { HeardSentence } from '../../lambda/console/localiser-protocol';
import { forget, npmStart } from '../kit/npm-start';

/** So many one after the other are never answered in a moment in which nobody yet asks for the language. */
const MANY = 50;

test('others are answered while sentences are tried, and what cannot be read is told', async () => {
  const program = await npmStart({});
  const url = `http://127.0.0.1:${program.port}`;
  const headers = {
    'x-earshot-key': new URL(program.link).searchParams.get('key') ?? '',
    'content-type': 'application/json',
  };
  const words = `${url}/console/api/words`;
  const lists = (await (await fetch(`${words}/sentences?language=de`, { headers })).json()) as Record<string, string[]>;
  let isTrying = true;
  const body = JSON.stringify({ language: 'de', intent: 'Reorder', sentences: lists.Reorder });
  const tried = fetch(`${words}/sentences/try`, { method: 'POST', headers, body }).finally(() => {
    isTrying = false;
  });
  let others = 0;
  for (; isTrying; others += 1) await (await fetch(`${url}/healthz`)).text();
  expect(others).toBeGreaterThan(MANY);
  const heard = (await (await tried).json()) as readonly HeardSentence[];
  expect(heard.length).toBe(lists.Reorder?.length);
  const nobody = await fetch(`${words}/texts?language=zz`, { headers });
  expect([nobody.status, await nobody.text()]).toEqual([422, expect.stringContaining('there is no folder locales/zz')]);
  await program.stop();
  forget(program);
});
