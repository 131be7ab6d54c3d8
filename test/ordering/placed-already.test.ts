/** What is said right after an order was placed, as if it still waited: that order is named, and nothing is doubled or undone unasked. */

import { createSpeaker } from '../kit/speaker';
import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

const LANGUAGES = {
  'en-GB': {
    order: ['reorder my coffee', 'yes'],
    others: [
      'make it three',
      'actually make it three',
      'I wanted three',
      'no, three',
      'it should have been three bags',
    ],
    more: ['add tea', 'add tea to it', 'add some tea to my order', 'one more', 'another two', 'order three coffees'],
    kept: ["don't make it three", "I don't want tea", 'no tea'],
    yes: 'yes',
    no: 'no',
  },
  'it-IT': {
    order: ['riordina il caffè', 'sì'],
    others: ['anzi facciamone tre', 'ne volevo tre', 'no, tre', 'dovevano essere tre'],
    more: ['aggiungi il tè', "aggiungi il tè all'ordine", 'uno in più', 'altri due'],
    kept: ['non voglio il tè'],
    yes: 'sì',
    no: 'no',
  },
  'de-DE': {
    order: ['bestell meinen Kaffee nach', 'ja'],
    others: ['mach drei draus', 'ich wollte drei', 'nein, drei', 'kannst du drei draus machen'],
    more: ['leg noch Tee dazu', 'eine mehr', 'noch zwei'],
    kept: ['ich will keinen Tee'],
    yes: 'ja',
    no: 'nein',
  },
  'pl-PL': {
    order: ['zamów znowu kawę', 'tak'],
    others: ['jednak trzy', 'chciałam trzy', 'nie, trzy', 'miały być trzy'],
    more: ['dodaj herbatę', 'dodaj herbatę do zamówienia', 'jeszcze jedną', 'kolejne dwie'],
    kept: ['nie chcę herbaty'],
    yes: 'tak',
    no: 'nie',
  },
  'cs-CZ': {
    order: ['objednej znovu kávu', 'ano'],
    others: ['radši tři', 'chtěla jsem tři', 'ne, tři', 'udělejte z toho tři'],
    more: ['přidej čaj', 'přidej čaj k objednávce', 'ještě jednu', 'další dvě'],
    kept: ['nechci čaj'],
    yes: 'ano',
    no: 'ne',
  },
} as const;

describe.each(Object.entries(LANGUAGES))('%s', (locale, words) => {
  async function placed() {
    const chat = at.texter({ locale });
    for (const one of words.order) await chat.says(one);
    expect(at.house.orders()).toBe(1);
    return chat;
  }

  test.each([...words.others])('"%s" asks whether the order is to make room for another', async (said) => {
    const { asks, show } = await (await placed()).says(said);
    expect([asks, show.includes('Bella Roma')]).toEqual(['Placed.instead', true]);
    expect(at.house.orders()).toBe(1);
  });

  test.each([...words.more])('"%s" asks whether a second order is wanted', async (said) => {
    const { asks, show } = await (await placed()).says(said);
    expect([asks, show.includes('Bella Roma')]).toEqual(['Placed.besides', true]);
    expect(at.house.orders()).toBe(1);
  });

  test.each([...words.kept])('"%s" leaves the order as it is, and asks nothing', async (said) => {
    const { replies, asks } = await (await placed()).says(said);
    expect([replies[0], asks]).toEqual([expect.stringMatching(/^Refused\./), 'Welcome.more']);
  });

  test('a yes cancels the first, and the other waits for the yes to its total', async () => {
    const chat = await placed();
    await chat.says(words.others[0]);
    const { replies, asks } = await chat.says(words.yes);
    expect([replies.slice(0, 2), asks]).toEqual([['Placed.gone', 'Care.back'], 'Purchase.confirm']);
    expect(at.house.orders()).toBe(1);
    expect((await chat.says(words.yes)).replies).toContain('Purchase.placed');
  });

  test('a no leaves it as it is', async () => {
    const chat = await placed();
    await chat.says(words.others[0]);
    expect((await chat.says(words.no)).replies).toEqual(['Refused.changes']);
    await chat.says(words.more[0]);
    expect((await chat.says(words.no)).replies).toEqual(['Refused.buys']);
    expect(at.house.orders()).toBe(1);
  });
});

async function ordered(what = 'reorder my coffee') {
  const chat = at.texter();
  for (const one of [what, 'yes']) await chat.says(one);
  return chat;
}

test('another number takes the place of the one that is asked about', async () => {
  const chat = await ordered();
  await chat.says('make it three');
  expect((await chat.says('no, four')).asks).toBe('Placed.instead');
  await chat.says('yes');
  expect((await chat.says('yes')).replies).toContain('Purchase.placed');
  expect((await chat.says('what did I order last')).show).toContain('Bella Roma');
});

test('as many as there are is no change', async () => {
  const chat = await ordered();
  await chat.says('make it three');
  expect((await chat.says('make it two')).replies).toEqual(['Refused.changes']);
});

/** "Shall I go on?" is answered by what is refused, and not by what would be if it were not. */
test.each(['make it three', 'add tea'])('"not three" there changes nothing: %s', async (first) => {
  const chat = await ordered();
  await chat.says(first);
  const { replies, asks } = await chat.says('not three');
  expect([replies, asks]).toEqual([['Refused.changes'], 'Welcome.more']);
});

test('"cancel it" there is asked about with what comes back', async () => {
  const chat = await ordered();
  await chat.says('make it three');
  const { replies, asks } = await chat.says('cancel it');
  expect([replies, asks]).toEqual([['Cancelling.wouldBack'], 'Cancelling.confirm']);
});

test('other goods instead are looked for once the first is cancelled', async () => {
  const chat = await ordered();
  expect((await chat.says('tea instead')).asks).toBe('Placed.instead');
  const { replies, asks } = await chat.says('yes');
  expect([replies[0], asks]).toEqual(['Placed.gone', 'Reorder.which']);
});

test('a part of it that is taken off is asked about as such', async () => {
  const chat = await ordered('order coffee and dog food');
  expect((await chat.says('take the dog food off')).asks).toBe('Cancelling.confirmPart');
  await chat.says('no');
  expect((await chat.says("I don't want dog food")).asks).toBe('Cancelling.confirmPart');
});

test('a number of several goods is no order of any of them', async () => {
  const chat = await ordered('order coffee and dog food');
  expect((await chat.says('make it three')).asks).toBe('Placed.besides');
  expect((await chat.says('yes')).asks).toBe('Reorder.what');
});

test('another address is changed in the order itself', async () => {
  expect((await (await ordered()).says('to my office')).asks).toBe('ChangeAddress.confirm');
});

test('later it is an order like any other', async () => {
  const chat = await ordered();
  at.house.clock.advance(121_000);
  expect((await chat.says('make it three')).asks).toBe('Purchase.confirm');
});

test('at the speaker it is the same in the next visit', async () => {
  const speaker = createSpeaker(at.house);
  await speaker.hears('Reorder', { product: 'coffee' });
  await speaker.yes();
  await speaker.opens();
  const { asks, say } = await speaker.hears('Reorder', { quantity: 3 });
  expect([asks, say.includes('Bella Roma')]).toEqual(['Placed.instead', true]);
  await speaker.yes();
  expect((await speaker.yes()).replies).toContain('Purchase.placed');
});
