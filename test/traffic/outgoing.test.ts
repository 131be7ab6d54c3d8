/** What goes out beside a turn: an answer to whoever wrote, and what was stored of a delivery and cannot be read. */

import type { Outbox } from '../../lambda/services/queue/queues';
import { createOutgoing } from '../../lambda/traffic/outgoing';
import { MONDAY } from '../kit/house';
import { createPostBox } from '../kit/post-box';
import { useHouse } from '../kit/use-house';
import { createWriter } from '../kit/writer';

const whatsapp = createPostBox('whatsapp', 'noticed');
const at = useHouse({ at: MONDAY, channels: [whatsapp] });

/** Another worker on the house's own outbox, in which some of it is otherwise. */
function outgoingOver(other: (outbox: Outbox) => Partial<Outbox>) {
  const { store, desk, channels, events, speakerNews, reach, clock } = at.house;
  const { linkTo } = reach;
  const outbox = { ...store.outbox, ...other(store.outbox) };
  const told: object[] = [];
  const log = { error: (what: object) => void told.push(what) };
  const needs = { desk, channels, events, speakerNews, linkTo, log, owner: 'this test', chance: () => 0 };
  return { told, worker: createOutgoing({ ...needs, now: clock.now, store: { ...store, outbox } }) };
}

/** As if somebody had damaged what lies in it. */
const damaged = (body: string) =>
  outgoingOver((outbox) => ({ lease: async (wish) => (await outbox.lease(wish)).map((item) => ({ ...item, body })) }));

/** As on a disk that is full for so many marks. */
function unmarkable(times: number) {
  let left = times;
  return outgoingOver((outbox) => ({
    async mark(...mark) {
      left -= 1;
      if (left >= 0) throw new Error('the disk is full');
      return outbox.mark(...mark);
    },
  }));
}

test('an answer goes once to whoever wrote', async () => {
  const writer = createWriter(at.house, whatsapp, '390612345001');
  expect(await writer.writes('what does shipping cost')).toHaveLength(1);
  expect(await at.house.outgoing.round()).toBe(0);
});

test.each(['', '7', '{"contact":7}', '{"contact":"x"'])('a message stored as %j is given up and told', async (body) => {
  const writer = createWriter(at.house, whatsapp, '390612345002');
  await writer.posts('what does shipping cost');
  await at.house.incoming.round();
  const before = whatsapp.sent.length;
  const { worker, told } = damaged(body);
  await worker.round();
  expect(whatsapp.sent).toHaveLength(before);
  expect(await at.house.store.outbox.ofConversation(writer.conversationId, 9)).toMatchObject([{ state: 'dead' }]);
  expect(told).toMatchObject([{ to: 'whatsapp', why: expect.stringContaining('cannot be read') }]);
});

test('a message that went out and could not be marked is marked as soon as it can be', async () => {
  const writer = createWriter(at.house, whatsapp, '390612345003');
  await writer.posts('what does shipping cost');
  await at.house.incoming.round();
  const before = whatsapp.sent.length;
  const { worker } = unmarkable(1);
  await expect(worker.round()).rejects.toThrow('full');
  await worker.round();
  expect(whatsapp.sent).toHaveLength(before + 1);
  expect(await at.house.store.outbox.ofConversation(writer.conversationId, 9)).toMatchObject([{ state: 'done' }]);
});

test('a server that stops hands back no message that went out and cannot be marked: it is not sent twice', async () => {
  const writer = createWriter(at.house, whatsapp, '390612345004');
  await writer.posts('what does shipping cost');
  await at.house.incoming.round();
  const before = whatsapp.sent.length;
  const { worker } = unmarkable(Number.POSITIVE_INFINITY);
  await expect(worker.round()).rejects.toThrow('full');
  await worker.stop();
  await at.house.outgoing.round();
  expect(whatsapp.sent).toHaveLength(before + 1);
  at.house.clock.advance(60_000);
  await at.house.outgoing.round();
  expect(whatsapp.sent).toHaveLength(before + 1);
  expect(await at.house.store.outbox.ofConversation(writer.conversationId, 9)).toMatchObject([{ state: 'unknown' }]);
  at.house.errors.length = 0;
});
