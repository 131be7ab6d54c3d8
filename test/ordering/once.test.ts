import { read } from '../../lambda/channels/alexa/read';
import type { Speaker } from '../kit/speaker';
import { createSpeaker } from '../kit/speaker';
import { DAY, MINUTE, mails, openWatched, type Watched } from './watch';

let at: Watched;
beforeEach(async () => {
  at = await openWatched();
});
afterEach(async () => {
  expect(at.house.errors).toEqual([]);
  await at.house.close();
});

const nappies = { said: 'nappies', ids: ['pulcinetto-nappies'] };
const coffee = (speaker: Speaker) => speaker.hears('Reorder', { product: 'coffee' });

describe('one confirmation, one order', () => {
  test('a placed order is told by voice, on a card and by e-mail', async () => {
    const speaker = createSpeaker(at.house);
    await coffee(speaker);
    const placed = await speaker.yes();
    expect(placed.replies).toEqual(['Purchase.placed', 'Purchase.details']);
    expect(placed.card).toMatchObject({ type: 'Simple', content: expect.stringContaining('€14.80') });
    expect(mails(at.commits)).toEqual([{ id: 'placed:wm-104233', text: expect.stringContaining('€14.80') }]);
  });

  test('a second yes orders nothing and is told that nothing is being asked', async () => {
    const speaker = createSpeaker(at.house);
    await coffee(speaker);
    await speaker.yes();
    const again = await speaker.yes();
    expect(again.replies).toEqual(['Welcome.nothingAsked']);
    expect(at.house.orders()).toBe(1);
    expect(mails(at.commits)).toHaveLength(1);
  });

  test('a repeated request gets the very same answer, byte for byte, also after a day of other talk', async () => {
    const speaker = createSpeaker(at.house);
    await coffee(speaker);
    const yes = speaker.envelope({
      type: 'IntentRequest',
      intent: { name: 'AMAZON.YesIntent', confirmationStatus: 'NONE' },
    });
    const first = await speaker.send(yes);
    const second = await speaker.send(yes);
    expect(JSON.stringify(second.response)).toBe(JSON.stringify(first.response));
    await speaker.hears('ShippingCost');
    at.house.clock.advance(DAY - MINUTE);
    const third = await speaker.send(yes);
    expect(JSON.stringify(third.response)).toBe(JSON.stringify(first.response));
    expect(at.house.orders()).toBe(1);
    expect(at.commits.map(({ answer }) => answer.requestId)).toHaveLength(3);
  });

  test('two deliveries of one yes at once make one order and the same answer', async () => {
    const speaker = createSpeaker(at.house);
    await coffee(speaker);
    const yes = speaker.envelope({
      type: 'IntentRequest',
      intent: { name: 'AMAZON.YesIntent', confirmationStatus: 'NONE' },
    });
    const [one, other] = await Promise.all([deliver(yes), deliver(yes)]);
    expect(one).toEqual(other);
    expect(one.replies).toContain('Purchase.placed');
    expect(at.sent).toHaveLength(1);
    expect(mails(at.commits)).toHaveLength(1);
  });

  test('two yeses at once with different ids make one order', async () => {
    const speaker = createSpeaker(at.house);
    await coffee(speaker);
    const [one, other] = await Promise.all([deliver(yesOf(speaker)), deliver(yesOf(speaker))]);
    expect([...one.replies, ...other.replies].filter((key) => key === 'Purchase.placed')).toHaveLength(1);
    expect(at.sent).toHaveLength(1);
    expect(mails(at.commits)).toHaveLength(1);
  });
});

describe('the same goods again', () => {
  test('are asked about within ten minutes, and a no orders nothing', async () => {
    const speaker = createSpeaker(at.house);
    await coffee(speaker);
    await speaker.yes();
    at.house.clock.advance(9 * MINUTE);
    const doubt = await coffee(speaker);
    expect(doubt.asks).toBe('Purchase.again');
    const no = await speaker.no();
    expect(no.replies).toEqual(['Purchase.notOrdered']);
    expect(at.house.orders()).toBe(1);
  });

  test('can be ordered again on purpose, with the total said again', async () => {
    const speaker = createSpeaker(at.house);
    await coffee(speaker);
    await speaker.yes();
    await coffee(speaker);
    const summed = await speaker.yes();
    expect(summed.replies).toEqual(['Purchase.summary']);
    expect(summed.asks).toBe('Purchase.confirm');
    expect(at.house.orders()).toBe(1);
    const placed = await speaker.yes();
    expect(placed.replies).toEqual(['Purchase.placed', 'Purchase.details']);
    expect(at.house.orders()).toBe(2);
  });

  test('are not asked about after ten minutes, nor in another quantity', async () => {
    const speaker = createSpeaker(at.house);
    await coffee(speaker);
    await speaker.yes();
    // By then it is not the order of a moment ago that is to be changed.
    at.house.clock.advance(3 * MINUTE);
    const more = await speaker.hears('Reorder', { product: 'coffee', quantity: 4 });
    expect(more.asks).toBe('Purchase.confirm');
    await speaker.hears('Stop');
    at.house.clock.advance(11 * MINUTE);
    expect((await coffee(speaker)).asks).toBe('Purchase.confirm');
  });

  test('are asked about at the yes when another person of the house was faster', async () => {
    const ana = createSpeaker(at.house, { person: 'ana' });
    const bea = createSpeaker(at.house, { person: 'bea' });
    await coffee(ana);
    await coffee(bea);
    expect((await ana.yes()).replies).toContain('Purchase.placed');
    const doubt = await bea.yes();
    expect(doubt.asks).toBe('Purchase.again');
    expect(at.house.orders()).toBe(1);
    expect((await bea.yes()).asks).toBe('Purchase.confirm');
    expect((await bea.yes()).replies).toContain('Purchase.placed');
    expect(at.house.orders()).toBe(2);
  });
});

describe('two speakers of one shopper', () => {
  test('a newer proposal voids the older: its yes hears the newer one in full', async () => {
    const kitchen = createSpeaker(at.house);
    const hall = createSpeaker(at.house);
    await coffee(kitchen);
    const newer = await hall.hears('Reorder', { product: 'coffee', quantity: 3 });
    const asked = await kitchen.yes();
    expect(asked.replies).toEqual(['Purchase.summary']);
    expect(asked.asks).toBe('Purchase.confirm');
    expect(asked.show).toBe(newer.show);
    expect(at.sent).toEqual([]);
    expect((await kitchen.yes()).replies).toContain('Purchase.placed');
    expect(at.sent.map(({ proposal }) => proposal.lines[0]?.quantity)).toEqual([3]);
    expect((await hall.yes()).replies).not.toContain('Purchase.placed');
    expect(at.house.orders()).toBe(1);
  });
});

describe('a yes to another question', () => {
  test('never orders what waits beneath it, also when that question has moved to another speaker', async () => {
    const kitchen = createSpeaker(at.house);
    const hall = createSpeaker(at.house);
    await coffee(kitchen);
    const offered = await kitchen.hears('Reorder', { product: nappies, quantity: 20 });
    expect(offered.asks).toBe('TalkToHuman.offer');
    expect((await hall.yes()).asks).toBe('TalkToHuman.offer');
    const heard = await kitchen.yes();
    expect(heard.asks).toBe('TalkToHuman.offer');
    expect(at.sent).toEqual([]);
    const back = await kitchen.no();
    expect(back.asks).toBe('Purchase.confirm');
    expect((await kitchen.yes()).replies).toContain('Purchase.placed');
    expect(at.house.orders()).toBe(1);
  });
});

const yesOf = (speaker: Speaker) =>
  speaker.envelope({ type: 'IntentRequest', intent: { name: 'AMAZON.YesIntent', confirmationStatus: 'NONE' } });

/** Straight into the house, as two web servers would get it at once. */
async function deliver(envelope: Parameters<Speaker['send']>[0]) {
  return (await at.house.app.answer(read(envelope, at.house.clock.now()))).answer;
}
