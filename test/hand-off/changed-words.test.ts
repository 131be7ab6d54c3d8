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
