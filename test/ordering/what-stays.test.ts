/** "Don't remove everything except the coffee" takes nothing out; "all but the tea", where teas are chosen from, is heard of both. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

const LANGUAGES = {
  'en-GB': {
    two: 'order coffee and dog food',
    stays: [
      "don't remove everything except the coffee",
      "don't remove all",
      "please don't take everything out but the coffee",
    ],
    choice: 'order coffee and tea',
    but: 'all but the tea',
    only: 'remove everything except the tea',
  },
  'it-IT': {
    two: 'ordina caffè e cibo per cani',
    stays: ['non togliere tutto tranne il caffè', 'non togliere tutto'],
    choice: 'ordina caffè e tè',
    but: 'tutto tranne il tè',
    only: 'togli tutto tranne il tè',
  },
  'de-DE': {
    two: 'bestelle Kaffee und Hundefutter',
    stays: ['entferne nicht alles außer dem Kaffee', 'entferne nicht alles'],
    choice: 'bestell Kaffee und Tee',
    but: 'alles außer dem Tee',
    only: 'alles außer dem Tee entfernen',
  },
  'pl-PL': {
    two: 'zamów kawę i karmę dla psa',
    stays: ['nie usuwaj wszystkiego oprócz kawy', 'nie usuwaj wszystkiego'],
    choice: 'zamów kawę i herbatę',
    but: 'wszystko oprócz herbaty',
    only: 'usuń wszystko oprócz herbaty',
  },
  'cs-CZ': {
    two: 'objednej kávu a krmivo pro psy',
    stays: ['neodstraňuj všechno kromě kávy', 'neodstraňuj všechno'],
    choice: 'objednej kávu a čaj',
    but: 'všechno kromě čaje',
    only: 'odstraň všechno kromě čaje',
  },
} as const;

describe.each(Object.entries(LANGUAGES))('%s', (locale, words) => {
  test.each([...words.stays])('"%s" at a purchase leaves it whole, and without one changes nothing', async (said) => {
    const chat = at.texter({ locale });
    expect((await chat.says(said)).replies).toEqual(['Refused.changes']);
    const total = /\d+[.,]\d\d/.exec((await chat.says(words.two)).show)?.[0] ?? 'none';
    const { replies, asks, show } = await chat.says(said);
    expect([replies[0], asks, show.includes(total)]).toEqual(['Refused.changes', 'Purchase.confirm', true]);
  });

  test(`"${words.but}" at the choice orders the coffee alone`, async () => {
    const chat = at.texter({ locale });
    expect((await chat.says(words.choice)).asks).toBe('Reorder.which');
    const { asks, show } = await chat.says(words.but);
    expect([asks, show.includes('Bella Roma')]).toEqual(['Purchase.confirm', true]);
  });

  test(`"${words.only}" there gives up the coffee, and says so`, async () => {
    const chat = at.texter({ locale });
    await chat.says(words.choice);
    expect(await chat.says(words.only)).toMatchObject({ replies: ['Purchase.withoutIt'], asks: 'Reorder.which' });
    const { show, asks } = await chat.says('Verdello');
    expect([asks, show.includes('Bella Roma'), show.includes('Verdello')]).toEqual(['Purchase.confirm', false, true]);
  });
});

test('"everything but the Verdello" leaves the others to choose from', async () => {
  const chat = at.texter();
  await chat.says('order tea');
  const { asks, show } = await chat.says('everything but the Verdello');
  expect([asks, show.includes('Verdello'), show.includes('Harrowmere')]).toEqual(['Reorder.which', false, true]);
});

test('"all but the tea", where only tea is wanted, asks what else', async () => {
  const chat = at.texter();
  await chat.says('order tea');
  expect((await chat.says('all but the tea')).asks).toBe('Reorder.what');
});

test('"send it", of an order that there is not, sends nothing, and takes nothing back', async () => {
  const chat = at.texter();
  await chat.says('where is my broccoli');
  const said = await chat.says('send it');
  expect(said.intent).toMatch(/^(Fallback|SendToPhone)$/);
  expect(at.house.orders()).toBe(0);
});
