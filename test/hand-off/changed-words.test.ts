/** What a shopper changes or takes back is shown for what it is, and agrees to nothing. */

import { deskOfMarta } from '../desk/desk-server';
import { MONDAY } from '../kit/house';
import { queued } from '../kit/queued';
import { useHouse } from '../kit/use-house';

const at = useHouse({ at: MONDAY });

test('whoever has the conversation sees both beside the first words, and the bot says nothing', async () => {
  const { server, marta } = await deskOfMarta(at.house);
  const chat = at.texter();
  await chat.says('I want to talk to a person');
  const [handOff] = await queued(at.house.store);
  const id = handOff?.id ?? '';
  await marta.takes(id);
  await chat.says('three bags are torn');
  expect((await chat.sends({ kind: 'changed', to: 'two bags are torn' })).replies).toEqual([]);
  expect((await chat.sends({ kind: 'changed', to: null })).replies).toEqual([]);
  const told = (await marta.detail(id)).lines.filter(({ by }) => by === 'shopper').slice(-3);
  expect(told.map(({ text, changed }) => [text, changed])).toEqual([
    ['three bags are torn', null],
    ['two bags are torn', 'edited'],
    ['changed', 'deleted'],
  ]);
  const sent = await at.house.store.outbox.ofConversation(handOff?.conversationId ?? '', 20);
  expect(sent.length).toBeGreaterThan(2);
  await server.close();
});

test('what somebody typed is shown as words, whatever it says', async () => {
  const { server, marta } = await deskOfMarta(at.house);
  const chat = at.texter();
  await chat.says('I want to talk to a person');
  const [handOff] = await queued(at.house.store);
  const id = handOff?.id ?? '';
  await marta.takes(id);
  for (const words of ['changed', 'photo']) await chat.says(words);
  await marta.says(id, 'changed');
  await chat.sends({ kind: 'changed', to: null });
  const told = (await marta.detail(id)).lines.slice(-4);
  expect(told.map(({ by, text, isEvent }) => [by, text, isEvent])).toEqual([
    ['shopper', 'changed', false],
    ['shopper', 'photo', false],
    ['person', 'changed', false],
    ['shopper', 'changed', true],
  ]);
  expect((await marta.queue())[0]?.last).toMatchObject({ text: 'changed', isEvent: true });
  await server.close();
});

test('no answer is called read before the shopper has seen it, however many there are', async () => {
  const { server, marta } = await deskOfMarta(at.house);
  const chat = at.texter();
  await chat.says('I want to talk to a person');
  const [handOff] = await queued(at.house.store);
  const id = handOff?.id ?? '';
  await marta.takes(id);
  await marta.says(id, 'answer 0');
  await chat.says('thank you');
  for (let told = 1; told <= 14; told += 1) await marta.says(id, `answer ${told}, ${'and more of it '.repeat(200)}`);
  const fates = async () =>
    (await marta.detail(id)).lines.filter(({ by }) => by === 'person').map(({ sent }) => sent?.fate);
  expect(await fates()).toEqual(['read', ...Array.from({ length: 14 }, () => 'kept')]);
  await chat.says('I have read them');
  expect(new Set(await fates())).toEqual(new Set(['read']));
  await server.close();
});

test('a yes that is put in the place of other words orders nothing, and what was asked stays asked', async () => {
  const chat = at.texter();
  expect((await chat.says('reorder my coffee')).asks).toBe('Purchase.confirm');
  const told = await chat.sends({ kind: 'changed', to: 'yes' });
  expect([told.replies[0], told.asks]).toEqual(['ChangedWords.firstWords', 'Purchase.confirm']);
  expect((await chat.sends({ kind: 'changed', to: null })).replies).toEqual([]);
  expect(at.house.orders()).toBe(0);
  await chat.says('yes');
  expect(at.house.orders()).toBe(1);
});
