/** A cancellation that is refused is confirmed and never begun; of several goods each is heard, and "delete it" means what was told. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

const LANGUAGES = {
  'en-GB': {
    refused: [
      'my last order should not be cancelled',
      'the order must not be cancelled',
      'the cat food order should not be cancelled',
    ],
    wanted: 'my last order should be cancelled',
    two: [
      'cancel the cat food and the dog food I ordered',
      'cancel the cat food and dog food that I ordered yesterday',
    ],
    no: 'no',
    data: 'what do you know about me',
    erase: ['delete it', 'erase that', 'delete everything'],
  },
  'it-IT': {
    refused: [
      'il mio ultimo ordine non va annullato',
      "l'ultimo ordine non annullarlo",
      "l'ordine non deve essere annullato",
    ],
    wanted: 'il mio ultimo ordine va annullato',
    two: ['annulla il cibo per gatti e il cibo per cani che ho ordinato'],
    no: 'no',
    data: 'cosa sai di me',
    erase: ['cancellalo', 'cancella tutto'],
  },
  'de-DE': {
    refused: [
      'meine letzte Bestellung soll nicht storniert werden',
      'die Bestellung darf nicht storniert werden',
      'meine letzte Bestellung nicht stornieren',
    ],
    wanted: 'meine letzte Bestellung soll storniert werden',
    two: ['storniere das Katzenfutter und das Hundefutter das ich bestellt habe'],
    no: 'nein',
    data: 'was weißt du über mich',
    erase: ['lösch das', 'lösche es', 'lösch alles'],
  },
  'pl-PL': {
    refused: [
      'moje ostatnie zamówienie ma nie być anulowane',
      'zamówienia proszę nie anulować',
      'ostatniego zamówienia nie anuluj',
    ],
    wanted: 'moje ostatnie zamówienie ma być anulowane',
    two: ['anuluj karmę dla kota i karmę dla psa które zamówiłam'],
    no: 'nie',
    data: 'co o mnie wiesz',
    erase: ['usuń to', 'skasuj to', 'usuń wszystko'],
  },
  'cs-CZ': {
    refused: [
      'poslední objednávku nerušte',
      'objednávku krmiva pro kočky nerušte',
      'moje poslední objednávka nemá být zrušena',
    ],
    wanted: 'poslední objednávku zrušte',
    two: ['zruš krmivo pro kočky a krmivo pro psy', 'zruš krmivo pro kočky a krmivo pro psy které jsem objednala'],
    no: 'ne',
    data: 'co o mně víš',
    erase: ['smaž to', 'vymaž to', 'smaž všechno'],
  },
} as const;

describe.each(Object.entries(LANGUAGES))('%s', (locale, words) => {
  test.each([...words.refused])('"%s" leaves the order as it is', async (said) => {
    expect((await at.texter({ locale }).says(said)).replies).toEqual(['Refused.cancels']);
  });

  test(`"${words.wanted}" asks for the yes to it`, async () => {
    expect((await at.texter({ locale }).says(words.wanted)).asks).toBe('Cancelling.confirm');
  });

  test.each([...words.two])('"%s" asks for the one, and then for the other', async (said) => {
    const chat = at.texter({ locale });
    expect((await chat.says(said)).asks).toBe('Cancelling.confirm');
    expect((await chat.says(words.no)).asks).toBe('Besides.also');
  });

  test.each([...words.erase])('"%s" after what is kept was told asks whether to erase it', async (said) => {
    const chat = at.texter({ locale });
    await chat.says(words.data);
    expect((await chat.says(said)).asks).toBe('MyData.forget');
  });
});
