/** What goes out beside a turn: an answer to whoever wrote, and what was stored of a delivery and cannot be read. */

import { createOutgoing } from '../../lambda/traffic/outgoing';
import { MONDAY } from '../kit/house';
import { createPostBox } from '../kit/post-box';
import { useHouse } from '../kit/use-house';
import { createWriter } from '../kit/writer';

const whatsapp = createPostBox('whatsapp', 'noticed');
const at = useHouse({ at: MONDAY, channels: [whatsapp] });

/** The house's own outbox, as if somebody had damaged what lies in it. */
function outgoingOver(body: string) {
  const { store, desk, channels, events, speakerNews, reach, clock } = at.house;
  const { linkTo } = reach;
  const lease: typeof store.outbox.lease = async (wish) =>
    (await store.outbox.lease(wish)).map((item) => ({ ...item, body }));
  const told: object[] = [];
  const log = { error: (what: object) => void told.push(what) };
  const needs = { desk, channels, events, speakerNews, linkTo, log, owner: 'this test', chance: () => 0 };
  return {
    told,
    worker: createOutgoing({ ...needs, now: clock.now, store: { ...store, outbox: { ...store.outbox, lease } } }),
  };
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
  const { worker, told } = outgoingOver(body);
  await worker.round();
  expect(whatsapp.sent).toHaveLength(before);
  expect(await at.house.store.outbox.ofConversation(writer.conversationId, 9)).toMatchObject([{ state: 'dead' }]);
  expect(told).toMatchObject([{ to: 'whatsapp', why: expect.stringContaining('cannot be read') }]);
});
