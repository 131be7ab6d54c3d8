/** What shall be done is said before it is known how many of the goods it is about: it is not asked for again. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

test.each([
  ['en-GB', 'reorder my coffee', 'yes', 'the last bag was torn', 'send a new one', 'one of them'],
  ['it-IT', 'riordina il mio caffè', 'sì', "l'ultimo sacchetto era rotto", 'mandatemene uno nuovo', 'uno'],
  ['de-DE', 'bestelle meinen Kaffee', 'ja', 'der letzte Beutel war zerrissen', 'schicken Sie einen neuen', 'einer'],
  ['pl-PL', 'zamów moją kawę', 'tak', 'ostatni worek był podarty', 'wyślij nowy', 'jeden'],
  ['cs-CZ', 'objednej moji kávu', 'ano', 'poslední pytel byl roztržený', 'pošli nový', 'jeden'],
])('in %s', async (locale, buys, yes, torn, wish, howMany) => {
  const texter = at.texter({ locale });
  await texter.says(buys);
  await texter.says(yes);
  at.house.clock.advance(5 * 24 * 3_600_000);
  expect([torn, (await texter.says(torn)).asks]).toEqual([torn, 'DeliveryProblem.howMany']);
  expect([wish, (await texter.says(wish)).asks]).toEqual([wish, 'DeliveryProblem.howMany']);
  expect([howMany, (await texter.says(howMany)).asks]).toEqual([howMany, 'Remedy.shall']);
  expect((await texter.says(yes)).replies).toContain('Remedy.resent');
});
