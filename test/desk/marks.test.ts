/** What people of the desk mark for themselves: set aside until a time, tags and a filter by them, a call that is made. */

import type { Queue, QueuePage } from '../../lambda/desk/protocol';
import { MONDAY } from '../kit/house';
import { createSpeaker } from '../kit/speaker';
import { useHouse } from '../kit/use-house';
import { askForPerson, type DeskServer, deskOf, type Sitting } from './desk-server';

const WHILE_MS = 10 * 60_000;
const at = useHouse({ at: MONDAY });
let server: DeskServer;
let marta: Sitting;
let luca: Sitting;

beforeEach(async () => {
  ({ server, marta, luca } = await deskOf(at.house, { marta: 'agent', luca: 'agent' }));
});
afterEach(() => server.close());

const aside = async (who = marta) => ((await (await who.ask('/queue')).json()) as Queue).aside;

test('sets aside what is one’s own or nobody’s, until the time or the shopper’s next word', async () => {
  const { id, texter } = await askForPerson(at.house);
  const until = at.house.clock.now() + WHILE_MS;
  expect((await marta.act(id, 'snooze', { until })).status).toBe(200);
  expect(await aside()).toMatchObject([{ id, marks: { snoozedUntil: until } }]);
  expect((await marta.detail(id)).marks.snoozedUntil).toBe(until);
  await texter.says('Hello?');
  expect(await aside()).toEqual([]);
  await marta.takes(id);
  expect((await luca.act(id, 'snooze', { until })).status).toBe(409);
  await marta.act(id, 'snooze', { until });
  // Her own answer leaves it where she put it.
  await marta.says(id, 'We ask the courier.');
  expect((await marta.detail(id)).marks.snoozedUntil).toBe(until);
  at.house.clock.advance(WHILE_MS);
  expect(await aside()).toEqual([]);
  // What comes back calls for attention.
  expect((await marta.queue())[0]).toMatchObject({ id, heardAt: until, marks: { snoozedUntil: null } });
  await marta.act(id, 'close', { done: 'answered' });
  expect((await marta.act(id, 'snooze', { until: until + WHILE_MS })).status).toBe(409);
});

test('a time that is over, or too far ahead, is refused with its reason', async () => {
  const { id } = await askForPerson(at.house);
  const now = at.house.clock.now();
  const refusal = async (until: number) => {
    const refused = await marta.act(id, 'snooze', { until });
    return [refused.status, ((await refused.json()) as { error: string }).error];
  };
  expect(await refusal(now)).toEqual([422, 'past']);
  expect(await refusal(Date.parse('9999-12-31'))).toEqual([422, 'too-far']);
  expect(await aside()).toEqual([]);
});

test('a tag is one whatever its capitals; too long, or one too many, is said so', async () => {
  const { id } = await askForPerson(at.house);
  const tag = async (text: string) => {
    const told = await marta.act(id, 'tag', { tag: text, isOn: true });
    return told.status === 200 ? null : ((await told.json()) as { error: string }).error;
  };
  expect([await tag('Courier'), await tag('courier'), await tag('x'.repeat(31))]).toEqual([null, null, 'tag-long']);
  expect((await marta.detail(id)).marks.tags).toEqual(['Courier']);
  for (let n = 1; n < 20; n += 1) expect(await tag(`tag ${n}`)).toBeNull();
  expect(await tag('one more')).toBe('tag-full');
  expect(await tag('COURIER')).toBeNull();
});

test('tags are the team’s, once each, without what is personal, and filter what is kept', async () => {
  const { id } = await askForPerson(at.house);
  await askForPerson(at.house, 'bruno');
  for (const tag of ['courier', 'courier', 'call +39 06 5551 2345']) await marta.act(id, 'tag', { tag, isOn: true });
  expect((await luca.detail(id)).marks.tags).toEqual(['call [phone]', 'courier']);
  expect(await (await luca.ask('/tags')).json()).toEqual({ tags: ['call [phone]', 'courier'] });
  const found = async (tag: string) =>
    ((await (await luca.ask(`/queue/search?words=&state=all&tag=${tag}`)).json()) as QueuePage).entries;
  expect((await found('courier')).map((entry) => entry.id)).toEqual([id]);
  await luca.act(id, 'tag', { tag: 'courier', isOn: false });
  expect(await found('courier')).toEqual([]);
  expect((await marta.act(id, 'tag', { tag: ' ', isOn: true })).status).toBe(400);
});

test('a call that was wished for stays on top until whoever has it says that it is made', async () => {
  for (const { me } of [marta, luca]) await at.house.store.agents.change(me.id, { isAvailable: false });
  const speaker = createSpeaker(at.house);
  await speaker.hears('TalkToHuman');
  await speaker.yes();
  const [call] = await aside();
  const id = call?.id ?? '';
  expect(call).toMatchObject({ wish: 'call-back', marks: { calledAt: null } });
  expect((await luca.act(id, 'called')).status).toBe(409);
  await marta.takes(id);
  expect((await marta.act(id, 'called')).status).toBe(200);
  expect(await aside()).toEqual([]);
  expect((await marta.detail(id)).marks.calledAt).toBe(at.house.clock.now());
});

test('a call that is taken back leaves the top, and one set right stands there at its new time', async () => {
  const texter = at.texter();
  await texter.says('call me back after five');
  const [first] = await aside();
  await texter.says('no, tomorrow morning');
  const [moved] = await aside();
  expect(moved?.id).toBe(first?.id);
  expect(moved?.call?.from).toBeGreaterThan(first?.call?.until ?? 0);
  const id = moved?.id ?? '';
  await marta.takes(id);
  await texter.says('never mind the call');
  expect(await aside()).toEqual([]);
  const kept = await marta.detail(id);
  expect(kept.handOff).toMatchObject({ wish: 'answer', call: null });
  expect(JSON.stringify(kept.lines)).toContain('never mind the call');
});
