/** What is brought up by itself is stopped at a word, and what is not sold is promised to nobody. */

import { useHouse } from '../kit/use-house';

const at = useHouse();
const habit = (id: string) => ({ said: id, ids: [id] });

test('nothing is brought up any more', async () => {
  const speaker = at.speaker();
  expect((await speaker.hears('Replenish', { habit: habit('stop') })).replies).toEqual(['Replenish.stoppedAll']);
});

test('what is not sold is not waited for', async () => {
  const speaker = at.speaker();
  const product = { said: 'vuvuzela', ids: [] };
  expect((await speaker.hears('Replenish', { habit: habit('back'), product })).replies).toEqual(['Later.unknown']);
});
