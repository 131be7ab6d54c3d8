/** What comes in beside a turn: when a written conversation is a new visit, and receipts that are faster than their message. */

import { MONDAY } from '../kit/house';
import { createPostBox } from '../kit/post-box';
import { useHouse } from '../kit/use-house';
import { createWriter, settle } from '../kit/writer';

const whatsapp = createPostBox('whatsapp', 'noticed');
const at = useHouse({ at: MONDAY, channels: [whatsapp] });
const MINUTE = 60_000;
const aWriter = () => createWriter(at.house, whatsapp, '390612345678');

test.each([
  ['goes on while somebody thinks for less than half an hour', 29, 2],
  ['is another visit after half an hour: what was not understood in the last one counts no more', 31, 1],
])('a written conversation %s', async (_what, minutes, misses) => {
  const writer = aWriter();
  await writer.writes('flurb the wug');
  at.house.clock.advance(minutes * MINUTE);
  await writer.writes('wug the flurb');
  const stored = await at.house.store.conversations.load(writer.conversationId);
  expect(stored?.memory.misses.inARow).toBe(misses);
});

const receives = (ref: string) => {
  const body = JSON.stringify([{ kind: 'receipt', ref, receipt: 'read' }]);
  return at.house.receive({ source: 'whatsapp', key: `receipt of ${ref}`, lane: `receipts of ${ref}`, body });
};

test('a receipt that comes before its message is marked as sent is kept until it is', async () => {
  const writer = aWriter();
  await writer.posts('what does shipping cost');
  await at.house.incoming.round();
  const sent = () => at.house.store.outbox.ofConversation(writer.conversationId, 9);
  const [message] = await sent();
  await receives(`ref-${message?.id}`);
  await at.house.incoming.round();
  await at.house.outgoing.round();
  at.house.clock.advance(10 * MINUTE);
  await settle(at.house);
  expect(await sent()).toMatchObject([{ state: 'done', receipt: 'read' }]);
});

test('a receipt of a message that is not ours is tried some times and then forgotten, without an error', async () => {
  await receives('of somebody else');
  let tries = 0;
  while ((await at.house.incoming.round()) > 0) {
    tries += 1;
    at.house.clock.advance(10 * MINUTE);
  }
  expect(tries).toBeGreaterThan(1);
});
