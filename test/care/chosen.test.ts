/** At a choice that gives something at once, only what was named and nothing else gives it: in every language, as it is typed. */

import { openHouse } from '../kit/house';
import { createSpeaker } from '../kit/speaker';
import { createTexter } from '../kit/texter';

/** What came torn; words that choose neither; and the ways to have it sent again. */
const LANGUAGES = {
  'en-GB': [
    'my dog food arrived torn',
    [
      'not a new one',
      'no refund',
      'refund?',
      'no money',
      'a new one or the money',
      'no resend',
      'replace it and refund me',
      'refund me and replace it',
    ],
    [
      'send me another one',
      'can you send me a new one',
      'please send me a replacement',
      'exchange it',
      'no, a new one',
    ],
  ],
  'it-IT': [
    'il cibo del cane è arrivato strappato',
    [
      'rimborso?',
      'non rimandarlo',
      'niente soldi',
      'non uno nuovo',
      'nessuno dei due',
      'rimandalo e rimborsami',
      'rimandalo, rimborsami',
      'rimborsami e mandamene un altro',
    ],
    ['ne voglio uno nuovo', 'mandamene un altro', 'me ne mandate un altro per favore', 'no, uno nuovo'],
  ],
  'de-DE': [
    'mein Hundefutter ist zerrissen angekommen',
    [
      'kein Ersatz',
      'Erstattung?',
      'kein Geld',
      'nicht noch einen',
      'keinen neuen',
      'nicht das Zweite',
      'nicht die Erstattung',
      'nicht den Ersatz',
      'ein neues und Geld zurück',
    ],
    ['schick mir einen neuen', 'können Sie mir ein neues schicken', 'nein, einen neuen'],
  ],
  'pl-PL': [
    'karma dla psa przyszła rozdarta',
    [
      'nie nowy',
      'bez zwrotu',
      'zwrot?',
      'nie wysyłajcie nowej',
      'nie to pierwsze',
      'nie ta nowa',
      'wyślij jeszcze raz i zwróć pieniądze',
    ],
    ['wyślijcie mi nową', 'proszę przysłać mi nową'],
  ],
  'cs-CZ': [
    'psí krmivo přišlo roztržené',
    ['ne nové', 'žádné peníze', 'peníze?', 'neposílejte nové', 'bez náhrady', 'pošlete nové a vraťte mi peníze'],
    ['pošlete mi nové', 'můžete mi poslat nové'],
  ],
} as const;

async function saidTo(locale: string, first: string, text: string) {
  const house = await openHouse();
  const ana = createTexter(house, { locale, shopper: 'ana' });
  expect((await ana.says(first)).asks).toBe('Remedy.choose');
  const { replies } = await ana.says(text);
  await house.close();
  return replies.filter((reply) => /^Remedy\.(resent|refunded|sentBack|asked)/.test(reply));
}

describe.each(Object.entries(LANGUAGES))('%s', (locale, [first, neither, again]) => {
  test.each([...neither])('"%s" gives nothing', async (text) => {
    expect(await saidTo(locale, first, text)).toEqual([]);
  });

  test.each([...again])('"%s" has it sent again', async (text) => {
    expect(await saidTo(locale, first, text)).toEqual(['Remedy.resent']);
  });
});

test('at a speaker, whoever may want money back is asked whether it is that, and gets it by a yes', async () => {
  const house = await openHouse();
  const ana = createSpeaker(house);
  const torn = {
    product: { said: 'dog food', ids: ['brontolino-dog-food'] },
    problem: { said: 'torn', ids: ['damaged'] },
  };
  expect((await ana.hears('DeliveryProblem', torn)).asks).toBe('Remedy.choose');
  expect((await ana.hears('ReturnRefund')).asks).toBe('Remedy.shall');
  expect((await ana.hears('Yes')).replies).toContain('Remedy.refunded');
  await house.close();
});
