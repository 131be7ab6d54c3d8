/** "Thank you": met kindly, never taken for a yes, and a no to "anything else?". */

import { createTexter } from '../kit/texter';
import { useHouse } from '../kit/use-house';

const at = useHouse();

test('asks again what was asked, and buys nothing', async () => {
  const speaker = at.speaker();
  await speaker.hears('Reorder', { product: 'coffee' });
  const heard = await speaker.hears('Thanks');
  expect(heard.replies).toEqual(['Thanks.welcome', 'Purchase.confirm.reprompt']);
  expect(heard.asks).toBe('Purchase.confirm');
  expect(at.house.orders()).toBe(0);
  await speaker.yes();
  expect(at.house.orders()).toBe(1);
});

test('is no miss', async () => {
  const speaker = at.speaker();
  await speaker.opens();
  for (let times = 0; times < 4; times += 1) {
    expect((await speaker.hears('Thanks')).asks).toBe('Welcome.what');
  }
});

test('ends the visit when nothing else was needed', async () => {
  const speaker = at.speaker();
  await speaker.hears('ShippingCost');
  const heard = await speaker.hears('Thanks');
  expect(heard.replies).toEqual(['Thanks.welcome', 'Welcome.goodbye']);
  expect(heard.open).toBe(false);
});

test('is answered in writing when nothing is open', async () => {
  const texter = createTexter(at.house);
  const read = await texter.says('thanks a lot');
  expect(read.replies).toEqual(['Thanks.welcome']);
  expect(read.asks).toBeNull();
});

test.each(['thank you', 'thanks so much', 'that is very kind, thank you'])('"%s" is one', async (words) => {
  expect((await createTexter(at.house).says(words)).intent).toBe('Thanks');
});

test.each(['grazie', 'grazie mille', 'ah grazie', 'ti ringrazio'])('"%s" is one', async (words) => {
  expect((await createTexter(at.house, { locale: 'it-IT' }).says(words)).intent).toBe('Thanks');
});
