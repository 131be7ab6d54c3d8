/** Who owns the conversation: the bot is silent in text while a person does, and "start over" takes it back. */

import { MONDAY } from '../kit/house';
import { useHouse } from '../kit/use-house';
import { takeWaiting } from '../kit/waiting';

const at = useHouse({ isOnDisk: true, at: MONDAY, staffed: true });
const sentToDesk = async () =>
  (await takeWaiting(at.house))
    .filter(({ kind }) => kind === 'message')
    .map(({ body }) => String(JSON.parse(body).text));

const handedOver = async () => {
  const texter = at.texter();
  const passed = await texter.says('I want to talk to a person');
  expect(passed.answer.owner).toBe('human');
  expect(passed.show).toMatch(/\d{4}-\d{4}/);
  return texter;
};

test('is silent in text while a person owns the conversation, and passes the words on', async () => {
  const texter = await handedOver();
  const silent = await texter.says('are you still there');
  expect(silent.answer.said).toBeNull();
  expect(silent.replies).toEqual([]);
  expect(silent.answer.owner).toBe('human');
  expect(await sentToDesk()).toEqual(['are you still there']);
});

test('answers nothing in text that it would know', async () => {
  const texter = await handedOver();
  const silent = await texter.says('where is my dog food');
  expect(silent.answer.said).toBeNull();
  expect(await sentToDesk()).toHaveLength(1);
});

test('passes no silence and no closed window on to the person', async () => {
  const texter = await handedOver();
  await texter.waits();
  await texter.leaves();
  await texter.opens();
  expect(await sentToDesk()).toEqual([]);
});

test('"start over" takes the conversation back', async () => {
  const texter = await handedOver();
  const back = await texter.says('start over');
  expect(back.replies).toEqual(['Person.tookBack']);
  expect(back.answer.owner).toBe('bot');
  const summed = await texter.says('reorder my coffee');
  expect(summed.asks).toBe('Purchase.confirm');
  expect(await sentToDesk()).toEqual([]);
});

test('a new request after "start over" is a new packet', async () => {
  const texter = await handedOver();
  await texter.says('start over');
  const passed = await texter.says('talk to a person');
  expect(passed.replies).toEqual(['TalkToHuman.passed', 'Phone.inChat']);
  expect(await at.house.store.handOffs.list(10)).toHaveLength(2);
});

test('a speaker is always answered, also while a person owns the conversation', async () => {
  await handedOver();
  const told = await at.speaker().hears('OrderStatus', { product: 'dog food' });
  expect(told.replies).toEqual(['OrderStatus.outForDeliveryWindow']);
  expect(told.answer.owner).toBe('human');
});

test('a hand-off by voice silences the text of the same shopper, and of nobody else', async () => {
  await at.speaker().hears('TalkToHuman');
  const own = await at.texter().says('where is my dog food');
  expect(own.answer.said).toBeNull();
  const other = await at.texter({ shopper: 'bruno' }).says('reorder my coffee');
  expect(other.asks).toBe('Reorder.which');
});
