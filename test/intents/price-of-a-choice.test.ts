/** "How much is the first one?", of what there is to choose from: it is told and chosen from again, and nothing is bought for it. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

const LANGUAGES = {
  'en-GB': {
    order: 'order tea',
    first: ['how much is the first one', 'what does the first cost'],
    cheap: 'which is cheaper',
  },
  'it-IT': {
    order: 'ordina il tè',
    first: ['quanto costa il primo', 'quanto viene il primo'],
    cheap: 'qual è il meno caro',
  },
  'de-DE': {
    order: 'bestell Tee',
    first: ['was kostet der erste', 'was kostet der Erste?'],
    cheap: 'was ist günstiger',
  },
  'pl-PL': { order: 'zamów herbatę', first: ['ile kosztuje pierwsza'], cheap: 'która jest tańsza' },
  'cs-CZ': { order: 'objednej čaj', first: ['kolik stojí první'], cheap: 'který je nejlevnější' },
} as const;

describe.each(Object.entries(LANGUAGES))('%s', (locale, { order, first, cheap }) => {
  test.each([...first])('"%s" tells its price and asks again', async (said) => {
    const chat = at.texter({ locale });
    expect((await chat.says(order)).asks).toBe('Reorder.which');
    const { show, asks } = await chat.says(said);
    expect([show.includes('Harrowmere'), /7[.,]90/.test(show), asks]).toEqual([true, true, 'Reorder.which']);
  });

  test(`"${cheap}" takes the cheapest to its total`, async () => {
    const chat = at.texter({ locale });
    await chat.says(order);
    const { show, asks } = await chat.says(cheap);
    expect([show.includes('Tillingford'), asks]).toEqual([true, 'Purchase.confirm']);
  });
});
