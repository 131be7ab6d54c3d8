/** Whoever does not want to hear of their orders any more is heard, in every language, and in a refusal as in a request. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ lasts: 'file', learning: 'at once' });

const ENOUGH = [
  [
    'en-GB',
    'keep me posted about my orders',
    'stop telling me about my orders',
    "don't message me about my orders any more",
    'no more updates please',
    "i don't want any news about my orders",
    'please stop the notifications',
    'stop texting me about my orders',
    'stop messaging me',
    'no notifications',
    'cancel the order updates',
    'cancel the notification',
    'cancel my newsletter',
  ],
  [
    'it-IT',
    'tienimi aggiornato sui miei ordini',
    'smetti di scrivermi sui miei ordini',
    'non scrivermi più sui miei ordini',
    'basta notifiche',
    'smettila di mandarmi messaggi',
    'non voglio più avvisi',
    'smetti di scrivermi',
    'annulla le notifiche',
    'niente notifiche',
    'disattiva la notifica',
  ],
  [
    'de-DE',
    'halten Sie mich auf dem Laufenden über meine Bestellungen',
    'schick mir keine Nachrichten mehr',
    'schicken Sie mir keine Nachrichten mehr zu meinen Bestellungen',
    'keine Benachrichtigungen mehr',
    'Benachrichtigungen abbestellen',
    'schreib mir nicht mehr zu meinen Bestellungen',
    'benachrichtigen Sie mich nicht mehr über meine Bestellungen',
    'schreib mir nicht mehr',
    'keine Benachrichtigungen',
    'newsletter abbestellen',
  ],
  [
    'pl-PL',
    'powiadom mnie, gdy coś się zmieni',
    'przestań pisać o moich zamówieniach',
    'nie chcę już powiadomień',
    'koniec z powiadomieniami',
    'nie wysyłaj mi już wiadomości o zamówieniach',
    'anuluj powiadomienia o zamówieniu',
    'nie powiadamiaj mnie o zamówieniach',
    'nie piszcie do mnie więcej',
    'żadnych powiadomień',
    'wyłącz powiadomienie',
  ],
  [
    'cs-CZ',
    'dejte mi vědět, když se něco změní',
    'už mi neposílej novinky',
    'přestaň mi psát o objednávkách',
    'zruš novinky',
    'nechci dostávat zprávy o objednávkách',
    'neposílejte mi zprávy',
    'neupozorňujte mě na objednávky',
    'už mi nepište o objednávkách',
    'už mi nepište',
    'žádná upozornění',
    'zrušte notifikace',
  ],
] as const;

test.each<readonly string[]>(ENOUGH)('in %s', async (locale = '', wish = '', ...enough) => {
  const texter = at.texter({ locale });
  const ways = async () => (await at.house.store.conversations.load('shopper:shopper-ana'))?.memory.news?.ways;
  for (const said of enough) {
    expect([wish, (await texter.says(wish)).replies]).toEqual([wish, ['OrderNews.keptMessage']]);
    expect([said, (await texter.says(said)).replies, await ways()]).toEqual([
      said,
      ['OrderNews.stopped'],
      { message: 'no' },
    ]);
  }
});

/** Where nobody is sure, they are asked what they mean. */
test.each([
  ['en-GB', "don't stop messaging me"],
  ['en-GB', "please don't stop texting me"],
  ['en-GB', "don't unsubscribe me"],
  ['it-IT', 'non smettere di scrivermi'],
  ['pl-PL', 'nie przestawaj do mnie pisać'],
])('in %s "%s" is no word about anything else', async (locale, said) => {
  const texter = at.texter({ locale });
  await at.texter().says('keep me posted about my orders');
  const { replies, asks } = await texter.says(said);
  expect([said, replies]).toEqual([said, asks === 'Fallback.meant' ? [] : ['Refused.changes']]);
});

/** Who refuses to stop them, or speaks of something else, keeps them. */
test.each([
  ['en-GB', "don't stop the notifications"],
  ['en-GB', 'stop'],
  ['en-GB', 'cancel my order'],
  ['en-GB', 'cancel that'],
  ['it-IT', 'basta'],
  ['it-IT', 'annulla il mio ordine'],
  ['it-IT', 'non disattivare le notifiche'],
  ['de-DE', 'Bestellung abbestellen'],
  ['pl-PL', 'nie wyłączaj powiadomień'],
  ['cs-CZ', 'nevypínejte upozornění'],
])('is not heard in %s from "%s"', async (locale, said) => {
  const texter = at.texter({ locale });
  await at.texter().says('keep me posted about my orders');
  await texter.says(said);
  const { memory } = (await at.house.store.conversations.load('shopper:shopper-ana')) ?? {};
  expect([said, memory?.news?.ways]).toEqual([said, { message: 'yes' }]);
});

/** Of one order nobody can be told nothing while they hear of the others: all of it stops, and that is said. */
test.each([
  ['en-GB', 'stop the notifications about the coffee order'],
  ['en-GB', 'stop telling me about the coffee order'],
  ['en-GB', 'no more messages about the coffee'],
  ['it-IT', "ferma le notifiche dell'ordine del caffè"],
  ['it-IT', "basta notifiche sull'ordine del caffè"],
  ['de-DE', 'stoppe die Benachrichtigungen zu meiner Kaffeebestellung'],
  ['de-DE', 'keine Benachrichtigungen mehr zum Kaffee'],
  ['pl-PL', 'wyłącz powiadomienia o zamówieniu kawy'],
  ['cs-CZ', 'vypněte oznámení o objednávce kávy'],
])('in %s "%s" stops all news, and says so', async (locale, said) => {
  const texter = at.texter({ locale });
  await at.texter().says('keep me posted about my orders');
  expect([said, (await texter.says(said)).replies]).toEqual([said, ['OrderNews.stoppedAll']]);
  const { memory } = (await at.house.store.conversations.load('shopper:shopper-ana')) ?? {};
  expect(memory?.news?.ways).toEqual({ message: 'no' });
});
