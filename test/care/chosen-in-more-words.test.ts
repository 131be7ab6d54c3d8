/** What is chosen for goods that came badly, said with a courtesy, a reason or what is not wanted: the one that is meant is given, or it is asked about. */

import { openHouse } from '../kit/house';
import { createSpeaker } from '../kit/speaker';
import { createTexter } from '../kit/texter';

/** What is complained of; words that choose to have it sent again, the money, and neither. */
const LANGUAGES = {
  'en-GB': {
    first: 'my dog food arrived torn',
    again: [
      'send me a new one please, the dog is hungry',
      'not a refund, send it again',
      "I don't want a refund, send it again",
      'no refund but a new one',
      'refund no, resend',
      'please send it again as soon as possible',
    ],
    money: ['refund yes please', "money back because the dog won't eat it", 'the refund, not the resend'],
    neither: [
      'great, another one',
      'refund, never mind',
      'the money back if it comes fast',
      'send a new one to my office',
      'a new one please, bigger',
      'I want a refund because a new one would be torn too',
      'refund please, onto my other card',
      'refund or a new one, I do not mind',
      'order a new one',
      'send me two new ones',
    ],
    asks: ['can I get a refund?', 'could I have my money back?'],
  },
  'it-IT': {
    first: 'il cibo del cane è arrivato strappato',
    again: ['non il rimborso, rimandalo', 'niente rimborso ma uno nuovo', 'uno nuovo sì'],
    money: ['rimborso sì grazie', 'il rimborso perché il cane non lo mangia', 'non rimandarlo, voglio il rimborso'],
    neither: [
      'fantastico, un altro',
      'sì domani',
      'rimborso o uno nuovo?',
      'rimborso, anzi no',
      'rimandalo, però più grande',
    ],
    asks: ['posso avere il rimborso?', 'potrei avere i soldi indietro?'],
  },
  'de-DE': {
    first: 'mein Hundefutter ist zerrissen angekommen',
    again: [
      'schickt mir bitte einen neuen, der Hund hat Hunger',
      'keine Erstattung, schickt es noch einmal',
      'Geld nicht, Ersatz ja',
    ],
    money: ['Erstattung ja bitte', 'Geld zurück, weil der Hund es nicht frisst', 'keinen neuen, das Geld bitte'],
    neither: ['super, noch einer', 'Ersatz, nein warte', 'das Geld nehme ich nicht', 'Erstattung oder Ersatz'],
    asks: ['kann ich das Geld zurückbekommen?'],
  },
  'pl-PL': {
    first: 'karma dla psa przyszła rozdarta',
    again: [
      'wyślijcie ponownie proszę',
      'nie zwrot, wyślijcie ponownie',
      'zwrotu nie chcę, poproszę nową',
      'wyślijcie mi nową, pies jest głodny',
    ],
    money: ['zwrot tak proszę', 'zwrot pieniędzy, bo pies tego nie zje'],
    neither: ['no super, kolejna', 'super, kolejna', 'nową ale większą', 'nowej nie chcę', 'jutro tak'],
    asks: ['czy mogę dostać zwrot pieniędzy?'],
  },
  'cs-CZ': {
    first: 'psí krmivo přišlo roztržené',
    again: ['peníze nechci, pošlete znovu', 'ne peníze, pošlete znovu', 'pošlete mi nové prosím, pes má hlad'],
    money: ['beru peníze', 'peníze ano prosím', 'neposílejte nové, chci peníze zpět'],
    neither: ['no skvělé, další', 'skvělé, další', 'nové nechci', 'peníze nechci pošlete znovu'],
    asks: ['můžu dostat peníze zpátky?'],
  },
} as const;

const GIVEN = /^Remedy\.(resent|refunded|sentBack)/;
/** What was asked waits until it is answered. */
const WAITING = /^Remedy\.(choose|shall)$/;

async function saidTo(locale: string, first: string, text: string) {
  const house = await openHouse();
  const ana = createTexter(house, { locale, shopper: 'ana' });
  expect((await ana.says(first)).asks).toBe('Remedy.choose');
  const { replies, asks } = await ana.says(text);
  await house.close();
  return { given: replies.filter((reply) => GIVEN.test(reply)), asks };
}

describe.each(Object.entries(LANGUAGES))('%s', (locale, { first, again, money, neither, asks }) => {
  test.each([...again])('"%s" has it sent again', async (text) => {
    expect((await saidTo(locale, first, text)).given).toEqual(['Remedy.resent']);
  });

  test.each([...money])('"%s" gives the money back', async (text) => {
    expect((await saidTo(locale, first, text)).given).toEqual(['Remedy.refunded']);
  });

  test.each([...neither])('"%s" gives nothing, and what was asked is not lost', async (text) => {
    const said = await saidTo(locale, first, text);
    expect(said.given).toEqual([]);
    expect(said.asks).toMatch(WAITING);
  });

  test.each([...asks])('"%s" is told what would be paid back, and asked', async (text) => {
    expect(await saidTo(locale, first, text)).toEqual({ given: [], asks: 'Remedy.shall' });
  });
});

test.each([
  ['en-GB', 'neither of them'],
  ['en-GB', "don't do anything"],
  ['en-GB', "please don't send anything"],
  ['it-IT', 'nessuno dei due'],
  ['it-IT', 'niente grazie'],
  ['de-DE', 'nichts davon'],
  ['pl-PL', 'żadne z nich'],
  ['cs-CZ', 'nic z toho'],
] as const)('in %s "%s" leaves it as it is', async (locale, text) => {
  const house = await openHouse();
  const ana = createTexter(house, { locale, shopper: 'ana' });
  await ana.says(LANGUAGES[locale].first);
  expect((await ana.says(text)).replies).toEqual(['Remedy.left']);
  await house.close();
});

test('at a speaker, goods that no shop sells do not take the place of what was offered', async () => {
  const house = await openHouse();
  const ana = createSpeaker(house);
  const torn = {
    product: { said: 'dog food', ids: ['brontolino-dog-food'] },
    problem: { said: 'torn', ids: ['damaged'] },
  };
  await ana.hears('DeliveryProblem', torn);
  expect((await ana.hears('Reorder', { product: { said: 'a new bag', ids: [] } })).asks).toBe('Remedy.choose');
  await house.close();
});
