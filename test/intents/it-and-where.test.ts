/** "Order it" orders what was told, and cancels nothing; "ship it to my office" is said of what is being bought, not of an order of before. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

const LANGUAGES = {
  'en-GB': {
    ...{ told: 'where is my dog food', cart: "what's in my cart", order: 'reorder my coffee', yes: 'yes' },
    it: ['order it', 'order that'],
    office: ['ship it to my work', 'to my office', 'please have it delivered to my office'],
    both: ['make it three coffees and two dog foods'],
    two: 'reorder coffee and dog food',
  },
  'it-IT': {
    ...{ told: "dov'è il cibo per cani", cart: "cosa c'è nel carrello", order: 'riordina il caffè', yes: 'sì' },
    it: ['ordinalo'],
    office: ['spediscilo in ufficio', 'al lavoro'],
    both: ['facciamo tre caffè e due cibi per cani'],
    two: 'riordina il caffè e il cibo per cani',
  },
  'de-DE': {
    ...{
      told: 'wo ist mein Hundefutter',
      cart: 'was ist im Warenkorb',
      order: 'bestell meinen Kaffee nach',
      yes: 'ja',
    },
    it: ['bestell es', 'kauf das da'],
    office: ['schick es ins Büro', 'zur Arbeit'],
    both: ['lieber drei Kaffee und zwei Hundefutter'],
    two: 'bestell Kaffee und Hundefutter',
  },
  'pl-PL': {
    ...{ told: 'gdzie jest karma dla psa', cart: 'co mam w koszyku', order: 'zamów znowu kawę', yes: 'tak' },
    it: ['zamów to', 'kup ją'],
    office: ['wyślij to do pracy', 'do biura'],
    both: ['jednak trzy kawy i dwie karmy dla psa'],
    two: 'zamów kawę i karmę dla psa',
  },
  'cs-CZ': {
    ...{ told: 'kde je moje krmivo pro psa', cart: 'co mám v košíku', order: 'objednej znovu kávu', yes: 'ano' },
    it: ['objednej to', 'kup ho'],
    office: ['pošlete to do práce', 'do kanceláře'],
    both: ['radši tři kávy a dvě krmiva pro psa'],
    two: 'objednej kávu a krmivo pro psa',
  },
} as const;

describe.each(Object.entries(LANGUAGES))('%s', (locale, words) => {
  test.each([...words.it])('"%s" orders what was told', async (said) => {
    const chat = at.texter({ locale });
    await chat.says(words.told);
    const { asks, show } = await chat.says(said);
    expect([asks, show.includes('Brontolino')]).toEqual(['Purchase.confirm', true]);
    expect(at.house.orders()).toBe(0);
  });

  test.each([...words.office])('"%s" is of what is being bought, and of what lies in the cart', async (said) => {
    const chat = at.texter({ locale });
    const home = await chat.says(words.order);
    const office = await chat.says(said);
    expect([office.asks, office.show === home.show]).toEqual(['Purchase.confirm', false]);
    const other = at.texter({ locale });
    await other.says(words.cart);
    expect((await other.says(said)).asks).toBe('Purchase.confirm');
    expect(at.house.orders()).toBe(0);
  });

  test.each([...words.both])('"%s" counts each of them anew', async (said) => {
    const chat = at.texter({ locale });
    await chat.says(words.two);
    const { asks, show } = await chat.says(said);
    expect([asks, /3 × [^,]*Bella Roma.*2 × [^,]*Brontolino/.test(show)]).toEqual(['Purchase.confirm', true]);
    expect(at.house.orders()).toBe(0);
  });
});

test('one of two is counted anew, the other stays', async () => {
  const chat = at.texter();
  await chat.says('order two coffees and three cat food');
  const { asks, show } = await chat.says('no I said two cat foods');
  expect([asks, /2 × [^,]*Bella Roma.*2 × [^,]*Mirtilla/.test(show)]).toEqual(['Purchase.confirm', true]);
});

test('what is named with its number beside what is there comes to it', async () => {
  const chat = at.texter();
  await chat.says('reorder coffee and dog food');
  expect((await chat.says('three coffees and two teas')).asks).toBe('Reorder.which');
  const { asks, show } = await chat.says('Harrowmere');
  expect([asks, /3 × [^,]*Bella Roma.*1 × [^,]*Brontolino.*2 × [^,]*Harrowmere/.test(show)]).toEqual([
    'Purchase.confirm',
    true,
  ]);
});

test('"change the delivery address", where something is being bought, is of that', async () => {
  const chat = at.texter();
  await chat.says('reorder my coffee');
  const { asks, show } = await chat.says('please change the delivery address');
  expect([asks, show.includes('to your work')]).toEqual(['Purchase.confirm', true]);
});

test('what may put right how many is not said to stay as it is', async () => {
  const chat = at.texter({ locale: 'it-IT' });
  await chat.says('ordina due caffè e tre cibi per gatti');
  const { asks, replies } = await chat.says('no ne volevo uno solo di cibo per gatti');
  expect([asks, replies.includes('Refused.changes')]).toEqual(['Purchase.confirm', false]);
});

test('"no put it back" sends nothing back where nothing came yet', async () => {
  const chat = at.texter();
  await chat.says('reorder coffee and dog food');
  await chat.says('actually forget the dog food');
  const { asks, replies } = await chat.says('no put it back');
  expect([asks, replies.includes('Refused.returns')]).toEqual(['Purchase.confirm', false]);
});

test('what only sounds like an emergency is none, however its letters are written', async () => {
  const { replies } = await at.texter({ locale: 'de-DE' }).says('es brennt mir unter den naegeln');
  expect(replies.some((key) => key.startsWith('Emergency.'))).toBe(false);
});
