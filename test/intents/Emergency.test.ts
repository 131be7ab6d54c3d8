/** Somebody may be in danger: one answer with whom to call, on every channel, and nothing kept of what was said. */

import { emergencyNumber } from '../../lambda/intents/parts/emergency-numbers';
import { found, keptIn } from '../kit/kept';
import { createTexter } from '../kit/texter';
import { useHouse } from '../kit/use-house';
import { takeWaiting } from '../kit/waiting';

const at = useHouse({ isOnDisk: true });

test('says whom to call at the speaker, closes the microphone and says nothing of the shop', async () => {
  const speaker = at.speaker();
  await speaker.opens();
  const heard = await speaker.hears('Emergency');
  expect(heard.replies).toEqual(['Emergency.call']);
  expect(heard.open).toBe(false);
  expect(heard.card).toBeFalsy();
  expect(heard.say).toContain('1 1 2');
});

test('drops a purchase that waits: the next yes buys nothing', async () => {
  const texter = createTexter(at.house);
  await texter.says('reorder my coffee');
  expect((await texter.says('wait my baby swallowed a battery')).replies).toEqual(['Emergency.call']);
  await texter.says('yes');
  expect(at.house.orders()).toBe(0);
});

test('is not said beside the introduction of a first visit', async () => {
  const read = await createTexter(at.house, { shopper: null }).says('call an ambulance');
  expect(read.replies).toEqual(['Emergency.call']);
});

test('is answered in writing while a person has the conversation, who is told that it happened', async () => {
  const texter = createTexter(at.house);
  await texter.says('i want to talk to a person');
  const read = await texter.says('i want to kill myself, the purple one');
  expect(read.replies).toEqual(['Emergency.call']);
  const toDesk = (await takeWaiting(at.house)).filter(({ body }) => body.includes('may be in danger'));
  expect(toDesk).toHaveLength(1);
});

test('keeps no word of it, only that it happened', async () => {
  const texter = createTexter(at.house);
  const read = await texter.says('my husband hits me with the purple lamp');
  expect(read.replies).toEqual(['Emergency.call']);
  await texter.says('i want to talk to a person');
  const kept = keptIn(at.folder ?? '');
  expect(found(['purple', 'hits me'], kept)).toEqual([]);
  expect(kept.get('fact')?.some((row) => row.includes('Emergency'))).toBe(true);
});

test.each([
  ['IT', '112'],
  ['GB', '999'],
  ['US', '911'],
  ['AU', '000'],
  ['BR', null],
  [null, null],
])('the number of %s is %s', (country, number) => {
  expect(emergencyNumber(country)).toBe(number);
});

test('a guest hears the number of the place their language is spoken in', async () => {
  const said = async (locale: string) =>
    (
      await createTexter(at.house, { shopper: null, locale }).says(
        locale.startsWith('it') ? 'chiama un’ambulanza' : 'call 999',
      )
    ).show;
  expect(await said('en-GB')).toContain('999');
  expect(await said('en-US')).toContain('911');
  expect(await said('it-IT')).toContain('112');
});
