/** "Too expensive" at a purchase: what costs less is named, and where nothing does it is left; goods that are called dear are only told of. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

const LANGUAGES = {
  'en-GB': {
    dear: 'order monte lieve coffee',
    cheapest: 'order coffee',
    two: 'order coffee and dog food',
    said: ['too expensive', "that's too expensive", 'no, too expensive', 'sorry, it costs too much'],
    ofGoods: 'the dog food is too expensive',
    cheaper: 'the cheaper one',
  },
  'it-IT': {
    dear: 'ordina caffè monte lieve',
    cheapest: 'ordina il caffè',
    two: 'ordina il caffè e cibo per cani',
    said: ['troppo caro', 'è troppo caro', 'no, costa troppo'],
    ofGoods: 'il cibo per cani è troppo caro',
    cheaper: 'il più economico',
  },
  'de-DE': {
    dear: 'bestelle Monte Lieve Kaffee',
    cheapest: 'bestelle Kaffee',
    two: 'bestelle Kaffee und Hundefutter',
    said: ['zu teuer', 'das ist mir zu teuer', 'nein, das kostet zu viel'],
    ofGoods: 'Hundefutter ist zu teuer',
    cheaper: 'das günstigere',
  },
  'pl-PL': {
    dear: 'zamów kawę Monte Lieve',
    cheapest: 'zamów kawę',
    two: 'zamów kawę i karmę dla psa',
    said: ['za drogo', 'to za drogo', 'nie, za drogo'],
    ofGoods: 'karma dla psa jest za droga',
    cheaper: 'to tańsze',
  },
  'cs-CZ': {
    dear: 'objednej kávu Monte Lieve',
    cheapest: 'objednej kávu',
    two: 'objednej kávu a krmivo pro psy',
    said: ['moc drahé', 'to je moc drahé', 'ne, to je moc drahé'],
    ofGoods: 'krmivo pro psy je moc drahé',
    cheaper: 'to levnější',
  },
} as const;

describe.each(Object.entries(LANGUAGES))('%s', (locale, words) => {
  async function heardAfter(order: string, said: string) {
    const chat = at.texter({ locale });
    await chat.says(order);
    return { chat, heard: await chat.says(said) };
  }

  test.each([...words.said])('"%s" names what costs less, and that can be had', async (said) => {
    const { chat, heard } = await heardAfter(words.dear, said);
    expect([heard.replies[0], heard.asks]).toEqual(['Purchase.costsLess', 'Purchase.confirm']);
    const { show, asks } = await chat.says(words.cheaper);
    expect([show.includes('Casa Lenta'), asks, at.house.orders()]).toEqual([true, 'Purchase.confirm', 0]);
  });

  test.each([...words.said])('"%s" is a no where nothing costs less, and that is said', async (said) => {
    const { heard } = await heardAfter(words.cheapest, said);
    expect([heard.replies.slice(0, 2), heard.asks]).toEqual([
      ['Purchase.noCheaper', 'Purchase.notOrdered'],
      'Welcome.more',
    ]);
  });

  test('of several things the prices are told, and the purchase waits', async () => {
    const { heard } = await heardAfter(words.two, words.said[0]);
    expect([heard.replies.slice(0, 2), heard.asks]).toEqual([['Purchase.each', 'Purchase.each'], 'Purchase.confirm']);
  });

  test('one of several that is called dear is told with its price, and opens nothing else', async () => {
    const { heard } = await heardAfter(words.two, words.ofGoods);
    expect([heard.replies[0], heard.asks, heard.show.includes('Brontolino')]).toEqual([
      'Purchase.each',
      'Purchase.confirm',
      true,
    ]);
  });
});
