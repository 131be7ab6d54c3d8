/** Turns that come at once: of one shopper all are answered and the log stays empty, and of two shoppers each hears their own. */

import { createLanes } from '../../lambda/conversation/lanes';
import { senderOf } from '../../lambda/conversation/meet';
import { readAnswer } from '../../lambda/services/privacy/written';
import { intent, turnOf } from '../kit/turn-of';
import { useHouse } from '../kit/use-house';

const at = useHouse();

test('twenty turns of one shopper at once, again and again, are answered and written, each once', async () => {
  const { house } = at;
  const conversation = 'shopper:shopper-ana';
  const before = (await house.store.conversations.load(conversation))?.version ?? 0;
  const ask = () => turnOf(house, intent('ShippingCost'));
  /** One that is answered is followed by another, as from several speakers of one house. */
  const follow = async (left: number): Promise<number> => {
    const { kept, repeated } = await house.app.answer(ask());
    expect([kept, repeated]).toEqual([true, false]);
    return left > 1 ? 1 + (await follow(left - 1)) : 1;
  };
  const counts = await Promise.all(Array.from({ length: 20 }, () => follow(3)));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(60);
  expect((await house.store.conversations.load(conversation))?.version).toBe(before + 60);
  expect(house.errors).toEqual([]);
});

describe('a stored answer', () => {
  test('is whose it was: the same request id of somebody else is a request of their own', async () => {
    const { house } = at;
    const of = (credential: string, wish = {}) => {
      const turn = turnOf(house, intent('OrderStatus'), { requestId: 'one and the same', credential, ...wish });
      return house.app.answer(turn);
    };
    const ana = await of('demo-ana');
    const henry = await of('demo-henry');
    const guest = await house.app.answer({
      ...(({ credential, ...guest }) => guest)(turnOf(house, intent('OrderStatus'), { requestId: 'one and the same' })),
    });
    const person = await of('demo-ana', { person: 'somebody else in the house' });
    for (const one of [ana, henry, guest, person]) expect(one).toMatchObject({ kept: true, repeated: false });
    expect(henry.answer.said).not.toEqual(ana.answer.said);
    expect(JSON.stringify(guest.answer)).not.toContain('Brontolino');
    expect(await of('demo-ana')).toEqual({ ...ana, repeated: true });
    expect(await of('demo-henry')).toEqual({ ...henry, repeated: true });
  });

  test('of a program before this one is found by who asked then, and by nobody else', async () => {
    const { house } = at;
    const { conversations } = house.store;
    const conversation = 'shopper:shopper-ana';
    const asked = turnOf(house, intent('Help'), { requestId: 'of yesterday' });
    const first = await house.app.answer({ ...asked, requestId: 'of today' });
    const body = (await conversations.answerOf('alexa', 'of today', senderOf(asked))) ?? '';
    expect((await readAnswer(body, async () => null)).intent).toBe(first.answer.intent);
    // As it was written then: without a sender.
    const commit = jest.spyOn(conversations, 'commit');
    await house.app.answer({ ...asked, requestId: 'another' });
    const written = commit.mock.calls[0]?.[0];
    commit.mockRestore();
    if (!written) throw new Error('nothing was written');
    const answer = { channel: 'alexa', requestId: 'of yesterday', body } as const;
    const { version = 0 } = (await conversations.load(conversation)) ?? {};
    await conversations.commit({ ...written, expectedVersion: version, history: [], outbox: [], answer });
    expect(await house.app.answer(asked)).toMatchObject({ repeated: true });
    expect(await house.app.answer({ ...asked, credential: 'demo-henry' })).toMatchObject({ repeated: false });
  });
});

test('a turn that hangs in its lane holds up nobody once it is out of time', async () => {
  const lanes = createLanes();
  const over = new AbortController();
  const hanging = lanes.alone('c', over.signal, () => new Promise<never>(() => undefined));
  const next = lanes.alone('c', new AbortController().signal, async () => 'done');
  const late = lanes.alone('c', over.signal, async () => 'too late');
  expect(await lanes.alone('another', over.signal, async () => 'at once')).toBe('at once');
  over.abort(new Error('out of time'));
  await expect(hanging).rejects.toThrow('out of time');
  expect(await next).toBe('done');
  await expect(late).rejects.toThrow('out of time');
});
