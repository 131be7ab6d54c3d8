/** Of a purchase that waits for its yes something is said: one thing takes another's place, comes to it or goes from it; a remark opens no other matter. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

const LANGUAGES = {
  'en-GB': {
    order: 'order dog food',
    swaps: ['swap the dog food for cat food', 'replace dog food with cat food', 'cat food instead of the dog food'],
    remarks: ['the dog food is too expensive', 'remark: dog food is too expensive', 'dog food is too dear'],
    more: ['add two more bags of dog food', 'add two more dog food'],
    three: 'order three dog food',
    less: ['take one out', 'remove one'],
    both: 'order two bags of coffee and dog food',
    swapsOne: 'swap the dog food for cat food',
    notNow: ['ok but not today', 'yes but not now'],
  },
  'it-IT': {
    order: 'ordina il cibo per cani',
    swaps: ['cibo per gatti invece del cibo per cani', 'sostituisci il cibo per cani con il cibo per gatti'],
    remarks: [
      'il cibo per cani è troppo caro',
      'il cibo per cani costa troppo',
      'nota: il cibo per cani è troppo caro',
    ],
    more: ['aggiungi altri due sacchi di cibo per cani'],
    three: 'ordina tre cibo per cani',
    less: ['togline uno', 'togli uno'],
    both: 'ordina due caffè e cibo per cani',
    swapsOne: 'cibo per gatti invece del cibo per cani',
    notNow: ['ok ma non oggi'],
  },
  'de-DE': {
    order: 'bestelle Hundefutter',
    swaps: [
      'Katzenfutter statt Hundefutter',
      'tausche das Hundefutter gegen Katzenfutter',
      'ersetze das Hundefutter durch Katzenfutter',
    ],
    remarks: ['das Hundefutter ist zu teuer', 'Anmerkung: das Hundefutter ist zu teuer'],
    more: ['noch zwei Packungen Hundefutter dazu'],
    three: 'bestelle drei Hundefutter',
    less: ['nimm einen raus', 'nimm eins weg'],
    both: 'bestelle zwei Kaffee und Hundefutter',
    swapsOne: 'tausche das Hundefutter gegen Katzenfutter',
    notNow: ['ok aber nicht heute'],
  },
  'pl-PL': {
    order: 'zamów karmę dla psa',
    swaps: ['karma dla kota zamiast karmy dla psa', 'zamień karmę dla psa na karmę dla kota'],
    remarks: ['karma dla psa jest za droga', 'uwaga: karma dla psa jest za droga'],
    more: ['dodaj jeszcze dwie karmy dla psa'],
    three: 'zamów trzy karmy dla psa',
    less: ['usuń jedną'],
    both: 'zamów dwie kawy i karmę dla psa',
    swapsOne: 'zamień karmę dla psa na karmę dla kota',
    notNow: ['ok ale nie dzisiaj'],
  },
  'cs-CZ': {
    order: 'objednej krmivo pro psy',
    swaps: ['krmivo pro kočky místo krmiva pro psy', 'vyměň krmivo pro psy za krmivo pro kočky'],
    remarks: ['krmivo pro psy je moc drahé', 'poznámka: krmivo pro psy je moc drahé'],
    more: ['přidej ještě dvě balení krmiva pro psy'],
    three: 'objednej tři krmiva pro psy',
    less: ['odeber jedno'],
    both: 'objednej dvě kávy a krmivo pro psy',
    swapsOne: 'vyměň krmivo pro psy za krmivo pro kočky',
    notNow: ['ok ale ne dnes'],
  },
} as const;

async function heardAfter(locale: string, order: string, said: string) {
  const texter = at.texter({ locale });
  expect((await texter.says(order)).asks).toBe('Purchase.confirm');
  const { asks, show } = await texter.says(said);
  expect(at.house.orders()).toBe(0);
  return { said, asks, show };
}

const asking = (said: string, shown: RegExp) => ({
  ...{ said, asks: 'Purchase.confirm' },
  show: expect.stringMatching(shown),
});

describe.each(Object.entries(LANGUAGES))('%s', (locale, words) => {
  test.each([...words.swaps])('"%s" puts one thing in the place of another', async (said) => {
    const heard = await heardAfter(locale, words.order, said);
    expect(heard).toEqual(asking(said, /1 × .*Mirtilla/));
    expect(heard.show).not.toMatch(/× [^€]*Brontolino/);
  });

  test('of several things the others stay', async () => {
    const heard = await heardAfter(locale, words.both, words.swapsOne);
    expect(heard).toEqual(asking(words.swapsOne, /2 × .*Bella Roma.*1 × .*Mirtilla/));
    expect(heard.show).not.toMatch(/× [^€]*Brontolino/);
  });

  test.each([...words.remarks])('"%s" opens no complaint, and the purchase waits', async (said) => {
    const texter = at.texter({ locale });
    await texter.says(words.order);
    const { asks, replies } = await texter.says(said);
    expect([asks, at.house.orders()]).toEqual(['Purchase.confirm', 0]);
    expect(replies.filter((key) => /Problem|Return|Cancel|Human/.test(key))).toEqual([]);
  });

  test.each([...words.more])('"%s" comes to what is there', async (said) => {
    expect(await heardAfter(locale, words.order, said)).toEqual(asking(said, /3 × .*Brontolino/));
  });

  test.each([...words.less])('"%s" takes one of three', async (said) => {
    expect(await heardAfter(locale, words.three, said)).toEqual(asking(said, /2 × .*Brontolino/));
  });

  test.each([...words.notNow])('"%s" is a no', async (said) => {
    expect((await heardAfter(locale, words.order, said)).asks).toBe('Welcome.more');
  });
});

test.each([
  ['en-GB', 'order coffee', 'no I meant tea'],
  ['it-IT', 'ordina il caffè', 'no volevo il tè'],
  ['de-DE', 'bestelle Kaffee', 'nein ich meinte Tee'],
])('in %s, after "%s", "%s" asks which, without a sign as well', async (locale, order, said) => {
  expect((await heardAfter(locale, order, said)).asks).toBe('Reorder.which');
});

test('that something goes is refused without a name for it: nothing changes, and the purchase waits', async () => {
  expect((await heardAfter('pl-PL', 'zamów kawę', 'nie usuwaj')).asks).toBe('Purchase.confirm');
});

test('a number that was said of one thing is no number of another', async () => {
  const texter = at.texter();
  await texter.says('order coffee');
  await texter.says('no tea');
  await texter.says('make it three');
  const { show } = await texter.says('add dog food');
  expect(show).not.toMatch(/3 × Brontolino/);
});
