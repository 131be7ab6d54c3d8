/** "From one to five, how well did Marta help you?": once, wherever the shopper is, and kept with the hand-off. */

import type { Fact } from '../../lambda/services/conversation/conversation';
import type { Store } from '../../lambda/services/store';
import { createAgent } from '../kit/agent';
import { MONDAY } from '../kit/house';
import { createSpeaker } from '../kit/speaker';
import { createTexter } from '../kit/texter';
import { useHouse } from '../kit/use-house';

const facts: Fact[] = [];
const noting = (store: Store): Store => ({
  ...store,
  conversations: {
    ...store.conversations,
    commit(turn) {
      facts.push(turn.fact);
      return store.conversations.commit(turn);
    },
  },
});
const at = useHouse({ at: MONDAY, staffed: true, lasts: 'file', watchStore: noting });

const ASKED = 'Feedback.helped';

async function ratingOf(handOff: string): Promise<number | null | undefined> {
  return (await at.house.store.handOffs.get(handOff))?.rating;
}

beforeEach(() => at.house.clock.advance(60_000));

/** Whoever came last; answers their hand-off. */
async function martaHelps(): Promise<string> {
  const marta = createAgent(at.house);
  const handOff = await marta.newest();
  await marta.says('A new bag is on its way.', handOff);
  await marta.returns(handOff);
  return handOff;
}

/** A guest who wrote, whom Marta has helped. */
async function helped(locale = 'en-GB') {
  const texter = createTexter(at.house, { shopper: null, locale });
  await texter.sends({ kind: 'intent', intent: 'TalkToHuman', slots: {} });
  return { texter, handOff: await martaHelps() };
}

test('asks whoever writes as soon as the person is done, in five taps', async () => {
  const { handOff } = await helped();
  const { conversationId = '' } = (await at.house.store.handOffs.get(handOff)) ?? {};
  const last = (await at.house.store.conversations.since(conversationId, null, 10)).at(-1);
  expect(last).toMatchObject({ by: 'bot', channel: 'desk', show: { question: { id: ASKED } } });
  expect(last?.show?.question?.options.map(({ id, label }) => [id, label])).toEqual(
    ['1', '2', '3', '4', '5'].map((one) => [one, one]),
  );
  expect(last?.text).toContain('how well did Marta help you?');
});

test.each([
  ['en-GB', '4', 4],
  ['en-GB', 'five', 5],
  ['en-GB', '3/5', 3],
  ['en-GB', 'great', 5],
  ['en-GB', 'so-so', 3],
  ['en-GB', 'two stars', 2],
  ['en-GB', 'no', null],
  ['it-IT', 'cinque', 5],
  ['it-IT', 'malissimo', 1],
  ['de-DE', 'vier', 4],
  ['pl-PL', 'świetnie', 5],
] as const)('%s: "%s" is %p', async (locale, answer, rating) => {
  const { texter, handOff } = await helped(locale);
  const told = await texter.says(answer);
  expect(await ratingOf(handOff)).toBe(rating);
  // Whoever was helped badly may have somebody else.
  expect(told.asks).toBe(rating !== null && rating <= 2 ? 'TalkToHuman.offer' : 'Welcome.more');
});

test('takes a tap, once; another matter leaves it unsaid for good', async () => {
  const first = await helped();
  await first.texter.taps('5');
  expect(await ratingOf(first.handOff)).toBe(5);
  await first.texter.taps('1');
  expect(await ratingOf(first.handOff)).toBe(5);
  at.house.clock.advance(60_000);
  const second = await helped();
  expect((await second.texter.says('what does shipping cost')).asks).not.toBe(ASKED);
  expect((await second.texter.says('what does shipping cost')).asks).not.toBe(ASKED);
  expect(await ratingOf(second.handOff)).toBeNull();
});

test('is not asked of what nobody took, and not before it is over', async () => {
  const texter = createTexter(at.house, { shopper: null });
  await texter.sends({ kind: 'intent', intent: 'TalkToHuman', slots: {} });
  await createAgent(at.house).closes('nothing');
  expect((await texter.says('what does shipping cost')).asks).not.toBe(ASKED);
});

test('asks at the speaker once the answer was heard, and the fact holds it', async () => {
  const speaker = createSpeaker(at.house);
  await speaker.hears('TalkToHuman');
  const handOff = await martaHelps();
  expect((await speaker.opens()).asks).toBe('Person.read');
  const read = await speaker.yes();
  expect([read.replies, read.asks]).toEqual([['Person.wrote'], ASKED]);
  await speaker.hears('Feedback', { score: 4 });
  expect(await ratingOf(handOff)).toBe(4);
  expect(facts.at(-1)).toMatchObject({ channel: 'alexa', rating: 4 });
  expect((await speaker.hears('ShippingCost')).asks).not.toBe(ASKED);
});

test.each(['9', '10', '0', '-3', 'nine'])(
  '"%s" is on no scale of one to five, and is asked about again',
  async (said) => {
    const { texter, handOff } = await helped();
    const anew = await texter.says(said);
    expect(anew).toMatchObject({ replies: expect.arrayContaining(['Feedback.oneToFive']), asks: ASKED });
    expect(await ratingOf(handOff)).toBeNull();
    await texter.says('4');
    expect(await ratingOf(handOff)).toBe(4);
  },
);
