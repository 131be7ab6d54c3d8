/** A new address, or somebody else's: none of those the shop has is offered in its place. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

const LANGUAGES = {
  'en-GB': {
    order: 'reorder my coffee',
    elsewhere: [
      'I have a new address',
      "I've moved",
      "send my order to my sister's",
      'send my order to my parents instead',
    ],
    there: "send it to my sister's",
    known: ['send my order to work instead', 'change my delivery address', 'send my order to another address'],
  },
  'it-IT': {
    order: 'riordina il caffè',
    elsewhere: ['ho un nuovo indirizzo', 'manda il pacco a mia sorella'],
    there: 'mandalo a mia sorella',
    known: ['manda il mio ordine al lavoro invece'],
  },
  'de-DE': {
    order: 'bestell meinen Kaffee nach',
    elsewhere: ['ich habe eine neue Adresse', 'wir sind umgezogen', 'schick das Paket zu meiner Schwester'],
    there: 'schick es zu meiner Schwester',
    known: ['ändere meine Adresse'],
  },
  'cs-CZ': {
    order: 'objednej znovu kávu',
    elsewhere: ['mám novou adresu', 'pošlete to k sestře'],
    there: 'pošli to sestře',
    known: ['změň adresu'],
  },
  'pl-PL': {
    order: 'zamów ponownie kawę',
    elsewhere: ['mam nowy adres', 'wyślij paczkę do siostry'],
    there: 'wyślij to do siostry',
    known: ['zmień adres'],
  },
} as const;

describe.each(Object.entries(LANGUAGES))('%s', (locale, words) => {
  test.each([...words.elsewhere])('"%s" is for a person to put in', async (said) => {
    const { replies, asks } = await at.texter({ locale }).says(said);
    expect([replies, asks]).toEqual([['ChangeAddress.newHere'], 'TalkToHuman.offer']);
  });

  test.each([...words.known])('"%s" asks about an address that is saved', async (said) => {
    expect((await at.texter({ locale }).says(said)).asks).toBe('ChangeAddress.confirm');
  });

  test('where something is being bought, it stays as it is', async () => {
    const chat = at.texter({ locale });
    await chat.says(words.order);
    const { replies, asks } = await chat.says(words.there);
    expect([replies, asks]).toEqual([['Purchase.noSuchAddress'], 'Purchase.confirm']);
    expect(at.house.orders()).toBe(0);
  });
});
