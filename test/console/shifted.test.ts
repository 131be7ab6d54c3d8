/** `npm start` with the shop's clock elsewhere: the console shows that day, and counts on from it. */

import type { ConsoleState, Settings } from '../../lambda/console/protocol';
import { forget, npmStart } from '../kit/npm-start';

test.each([
  ['a Saturday', '2026-12-05T10:00Z', '2026-12-05T11:00', '2026-12-06T11:00'],
  ['the last hour of a year', '2026-12-31T22:10Z', '2026-12-31T23:10', '2027-01-01T23:10'],
  ['a leap day', '2028-02-29T10:00Z', '2028-02-29T11:00', '2028-03-01T11:00'],
])('on %s', async (_what, now, day, next) => {
  const program = await npmStart({ EARSHOT_NOW: now });
  const key = { 'x-earshot-key': new URL(program.link).searchParams.get('key') ?? '' };
  const api = `http://127.0.0.1:${program.port}/console/api`;
  const { settings } = (await (await fetch(`${api}/state`, { headers: key })).json()) as ConsoleState;
  const body = JSON.stringify({ days: 1 });
  const headers = { ...key, 'content-type': 'application/json' };
  const moved = (await (await fetch(`${api}/settings`, { method: 'POST', headers, body })).json()) as Settings;
  // The clock runs on while the program starts: the hour is enough, and the day is the matter.
  const hour = (local: string) => local.slice(0, 13);
  expect([hour(settings.clock.local), hour(moved.clock.local)]).toEqual([hour(day), hour(next)]);
  expect(settings.clock).toMatchObject({ zone: 'Europe/Rome', isShifted: true });
  await program.stop();
  forget(program);
});
