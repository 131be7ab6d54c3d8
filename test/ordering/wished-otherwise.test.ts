/** "Yes but express", "the other coffee", "actually three", "not three": in few words a purchase is wished otherwise, or what was just ordered is. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

const LANGUAGES = {
  'en-GB': {
    ...{ order: 'reorder my coffee', yes: 'yes' },
    express: ['yes but express', 'yes, express please', 'no, express', 'ok but with express delivery'],
    notExpress: ['not by express', 'no express'],
    other: ['the other coffee', 'no the other coffee', 'yes but the other coffee'],
    three: ['actually three', 'rather three'],
    notThree: ['not three'],
    teas: ['add tea and make it three'],
  },
  'it-IT': {
    ...{ order: 'riordina il caffè', yes: 'sì' },
    express: ['sì ma express', 'sì, però con consegna express', 'no, express'],
    notExpress: ['non express', 'non con consegna express'],
    other: ["l'altro caffè", "no, l'altro caffè"],
    three: ['anzi tre', 'meglio tre'],
    notThree: ['non tre'],
    teas: ['aggiungi il tè e fanne tre'],
  },
  'de-DE': {
    ...{ order: 'bestell meinen Kaffee nach', yes: 'ja' },
    express: ['ja aber express', 'ja, per Express', 'nein, express'],
    notExpress: ['nicht per Express', 'kein Express'],
    other: ['den anderen Kaffee', 'nein, den anderen Kaffee'],
    three: ['doch lieber drei', 'lieber drei'],
    notThree: ['nicht drei'],
    teas: ['füge Tee hinzu und mach drei draus'],
  },
  'pl-PL': {
    ...{ order: 'zamów znowu kawę', yes: 'tak' },
    express: ['tak ale ekspresem', 'tak, z dostawą ekspresową'],
    notExpress: ['nie ekspresem'],
    other: ['tę drugą kawę', 'inną kawę'],
    three: ['jednak trzy', 'raczej trzy'],
    notThree: ['nie trzy'],
    teas: ['dodaj herbatę i niech będą trzy'],
  },
  'cs-CZ': {
    ...{ order: 'objednej znovu kávu', yes: 'ano' },
    express: ['ano ale expres', 'ano, ale expresně'],
    notExpress: ['ne expresem', 'ne expresně'],
    other: ['tu druhou kávu', 'tu jinou kávu'],
    three: ['raději tři', 'spíš tři'],
    notThree: ['ne tři'],
    teas: ['přidej čaj a udělejte z toho tři'],
  },
} as const;

describe.each(Object.entries(LANGUAGES))('%s', (locale, words) => {
  async function asked() {
    const chat = at.texter({ locale });
    await chat.says(words.order);
    return chat;
  }

  async function placed() {
    const chat = await asked();
    await chat.says(words.yes);
    expect(at.house.orders()).toBe(1);
    return chat;
  }

  test.each([...words.express])('"%s" changes how it comes and asks again', async (said) => {
    const chat = await asked();
    const { asks, show } = await chat.says(said);
    expect([asks, /18[.,]80/.test(show)]).toEqual(['Purchase.confirm', true]);
    expect(at.house.orders()).toBe(0);
    await chat.says(words.yes);
    expect(at.house.orders()).toBe(1);
  });

  test.each([...words.notExpress])('"%s" has it come otherwise, and asks again', async (said) => {
    const chat = await asked();
    expect((await chat.says(said)).asks).toBe('Purchase.confirm');
    await chat.says(words.express[0]);
    const { asks, show } = await chat.says(said);
    expect([asks, /14[.,]80/.test(show)]).toEqual(['Purchase.confirm', true]);
    expect(at.house.orders()).toBe(0);
  });

  test.each([...words.other])('"%s" is another of the kind', async (said) => {
    const chat = await asked();
    const { asks, show } = await chat.says(said);
    expect([asks, show.includes('Porto Grigio')]).toEqual(['Purchase.confirm', true]);
    expect(at.house.orders()).toBe(0);
  });

  test.each([...words.other])('"%s" right after an order asks whether it takes that one\'s place', async (said) => {
    expect((await (await placed()).says(said)).asks).toBe('Placed.instead');
    expect(at.house.orders()).toBe(1);
  });

  test.each([...words.three])('"%s" counts anew, before the yes and after it', async (said) => {
    const { asks, show } = await (await asked()).says(said);
    expect([asks, show.includes('3 × ')]).toEqual(['Purchase.confirm', true]);
    expect((await (await placed()).says(said)).asks).toBe('Placed.instead');
  });

  test.each([...words.notThree])('"%s" changes nothing, before the yes and after it', async (said) => {
    const { asks, replies, show } = await (await asked()).says(said);
    expect([replies[0], asks, show.includes('3 × ')]).toEqual(['Refused.changes', 'Purchase.confirm', false]);
    const after = await (await placed()).says(said);
    expect([after.replies, after.asks]).toEqual([['Refused.changes'], 'Welcome.more']);
    expect(at.house.orders()).toBe(1);
  });

  test.each([...words.teas])('"%s" says of what there are three before it is ordered', async (said) => {
    const chat = await asked();
    expect((await chat.says(said)).asks).toBe('Reorder.which');
    const { asks, show } = await chat.says('Harrowmere');
    expect([asks, /2 × [^,]*Bella Roma.*3 × [^,]*Harrowmere/.test(show)]).toEqual(['Purchase.confirm', true]);
    expect(at.house.orders()).toBe(0);
  });
});
