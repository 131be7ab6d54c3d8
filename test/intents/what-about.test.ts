/** "What about …" asks of a country only where a country may be meant: what is said by itself means itself. And how much longer it takes is asked of the order that was told. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

test.each([
  ['en-GB', 'what about shipping costs'],
  ['en-GB', 'what about express'],
  ['en-GB', 'how about germany'],
  ['it-IT', "e l'espresso"],
  ['de-DE', 'und mit Express'],
  ['pl-PL', 'a ekspresowa'],
  ['cs-CZ', 'a expresní'],
])('%s: "%s" is told its price', async (locale, text) => {
  const { intent, replies } = await at.texter({ locale }).says(text);
  const isOfPlace = replies.some((key) => key.endsWith('.noPlace'));
  expect([intent, replies[0]?.split('.')[0], isOfPlace]).toEqual(['ShippingCost', 'ShippingCost', false]);
});

test('a country nobody knows is still said to be unknown', async () => {
  const { show } = await at.texter({ locale: 'en-GB' }).says('what about narnia');
  expect(show).toContain('narnia');
});

const WAITING = {
  'en-GB': ['where is the dog food', 'how much longer do I have to wait, you crooks'],
  'it-IT': ['dov’è il cibo per cani', 'maledizione, quanto devo aspettare ancora'],
  'de-DE': ['wo ist das Hundefutter', 'wie lange soll ich noch warten, ihr Betrüger'],
  'pl-PL': ['gdzie jest karma dla psa', 'ile mam jeszcze czekać, złodzieje'],
  'cs-CZ': ['kde je krmivo pro psy', 'jak dlouho mám ještě čekat, zloději'],
};

test.each(Object.entries(WAITING))(
  '%s: how much longer is told of the order that was told',
  async (locale, [first = '', then = '']) => {
    const shopper = at.texter({ locale });
    const told = await shopper.says(first);
    expect(told.replies[0]).toMatch(/^OrderStatus\./);
    const { replies } = await shopper.says(then);
    expect(replies).toEqual(['OrderStatus.due']);
  },
);

test.each([
  ['en-GB', 'i never ordered coffee'],
  ['it-IT', 'non ho mai ordinato il caffè'],
  ['de-DE', 'den Kaffee habe ich nie bestellt'],
  ['pl-PL', 'nie zamawiałam żadnej kawy'],
  ['cs-CZ', 'žádnou kávu jsem neobjednala'],
])('%s: "%s" is a wrong thing that came, and nothing is ordered or cancelled', async (locale, text) => {
  const { intent } = await at.texter({ locale }).says(text);
  expect(intent).toBe('DeliveryProblem');
});

test.each([
  ['en-GB', 'i did not get the order'],
  ['it-IT', "non ho ricevuto l'ordine"],
  ['de-DE', 'ich habe die Bestellung nicht bekommen'],
  ['pl-PL', 'nie dostałam zamówienia'],
  ['cs-CZ', 'nedostala jsem objednávku'],
])('%s: "%s" is a parcel that is missing', async (locale, text) => {
  const { intent } = await at.texter({ locale }).says(text);
  expect(intent).toBe('DeliveryProblem');
});
