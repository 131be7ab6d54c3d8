/** From the speaker to a person and back: who answered, what they wrote, and the question that was open. */

import { MONDAY } from '../kit/house';
import { queued } from '../kit/queued';
import { useHouse } from '../kit/use-house';

const at = useHouse({ at: MONDAY, staffed: true });

const coffee = { product: 'coffee' };

test('says who answered and about what at the next visit, and reads it when asked', async () => {
  const speaker = at.speaker();
  await speaker.hears('OrderStatus', { product: 'dog food' });
  const passed = await speaker.hears('TalkToHuman');
  expect(passed.replies).toEqual(['TalkToHuman.passed', 'Phone.here']);
  await at.agent().says('Hello, Marta here. A new bag is on its way, and a coupon: https://willow.example/c/AB12CD34.');
  const back = await speaker.opens();
  expect(back.replies).toEqual(['Welcome.brief', 'Person.answeredAbout']);
  expect(back.asks).toBe('Person.read');
  expect(back.say).toMatch(/Marta .*dog food/);
  expect(back.say).not.toMatch(/new bag/);
  const read = await speaker.yes();
  expect(read.say).toMatch(/A new bag is on its way/);
  expect(read.say).not.toMatch(/willow\.example|AB12CD34/);
  const again = await speaker.opens();
  expect(again.replies).not.toContain('Person.answeredAbout');
});

test('goes on at the very question that was open, once the person is done', async () => {
  const speaker = at.speaker();
  await speaker.hears('Reorder', coffee);
  await speaker.hears('TalkToHuman');
  const marta = at.agent();
  await marta.takes();
  await marta.says('The coffee is fine to order.');
  await marta.returns();
  const back = await speaker.opens();
  expect(back.asks).toBe('Person.read');
  const read = await speaker.yes();
  expect(read.replies).toEqual(['Person.wrote']);
  expect(read.asks).toBe('Welcome.carryOn');
  const asked = await speaker.yes();
  expect(asked.asks).toBe('Purchase.confirm');
  const placed = await speaker.yes();
  expect(placed.replies).toContain('Purchase.placed');
  expect(at.house.orders()).toBe(1);
});

test('offers a reorder that a hand-off interrupted once, and no second time', async () => {
  const speaker = at.speaker();
  await speaker.hears('Reorder', coffee);
  await speaker.hears('TalkToHuman');
  await at.agent().returns();
  const offered = await speaker.opens();
  expect(offered.asks).toBe('Purchase.confirm');
  expect(offered.replies[0]).toBe('Welcome.leftover');
  await speaker.falls();
  const later = await speaker.opens();
  expect(later.asks).toBe('Welcome.what');
});

test('does not offer again what the person has ordered', async () => {
  const speaker = at.speaker();
  await speaker.hears('Reorder', coffee);
  await speaker.hears('TalkToHuman');
  await at.agent().closes('order-placed', 'coffee');
  const back = await speaker.opens();
  expect(back.asks).toBe('Welcome.what');
});

test.each([
  ['sent-again', 'Welcome.what'],
  ['refunded', 'Welcome.what'],
  ['answered', 'Welcome.what'],
  ['nothing', 'DeliveryProblem.which'],
] as const)('of a torn bag that a person closes as %s, %s is asked', async (done, asks) => {
  const speaker = at.speaker();
  const problem = { said: 'torn', ids: ['damaged'] };
  expect((await speaker.hears('DeliveryProblem', { problem })).asks).toBe('DeliveryProblem.which');
  await speaker.hears('TalkToHuman');
  await at.agent().closes(done, 'coffee');
  expect((await speaker.opens()).asks).toBe(asks);
});

test('says who has it while a person does, and passes a message on', async () => {
  const speaker = at.speaker();
  await speaker.hears('TalkToHuman');
  const waiting = await speaker.opens();
  expect(waiting.replies.at(-1)).toBe('Person.waiting');
  expect(waiting.asks).toBe('Person.add');
  await at.agent().takes();
  at.house.clock.advance(10 * 60_000);
  const taken = await speaker.opens();
  expect(taken.replies.at(-1)).toBe('Person.taken');
  expect(taken.say).toMatch(/Marta.*10 minutes ago/);
  const asked = await speaker.yes();
  expect(asked.asks).toBe('Person.what');
  const noted = await speaker.hears('TalkToHuman', { message: 'the bag was torn' });
  expect(noted.replies).toEqual(['TalkToHuman.noted']);
  const [handOff] = await queued(at.house.store);
  const sent = await at.house.store.outbox.ofConversation(handOff?.conversationId ?? '', 10);
  expect(sent.map(({ kind }) => kind)).toContain('message');
});

test('still serves other matters at the speaker while a person has the conversation', async () => {
  const speaker = at.speaker();
  await speaker.hears('TalkToHuman');
  await at.agent().takes();
  const told = await speaker.hears('OrderStatus', { product: 'dog food' });
  expect(told.replies).toContain('OrderStatus.outForDeliveryWindow');
});

test('brings an answer up after another matter was served, once a visit', async () => {
  const speaker = at.speaker();
  await speaker.hears('TalkToHuman');
  await at.agent().says('It is on its way.');
  await at.agent().returns();
  const told = await speaker.hears('ShippingCost');
  expect(told.asks).toBe('Person.read');
  const no = await speaker.no();
  expect(no.replies[0]).toBe('Person.later');
  const more = await speaker.hears('ShippingCost');
  expect(more.asks).toBe('Welcome.more');
});

test('counts as read what the shopper saw in the chat', async () => {
  const speaker = at.speaker();
  await speaker.hears('TalkToHuman');
  await at.agent().says('It is on its way.');
  await at.agent().returns();
  await at.texter().says('thank you');
  const back = await speaker.opens();
  expect(back.replies).not.toContain('Person.answered');
});

test('asks whether to call when nobody is there, and tells the desk', async () => {
  await at.house.store.agents.change('agent-marta', { isAvailable: false });
  const speaker = at.speaker();
  const passed = await speaker.hears('TalkToHuman');
  expect(passed.replies).toEqual(['TalkToHuman.passed', 'TalkToHuman.nobody']);
  expect(passed.asks).toBe('TalkToHuman.callBack');
  const call = await speaker.yes();
  expect(call.replies).toEqual(['TalkToHuman.willCall']);
  const [handOff] = await queued(at.house.store);
  expect(handOff?.wish).toBe('call-back');
});
