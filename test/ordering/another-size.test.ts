/** "No, size 3", "the bigger ones", "in blue", "the 500 gram bag": of what is being bought another size or colour is put with its own total, or it is said that there is none. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

/** Of size four there are these of size three besides, and no coffee of half a kilo. */
const LANGUAGES = {
  'en-GB': {
    order: 'order nappies size 4',
    three: [
      'no, size 3',
      'not size 4, size 3',
      'the size 3 ones',
      'size three please',
      'no the smaller ones',
      'threes',
    ],
    four: ['not size 4', 'no not the size four ones'],
    none: ['no, size 7', 'bigger ones', 'in blue', 'no, the pink ones', 'size XL'],
    coffee: 'reorder my coffee',
    pack: [
      'the 500 gram bag',
      'no, a 500 gram bag',
      'the one with 500 grams',
      'bags of 500 grams',
      ...['the kilo bag', 'the pack of 12', 'no, the 12 pack'],
    ],
    unlike: ['not ground', 'not enough', 'not strong'],
    many: ['the 96 pack', 'a pack of 96'],
    yes: 'yes',
  },
  'it-IT': {
    order: 'ordina pannolini taglia 4',
    three: ['no, taglia 3', 'non la 4, la 3', 'quelli taglia 3', 'taglia tre per favore', 'no, più piccoli', 'la tre'],
    four: ['non la taglia 4', 'non la quattro'],
    none: ['no, taglia 7', 'quelli più grandi', 'in blu', 'no, rosa', 'taglia XL'],
    coffee: 'riordina il caffè',
    pack: [
      'il pacco da 500 grammi',
      'no, quello da 500 grammi',
      'un sacchetto da 500 grammi',
      ...['il pacco da un chilo', 'la confezione da 12'],
    ],
    unlike: ['non macinato', 'non forte'],
    many: ['la confezione da 96'],
    yes: 'sì',
  },
  'de-DE': {
    order: 'bestell Windeln Größe 4',
    three: ['nein, Größe 3', 'nicht Größe 4, sondern Größe 3', 'die in Größe drei', 'nein die kleineren', 'die 3er'],
    four: ['nicht Größe 4', 'nicht die vierer'],
    none: ['nein, Größe 7', 'die größeren', 'in Blau', 'nein, die roten', 'Größe XL'],
    coffee: 'bestelle meinen Kaffee noch mal',
    pack: [
      'die 500 Gramm Packung',
      'nein, die mit 500 Gramm',
      'den Beutel mit 500 Gramm',
      ...['die Kilopackung', 'die 12er Packung'],
    ],
    unlike: ['nicht gemahlen', 'nicht genug'],
    many: ['die 96er Packung'],
    yes: 'ja',
  },
  'cs-CZ': {
    order: 'objednej plenky velikost 4',
    three: ['ne, velikost 3', 'ne čtyřku, trojku', 'ty velikosti 3', 'velikost tři prosím', 'ne, ty menší', 'trojku'],
    four: ['ne velikost 4', 'ne čtyřku'],
    none: ['ne, velikost 7', 'větší', 'v modré', 'ne, ty růžové', 'velikost XL'],
    coffee: 'objednej znovu kávu',
    pack: ['balení 500 gramů', 'ne, sáček 500 gramů', ...['kilové balení', 'balení po 12']],
    unlike: ['ne silnou'],
    many: ['balení po 96'],
    yes: 'ano',
  },
  'pl-PL': {
    order: 'zamów pieluchy rozmiar 4',
    three: [
      'nie, rozmiar 3',
      'nie czwórki, trójki',
      'te w rozmiarze 3',
      'rozmiar trzy proszę',
      'nie, mniejsze',
      'trójki',
    ],
    four: ['nie rozmiar 4', 'nie czwórki'],
    none: ['nie, rozmiar 7', 'większe', 'w niebieskim', 'nie, te różowe', 'rozmiar XL'],
    coffee: 'zamów ponownie kawę',
    pack: ['paczkę 500 gramów', 'nie, paczka 500 gramów', ...['kilogramową paczkę', 'opakowanie po 12']],
    unlike: ['nie mocną'],
    many: ['opakowanie po 96'],
    yes: 'tak',
  },
} as const;

describe.each(Object.entries(LANGUAGES))('%s', (locale, words) => {
  async function answered(order: string, said: string) {
    const chat = at.texter({ locale });
    expect((await chat.says(order)).asks).toBe('Purchase.confirm');
    const { asks, show, replies } = await chat.says(said);
    expect([said, at.house.orders()]).toEqual([said, 0]);
    return { chat, asks, show, replies };
  }

  test.each([...words.three, ...words.four, ...words.many])('"%s" puts the other size with its total', async (said) => {
    const { asks, show, replies } = await answered(words.order, said);
    expect([asks, replies.at(-1)]).toEqual(['Purchase.confirm', 'Purchase.summary']);
    expect(show).toMatch(/1 × .*Snugglebury.*24,?\.?80/);
    expect(show).not.toContain('Pulcinetto');
  });

  test.each([...words.none])('"%s" is told not to be there, and what is being bought is named', async (said) => {
    const { chat, asks, show, replies } = await answered(words.order, said);
    expect([asks, replies[0], replies[1]]).toEqual([
      'Purchase.confirm',
      expect.stringMatching(/^Purchase\.no(SuchSize|SuchColour|Bigger)$/),
      'Purchase.named',
    ]);
    expect(show).toMatch(/1 × .*Pulcinetto/);
    await chat.says(words.yes);
    expect(at.house.orders()).toBe(1);
  });

  test.each([...words.pack])('"%s" is a pack of another size, and not so many of this', async (said) => {
    const { asks, replies, show } = await answered(words.coffee, said);
    expect([asks, replies]).toEqual(['Purchase.confirm', ['Purchase.noSuchSize', 'Purchase.named']]);
    expect(show).toMatch(/2 × .*Bella Roma/);
  });

  test.each([...words.unlike])(
    '"%s" neither drops what is being bought nor buys it: it is named and asked again',
    async (said) => {
      const { asks, replies, show } = await answered(words.coffee, said);
      expect([asks, replies.slice(0, 2)]).toEqual(['Purchase.confirm', ['Consent.unclear', 'Purchase.named']]);
      expect(show).toMatch(/2 × .*Bella Roma/);
    },
  );
});

test('what is asked about a size changes nothing', async () => {
  const chat = at.texter();
  await chat.says('order nappies size 4');
  const { show } = await chat.says('is size 3 cheaper?');
  expect(show).not.toMatch(/1 × .*Snugglebury/);
  expect(at.house.orders()).toBe(0);
});
