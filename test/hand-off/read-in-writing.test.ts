/** What no ear can note down is told to stand in the chat, where the shopper has one: by what it is. */

import { MONDAY } from '../kit/house';
import { queued } from '../kit/queued';
import { useHouse } from '../kit/use-house';

const at = useHouse({ at: MONDAY, staffed: true });

test.each([
  ['Person.linkWritten', 'Please look at https://care.example/returns for it.'],
  ['Person.addressWritten', 'Please write to care@willow-market.example about it.'],
  ['Person.numberWritten', 'Your parcel has 00340434161094015902 on it.'],
  ['Person.codeWritten', 'Please use SORRY10X for it.'],
])('%s', async (reply, words) => {
  const speaker = at.speaker();
  await speaker.hears('TalkToHuman');
  const [handOff] = await queued(at.house.store);
  await at.house.reach.join({ id: 'phone', channel: 'web', locale: 'en-GB' }, handOff?.conversationId ?? '');
  await at.agent().says(words);
  await at.agent().returns();
  await speaker.opens();
  expect((await speaker.yes()).replies).toEqual(['Person.wrote', reply]);
});
