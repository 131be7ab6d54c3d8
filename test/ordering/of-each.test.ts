/** "Three of each", "order the rest", "send it again" behind a refusal: what is said of a whole purchase or order means that, and nothing else. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

const LANGUAGES = {
  'en-GB': {
    order: 'order coffee and dog food',
    each: ['three of each', 'i want three of each please', 'three of both'],
    rest: 'order the rest',
    refused: "I don't want my last order, send it again",
  },
  'it-IT': {
    order: 'ordina caffè e cibo per cani',
    each: ['tre di ciascuno', 'tre di tutti e due'],
    rest: 'ordina il resto',
    refused: 'non voglio il mio ultimo ordine, mandalo di nuovo',
  },
  'de-DE': {
    order: 'bestelle Kaffee und Hundefutter',
    each: ['drei von jedem', 'je drei', 'jeweils drei'],
    rest: 'bestell den Rest',
    refused: 'ich will meine letzte Bestellung nicht, schick sie nochmal',
  },
  'pl-PL': {
    order: 'zamów kawę i karmę dla psa',
    each: ['po trzy', 'trzy sztuki każdego'],
    rest: 'zamów resztę',
    refused: 'nie chcę mojego ostatniego zamówienia, wyślij je jeszcze raz',
  },
  'cs-CZ': {
    order: 'objednej kávu a krmivo pro psy',
    each: ['od každého tři', 'tři od každého'],
    rest: 'objednej zbytek',
    refused: 'nechci poslední objednávku, pošli ji znovu',
  },
} as const;

describe.each(Object.entries(LANGUAGES))('%s', (locale, { order, each, rest, refused }) => {
  test.each([...each])('"%s" is so many of all that is being bought', async (said) => {
    const chat = at.texter({ locale });
    await chat.says(order);
    const { show, asks } = await chat.says(said);
    expect([/3 × .*Bella Roma.*3 × .*Brontolino/.test(show), asks]).toEqual([true, 'Purchase.confirm']);
  });

  test('the rest is no goods of that name, and no yes', async () => {
    const chat = at.texter({ locale });
    await chat.says(order);
    const { asks, replies } = await chat.says(rest);
    expect([asks, replies.filter((key) => key.startsWith('Reorder.')), at.house.orders()]).toEqual([
      'Purchase.confirm',
      [],
      0,
    ]);
  });

  test('an order that is not wanted is asked about, whatever follows', async () => {
    expect((await at.texter({ locale }).says(refused)).asks).toMatch(/^(Cancelling\.confirm|CancelOrder\.which)$/);
  });
});

test.each([
  ['wo ist meine Hundefutterbestellung', 'OrderStatus.'],
  ['wo bleibt meine Katzenfutterlieferung', 'OrderStatus.'],
  ['was ist mit meinem Kaffeepaket', 'OrderStatus.'],
])('"%s" is of goods that are written in one with what they came in', async (said, part) => {
  const { replies } = await at.texter({ locale: 'de-DE' }).says(said);
  expect([replies[0]?.startsWith(part), replies[0]?.startsWith('OrderStatus.none')]).toEqual([true, false]);
});
