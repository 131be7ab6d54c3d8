/** Of a purchase that waits for its yes a part is refused: that part goes, or nothing changes, and the purchase is not over. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

/** Totals in euros: of both goods, of the coffee, of the dog food. */
const BOTH = /32[.,]80/;
const COFFEE = /14[.,]80/;
const DOG_FOOD = /21[.,]90/;

/** What is bought; what takes the coffee or the dog food away; what changes nothing; what keeps the coffee and adds toilet paper. */
const LANGUAGES = {
  'en-GB': {
    order: 'order two bags of coffee and dog food',
    noCoffee: ['no coffee', 'please no coffee', "I don't want the coffee", "don't order coffee", 'not the coffee'],
    noDogFood: ['no dog food', 'not the dog food', 'without dog food'],
    stays: [
      'not two more',
      "don't add three",
      'ten less',
      'no more coffee',
      'three less coffee',
      "don't remove the coffee",
      "don't double it",
      "don't make it three",
      "don't add toilet paper",
      'no toilet paper',
      'no, dog food',
    ],
    goes: ['remove everything', 'remove all please', 'clear it all'],
    adds: ["don't remove the coffee and add toilet paper", "don't remove the coffee but add toilet paper"],
  },
  'it-IT': {
    order: 'ordina due caffè e cibo per cani',
    noCoffee: ['niente caffè', 'non voglio il caffè'],
    noDogFood: ['niente cibo per cani', 'no cibo per cani', 'senza cibo per cani'],
    stays: ['non altri due', 'non aggiungerne tre', 'dieci in meno', 'niente più caffè', 'non togliere il caffè'],
    goes: ['togli tutto', 'rimuovi tutti'],
    adds: ['non togliere il caffè e aggiungi la carta igienica'],
  },
  'de-DE': {
    order: 'bestelle zwei Kaffee und Hundefutter',
    noCoffee: ['keinen Kaffee', 'ohne Kaffee', 'ich will den Kaffee nicht'],
    noDogFood: ['kein Hundefutter'],
    stays: [
      'nicht noch zwei',
      'zehn weniger',
      'keinen Kaffee mehr',
      'nicht den Kaffee rausnehmen',
      'füge nicht drei hinzu',
    ],
    goes: ['nimm alles raus', 'alles raus bitte'],
    adds: ['nicht den Kaffee streichen, Toilettenpapier hinzufügen'],
  },
  'pl-PL': {
    order: 'zamów dwie kawy i karmę dla psa',
    noCoffee: ['nie kawę', 'bez kawy'],
    noDogFood: ['bez karmy dla psa'],
    stays: ['nie jeszcze dwie', 'nie dodawaj trzech', 'dziesięć mniej', 'nie usuwaj kawy'],
    goes: ['usuń wszystko', 'usuń wszystkie'],
    adds: ['nie usuwaj kawy i dodaj papier toaletowy'],
  },
  'cs-CZ': {
    order: 'objednej dvě kávy a krmivo pro psy',
    noCoffee: ['bez kávy', 'už žádnou kávu'],
    noDogFood: ['žádné krmivo pro psy'],
    stays: ['nepřidávej tři', 'o deset míň', 'neodebírej kávu'],
    goes: ['odeber všechno', 'smaž vše'],
    adds: ['neodebírej kávu a přidej toaletní papír'],
  },
} as const;

/** What is asked after these words, and how it is shown. */
async function heardAfter(locale: string, order: string, said: string) {
  const texter = at.texter({ locale });
  const asked = await texter.says(order);
  expect([asked.asks, asked.show]).toEqual(['Purchase.confirm', expect.stringMatching(BOTH)]);
  const { asks, show } = await texter.says(said);
  expect(at.house.orders()).toBe(0);
  return { asks, show };
}

const asking = (total: RegExp) => ({ asks: 'Purchase.confirm', show: expect.stringMatching(total) });

describe.each(Object.entries(LANGUAGES))('%s', (locale, { order, noCoffee, noDogFood, stays, adds }) => {
  test.each([...noCoffee])('"%s" takes the coffee out', async (said) => {
    expect(await heardAfter(locale, order, said)).toEqual(asking(DOG_FOOD));
  });

  test.each([...noDogFood])('"%s" takes the dog food out', async (said) => {
    expect(await heardAfter(locale, order, said)).toEqual(asking(COFFEE));
  });

  test.each([...stays])('"%s" changes nothing, and the purchase waits', async (said) => {
    expect(await heardAfter(locale, order, said)).toEqual(asking(BOTH));
  });

  test.each([...adds])('"%s" keeps the coffee and adds to it', async (said) => {
    const { asks, show } = await heardAfter(locale, order, said);
    expect([asks, show]).toEqual(['Purchase.confirm', expect.stringMatching(/Bella Roma.*Brontolino.*Cartanuvola/)]);
  });
});

/** Of one thing alone fewer than there are can go, and no more. */
test.each([
  ['en-GB', 'order two bags of coffee', 'ten less'],
  ['it-IT', 'ordina due caffè', 'dieci in meno'],
  ['de-DE', 'bestelle zwei Kaffee', 'zehn weniger'],
  ['pl-PL', 'zamów dwie kawy', 'dziesięć mniej'],
  ['cs-CZ', 'objednej dvě kávy', 'o deset míň'],
])('in %s, after "%s", "%s" is more than there is: the purchase waits as it is', async (locale, order, said) => {
  const texter = at.texter({ locale });
  await texter.says(order);
  const { replies, asks, show } = await texter.says(said);
  expect([replies, asks, show]).toEqual([['Purchase.fewerInIt'], 'Purchase.confirm', expect.stringMatching(COFFEE)]);
});

test('the only thing that is being bought, refused by its name, is not ordered', async () => {
  const texter = at.texter();
  await texter.says('order two bags of coffee');
  expect((await texter.says('no coffee')).replies).toEqual(['Purchase.notOrdered']);
});

test('all of it, one after the other, is not ordered', async () => {
  const texter = at.texter();
  await texter.says('order two bags of coffee and dog food');
  expect((await texter.says('no dog food, no coffee')).replies).toEqual(['Purchase.notOrdered']);
});

test.each([
  ['en-GB', 'order coffee', 'one more, no, two less'],
  ['it-IT', 'ordina caffè', 'uno in più, no, due in meno'],
])('in %s, after "%s", of "%s" only what is put right counts', async (locale, order, said) => {
  const texter = at.texter({ locale });
  await texter.says(order);
  expect((await texter.says(said)).replies).toEqual(['Purchase.notOrdered']);
});

/** What the cart has stays in it, and nobody is sent away for it. */
test.each([
  ['en-GB', 'add coffee to my cart', "don't empty it"],
  ['it-IT', 'metti il caffè nel carrello', 'non svuotarlo'],
  ['de-DE', 'leg Kaffee in meinen Warenkorb', 'leere ihn nicht'],
  ['pl-PL', 'dodaj kawę do koszyka', 'nie opróżniaj go'],
  ['cs-CZ', 'přidej kávu do košíku', 'nevyprazdňuj ho'],
])('in %s, after "%s", "%s" changes nothing', async (locale, order, said) => {
  const texter = at.texter({ locale });
  await texter.says(order);
  const { replies, asks } = await texter.says(said);
  expect([replies, asks]).toEqual([['Refused.changes'], 'Welcome.more']);
});

/** Of what nobody understands nothing follows: the purchase waits. */
test.each([
  ['en-GB', 'order coffee', ['no sugar', 'no plastic please', 'no rush']],
  ['it-IT', 'ordina caffè', ['niente zucchero', 'niente plastica', "non c'è problema"]],
  ['de-DE', 'bestelle Kaffee', ['kein Zucker']],
  ['pl-PL', 'zamów kawę', ['bez cukru']],
  ['cs-CZ', 'objednej kávu', ['žádný cukr']],
])('in %s, after "%s", %j ends no purchase', async (locale, order, all) => {
  for (const said of all) {
    const texter = at.texter({ locale });
    await texter.says(order);
    expect([said, (await texter.says(said)).asks]).toEqual([said, 'Purchase.confirm']);
  }
  expect(at.house.orders()).toBe(0);
});

/** What is added comes to what is there, with its number. */
test.each([
  ['en-GB', 'order two bags of coffee and dog food', 'add two dog food', /3 × Brontolino/],
  ['en-GB', 'order two bags of coffee and dog food', 'add two more dog food', /3 × Brontolino/],
  ['en-GB', 'order coffee', 'and toilet paper', /2 × Bella Roma.*1 × Cartanuvola/],
  ['en-GB', 'order coffee', 'also two toilet paper', /2 × Bella Roma.*2 × Cartanuvola/],
  ['it-IT', 'ordina due caffè e cibo per cani', 'aggiungi altri due cibo per cani', /3 × .*Brontolino/],
  ['it-IT', 'ordina due caffè e cibo per cani', 'e la carta igienica', /Brontolino.*1 × .*Cartanuvola/],
  ['de-DE', 'bestelle zwei Kaffee und Hundefutter', 'und Toilettenpapier', /Brontolino.*1 × Cartanuvola/],
  ['pl-PL', 'zamów dwie kawy i karmę dla psa', 'dodaj dwie karmy dla psa', /3 × Brontolino/],
  ['pl-PL', 'zamów dwie kawy i karmę dla psa', 'i papier toaletowy', /Brontolino.*1 × Cartanuvola/],
  ['cs-CZ', 'objednej dvě kávy a krmivo pro psy', 'přidej dvě krmiva pro psy', /3 × Brontolino/],
  ['cs-CZ', 'objednej dvě kávy a krmivo pro psy', 'a toaletní papír', /Brontolino.*1 × Cartanuvola/],
])('in %s, after "%s", "%s" comes to it', async (locale, order, said, shown) => {
  const texter = at.texter({ locale });
  await texter.says(order);
  const { asks, show } = await texter.says(said);
  expect([asks, show]).toEqual(['Purchase.confirm', expect.stringMatching(shown)]);
});

test.each(Object.entries(LANGUAGES))(
  '%s: nothing of it is wanted, and neither the cart nor anybody’s data is meant',
  async (locale, language) => {
    for (const said of language.goes) {
      const chat = at.texter({ locale });
      await chat.says(language.order);
      const { asks } = await chat.says(said);
      expect([said, asks]).toEqual([said, 'Welcome.more']);
    }
    expect(at.house.orders()).toBe(0);
  },
);
