/** What was sent is changed where it was sent; what was not yet is really not sent any more, and never half of it. */

import type { Tried } from '../../lambda/services/queue/queues';
import { type DeskServer, deskOf, type Sitting } from '../desk/desk-server';
import { MONDAY } from '../kit/house';
import { createChangingBox, createPostBox, type PostBox } from '../kit/post-box';
import { queued } from '../kit/queued';
import { useHouse } from '../kit/use-house';
import { createWriter, settle } from '../kit/writer';

const telegram = createChangingBox();
const whatsapp = createPostBox('whatsapp', 'noticed');
const email = createPostBox('email');
const BOXES = [telegram, whatsapp, email];
const at = useHouse({ at: MONDAY, channels: BOXES });
let server: DeskServer;
let marta: Sitting;

beforeEach(async () => {
  for (const { sent, fates, changes } of BOXES) for (const list of [sent, fates, changes]) list.splice(0);
  ({ server, marta } = await deskOf(at.house, { marta: 'agent' }));
});
afterEach(() => server.close());

/** A shopper of that channel, whom Marta has; answers what she does. */
async function talking(box: PostBox, address = '390612345678') {
  const writer = createWriter(at.house, box, address);
  await writer.writes('I want to talk to a person');
  const [handOff] = await queued(at.house.store);
  const id = handOff?.id ?? '';
  await marta.takes(id);
  box.sent.splice(0);
  const lines = async () => (await marta.detail(id)).lines.filter(({ by }) => by === 'person');
  const act = async (what: string, more: object = {}) =>
    (await marta.act(id, what, { line: (await lines()).at(-1)?.id, ...more })).status;
  return {
    writer,
    id,
    lines,
    says: (text: string) => marta.says(id, text),
    changes: (text: string) => act('change-words', { text }),
    takesBack: () => act('take-back'),
  };
}
const LATER: Tried = { kind: 'later', why: 'busy' };
const UNKNOWN: Tried = { kind: 'unknown', why: 'it broke' };
const texts = ({ sent }: PostBox) => sent.map(({ text }) => text);
/** Somebody is told of what could not be done. */
const expectTrouble = () => expect(at.house.errors.splice(0)).not.toEqual([]);

test('what has arrived where it can be changed is changed, and taken away', async () => {
  const { says, changes, takesBack, lines } = await talking(telegram);
  await says('On Friday.');
  await settle(at.house);
  const [{ id = '' } = {}] = telegram.sent;
  await changes('On Monday.');
  await settle(at.house);
  expect(await lines()).toMatchObject([{ text: 'On Monday.', sent: { fate: 'sent', to: 'telegram' } }]);
  await takesBack();
  await settle(at.house);
  expect(telegram.changes).toEqual([
    { ref: `ref-${id}`, to: 'On Monday.' },
    { ref: `ref-${id}`, to: null },
  ]);
  expect(telegram.sent).toHaveLength(1);
  expect(await lines()).toMatchObject([{ changed: 'deleted', sent: { fate: 'sent', to: 'telegram' } }]);
});

describe.each([
  ['telegram', telegram],
  ['whatsapp', whatsapp],
  ['email', email],
] as const)('what waits to go out by %s', (_name, box) => {
  test('is not sent once it is taken back', async () => {
    const { says, takesBack, lines } = await talking(box);
    await says('On Friday.');
    expect(await takesBack()).toBe(200);
    await settle(at.house);
    expect([box.sent, box.changes]).toEqual([[], []]);
    expect(await lines()).toMatchObject([{ changed: 'deleted', own: null, sent: { fate: 'sent' } }]);
  });

  test('goes in its new words, once', async () => {
    const { says, changes } = await talking(box);
    await says('On Friday.');
    await changes('On Monday.');
    await changes('On Tuesday.');
    await says('Anything else?');
    await settle(at.house);
    expect([texts(box), box.changes]).toEqual([['On Tuesday.', 'Anything else?'], []]);
  });

  test('and is tried again is not sent as it was', async () => {
    const { says, takesBack } = await talking(box);
    box.fates.push(LATER);
    await says('On Friday.');
    await settle(at.house);
    await takesBack();
    at.house.clock.advance(60_000);
    await settle(at.house);
    expect(box.sent).toEqual([]);
  });
});

describe.each([
  ['whatsapp', whatsapp],
  ['email', email],
] as const)('what has gone by %s', (_name, box) => {
  test('cannot be taken back, which is known before; a correction follows', async () => {
    const { says, changes, takesBack, lines } = await talking(box);
    await says('On Friday.');
    expect(await lines()).toMatchObject([{ own: { stays: false } }]);
    await settle(at.house);
    expect(await lines()).toMatchObject([{ own: { stays: true } }]);
    expect(await takesBack()).toBe(409);
    expect(await lines()).toMatchObject([{ text: 'On Friday.', changed: null }]);
    expect(await changes('On Monday.')).toBe(200);
    await settle(at.house);
    expect(texts(box)).toEqual(['On Friday.', 'This message corrects an earlier one.\nOn Monday.']);
    expect(box.sent.map(({ by, name }) => [by, name])).toEqual([
      ['person', 'Marta'],
      ['person', 'Marta'],
    ]);
  });

  test('though it was taken back while it left, is told to stay there', async () => {
    const { says, takesBack, lines } = await talking(box);
    await says('On Friday.');
    const { outbox } = at.house.store;
    const leased = await outbox.lease({ owner: 'another', now: MONDAY, until: MONDAY + 1_000, limit: 5 });
    const [item] = leased.filter(({ kind }) => kind === 'message');
    expect(await takesBack()).toBe(200);
    await settle(at.house);
    expect(await lines()).toMatchObject([{ changed: 'deleted', sent: { fate: 'sending' } }]);
    await outbox.mark(item?.id ?? '', 'another', { kind: 'done', ref: 'there' }, MONDAY);
    await settle(at.house);
    expect(await lines()).toMatchObject([{ changed: 'deleted', sent: { fate: 'failed', to: box.name } }]);
    expectTrouble();
  });
});

test('what leaves at this very moment is taken away as soon as it is there', async () => {
  const { says, takesBack } = await talking(telegram);
  const gate = { open: () => {} };
  const arrived = new Promise<void>((done) => Object.assign(gate, { open: done }));
  const real = telegram.send;
  Object.assign(telegram, {
    send: async (...sent: Parameters<typeof real>) => {
      await arrived;
      return real(...sent);
    },
  });
  await says('On Friday.');
  const round = at.house.outgoing.round();
  expect(await takesBack()).toBe(200);
  gate.open();
  await round;
  Object.assign(telegram, { send: real });
  await settle(at.house);
  expect(texts(telegram)).toEqual(['On Friday.']);
  expect(telegram.changes).toMatchObject([{ to: null }]);
});

test('what may have arrived is not sent again, and a change of it goes as a correction', async () => {
  const { says, changes, id } = await talking(telegram);
  telegram.fates.push(UNKNOWN);
  await says('On Friday.');
  await settle(at.house);
  expectTrouble();
  await changes('On Monday.');
  await settle(at.house);
  expect(texts(telegram)).toEqual(['This message corrects an earlier one.\nOn Monday.']);
  const first = (await at.house.store.outbox.troubled(10))[0]?.id ?? '';
  expect((await marta.act(id, 'again', { delivery: first })).status).toBe(200);
  await settle(at.house);
  expect(texts(telegram)).toHaveLength(1);
});

test('what is held until the shopper writes comes then, as it stands', async () => {
  const { says, changes, writer } = await talking(whatsapp);
  whatsapp.fates.push({ kind: 'held', why: 'a template went' });
  await says('On Friday.');
  await settle(at.house);
  await changes('On Monday.');
  await settle(at.house);
  expect(whatsapp.sent).toEqual([]);
  await writer.writes('hello');
  expect(texts(whatsapp)).toEqual(['On Monday.']);
});

test('what is held and taken back never comes', async () => {
  const { says, takesBack, writer } = await talking(whatsapp);
  whatsapp.fates.push({ kind: 'held', why: 'a template went' });
  await says('On Friday.');
  await settle(at.house);
  expect(await takesBack()).toBe(200);
  await writer.writes('hello');
  expect(whatsapp.sent).toEqual([]);
});

test('where it cannot be changed any more, a correction is sent; what cannot be taken away is told', async () => {
  const { says, changes, takesBack, lines } = await talking(telegram);
  await says('On Friday.');
  await settle(at.house);
  telegram.fates.push({ kind: 'dead', why: 'too old' });
  await changes('On Monday.');
  await settle(at.house);
  expect(texts(telegram)).toEqual(['On Friday.', 'This message corrects an earlier one.\nOn Monday.']);
  telegram.fates.push({ kind: 'done', ref: 'correction' }, { kind: 'dead', why: 'too old' });
  await takesBack();
  await settle(at.house);
  expect(await lines()).toMatchObject([{ changed: 'deleted', sent: { fate: 'failed', to: 'telegram' } }]);
  expectTrouble();
});

test('a correction is taken away with what it corrects', async () => {
  const { says, changes, takesBack, lines } = await talking(telegram);
  await says('On Friday.');
  await settle(at.house);
  telegram.fates.push({ kind: 'dead', why: 'too old' });
  await changes('On Monday.');
  await settle(at.house);
  await takesBack();
  await settle(at.house);
  expect(new Set(telegram.changes.map(({ ref }) => ref)).size).toBe(2);
  expect(await lines()).toMatchObject([{ changed: 'deleted', sent: { fate: 'sent' } }]);
});
