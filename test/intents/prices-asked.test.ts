/** What goods cost is told of those that are named or offered, and of nothing else; the question stays. And of two goods that are asked about, both are served. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

const LANGUAGES = {
  'en-GB': {
    coffee: 'how much is the coffee',
    tea: 'order tea',
    them: ['how much are they?', 'how much is it'],
    both: 'where are my coffee and dog food',
    cancels: 'cancel the dog food and the cat food',
  },
  'it-IT': {
    coffee: 'quanto costa il caffè',
    tea: 'ordina tè',
    them: ['quanto costano?', 'quali sono i prezzi'],
    both: 'dove sono il caffè e il cibo per cani',
    cancels: 'annulla il cibo per cani e il cibo per gatti',
  },
  'de-DE': {
    coffee: 'was kostet der Kaffee',
    tea: 'bestelle Tee',
    them: ['was kosten die?', 'wie teuer sind die'],
    both: 'wo sind mein Kaffee und mein Hundefutter',
    cancels: 'storniere das Hundefutter und das Katzenfutter',
  },
  'pl-PL': {
    coffee: 'ile kosztuje kawa',
    tea: 'zamów herbatę',
    them: ['ile kosztują', 'jakie są ceny'],
    both: 'gdzie jest moja kawa i karma dla psa',
    cancels: 'anuluj karmę dla psa i karmę dla kota',
  },
  'cs-CZ': {
    coffee: 'kolik stojí káva',
    tea: 'objednej čaj',
    them: ['kolik stojí', 'jaké jsou ceny'],
    both: 'kde je moje káva a krmivo pro psy',
    cancels: 'zruš krmivo pro psy a krmivo pro kočky',
  },
} as const;

describe.each(Object.entries(LANGUAGES))('%s', (locale, words) => {
  test('of goods that are named', async () => {
    const { show } = await at.texter({ locale }).says(words.coffee);
    expect([show.includes('Bella Roma'), /5[,.]45/.test(show)]).toEqual([true, true]);
  });

  test.each([...words.them])('"%s": of those that are offered', async (said) => {
    const chat = at.texter({ locale });
    await chat.says(words.tea);
    const { show, asks } = await chat.says(said);
    expect([/7[,.]90/.test(show), /4[,.]90/.test(show), asks]).toEqual([true, true, 'Reorder.which']);
  });

  test('of two goods whose order is asked about the second waits for the first', async () => {
    const { replies, asks } = await at.texter({ locale }).says(words.both);
    expect([replies[0]?.startsWith('OrderStatus.none'), asks]).toEqual([false, 'Besides.also']);
  });

  test('of two goods that are to be cancelled none is looked for under both names', async () => {
    const { replies } = await at.texter({ locale }).says(words.cancels);
    expect(replies.filter((key) => key === 'OrderStatus.noneLike')).toEqual([]);
  });
});
