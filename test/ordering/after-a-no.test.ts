/** "No, another two", where something is being bought: the no is to the count that was told, and nothing is given up. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

/** Two bags are being bought: `four` adds two, `three` takes their place. */
const LANGUAGES = {
  'en-GB': {
    order: 'order two bags of Bella Roma',
    four: ['no, another two', 'no two more', 'another two bags', 'no, two extra', 'no another two on top'],
    three: ['no, three', 'no three bags'],
  },
  'it-IT': {
    order: 'ordina due pacchi di Bella Roma',
    four: ['no, altri due', 'no altre due confezioni', 'no ancora due'],
    three: ['no, tre', 'no tre pacchi'],
  },
  'de-DE': {
    order: 'bestelle zwei Beutel Bella Roma',
    four: ['nein, noch zwei', 'nein noch zwei dazu', 'nein, weitere zwei Beutel'],
    three: ['nein, drei', 'nein drei Beutel'],
  },
  'pl-PL': {
    order: 'zamów dwie paczki Bella Roma',
    four: ['nie, jeszcze dwie', 'nie kolejne dwie', 'nie, dodatkowe dwie'],
    three: ['nie, trzy', 'nie, trzy sztuki'],
  },
  'cs-CZ': {
    order: 'objednej dva sáčky Bella Roma',
    four: ['ne, ještě dva', 'ne další dva', 'ne ještě dva sáčky', 'ne, další dvě'],
    three: ['ne, tři', 'ne, tři balení'],
  },
} as const;

describe.each(Object.entries(LANGUAGES))('%s', (locale, words) => {
  async function answered(said: string) {
    const chat = at.texter({ locale });
    expect((await chat.says(words.order)).show).toContain('2 × ');
    return chat.says(said);
  }

  test.each([...words.four])('"%s" makes it four', async (said) => {
    const { asks, show } = await answered(said);
    expect([asks, show.includes('4 × ')]).toEqual(['Purchase.confirm', true]);
    expect(at.house.orders()).toBe(0);
  });

  test.each([...words.three])('"%s" makes it three', async (said) => {
    const { asks, show } = await answered(said);
    expect([asks, show.includes('3 × ')]).toEqual(['Purchase.confirm', true]);
  });
});
