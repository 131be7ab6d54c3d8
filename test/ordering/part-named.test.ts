/** Of two things that wait for a yes one is named: nobody has agreed to both. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

const LANGUAGES = {
  'en-GB': {
    order: 'order two bags of coffee and dog food',
    said: ['yes, the coffee', 'yes please, order the coffee', 'order the coffee', 'order coffee', 'ok the dog food'],
  },
  'it-IT': {
    order: 'ordina due caffè e cibo per cani',
    said: ['sì, il caffè', 'sì ordina il caffè', 'ordina il caffè'],
  },
  'de-DE': {
    order: 'bestelle zwei Kaffee und Hundefutter',
    said: ['ja, den Kaffee', 'ja bestell den Kaffee', 'Kaffee bestellen'],
  },
  'pl-PL': { order: 'zamów dwie kawy i karmę dla psa', said: ['tak, kawę', 'tak zamów kawę', 'zamów kawę'] },
  'cs-CZ': { order: 'objednej dvě kávy a krmivo pro psy', said: ['ano, kávu', 'ano objednej kávu', 'objednej kávu'] },
} as const;

describe.each(Object.entries(LANGUAGES))('%s', (locale, { order, said }) => {
  test.each([...said])('"%s" orders nothing yet', async (words) => {
    const chat = at.texter({ locale });
    expect((await chat.says(order)).asks).toBe('Purchase.confirm');
    const { replies } = await chat.says(words);
    expect([replies.includes('Purchase.placed'), at.house.orders()]).toEqual([false, 0]);
  });
});
