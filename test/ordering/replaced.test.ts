/** What would take the place of a purchase leaves it as it is until it is found out; whoever wants none of it is back at that purchase. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

const LANGUAGES = {
  'en-GB': {
    order: 'order three coffees',
    others: ['no tea', 'no, tea', 'order tea', 'add tea'],
    none: ['no', 'none of them', 'none of those', 'neither', 'not these'],
    more: 'add dog food',
    itself: 'the coffee',
  },
  'it-IT': {
    order: 'ordina tre caffè',
    others: ['no, tè', 'ordina il tè', 'aggiungi tè'],
    none: ['no', 'nessuno di questi', 'nessuno', 'nessuno dei tre'],
    more: 'aggiungi cibo per cani',
    itself: 'il caffè',
  },
  'de-DE': {
    order: 'bestelle drei Kaffee',
    others: ['nein, Tee', 'bestelle Tee', 'noch Tee dazu'],
    none: ['nein', 'keinen davon', 'keiner von denen', 'nichts davon'],
    more: 'füge Hundefutter hinzu',
    itself: 'den Kaffee',
  },
  'pl-PL': {
    order: 'zamów trzy kawy',
    others: ['nie, herbatę', 'zamów herbatę', 'dodaj herbatę'],
    none: ['nie', 'żadna z nich', 'żadną'],
    more: 'dodaj karmę dla psa',
    itself: 'kawę',
  },
  'cs-CZ': {
    order: 'objednej tři kávy',
    others: ['ne, čaj', 'objednej čaj', 'přidej čaj'],
    none: ['ne', 'žádný z nich', 'nic z toho', 'ani jeden'],
    more: 'přidej krmivo pro psy',
    itself: 'kávu',
  },
} as const;

describe.each(Object.entries(LANGUAGES))('%s', (locale, { order, others, none, more, itself }) => {
  async function asked(other: string = others[0]) {
    const chat = at.texter({ locale });
    await chat.says(order);
    expect((await chat.says(other)).asks).toBe('Reorder.which');
    return chat;
  }

  const three = (show: string) => /3 × [^.]*Bella Roma/.test(show);

  test.each([...others])('after "%s", whoever wants none of it is back at the three coffees', async (other) => {
    const { show, asks } = await (await asked(other)).says(none[0]);
    expect([three(show), asks, at.house.orders()]).toEqual([true, 'Purchase.confirm', 0]);
  });

  test.each([...none])('"%s" chooses none', async (said) => {
    const { show, asks } = await (await asked()).says(said);
    expect([three(show), asks]).toEqual([true, 'Purchase.confirm']);
  });

  test('what comes to it comes to the three coffees', async () => {
    const { show, asks } = await (await asked()).says(more);
    expect([three(show), /1 × .*Brontolino/.test(show), asks]).toEqual([true, true, 'Purchase.confirm']);
  });

  test('named again it is as it was', async () => {
    expect(three((await (await asked()).says(itself)).show)).toBe(true);
  });

  test.each([...none])('"%s" chooses none of what is offered where nothing was being bought', async (said) => {
    const chat = at.texter({ locale });
    const offered = others.find((other) => /^(order|ordina|bestelle|zamów|objednej) /.test(other)) ?? others[0];
    await chat.says(offered);
    expect((await chat.says(said)).asks).toBe('Reorder.what');
  });
});
