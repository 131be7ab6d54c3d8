/** Short things people say: what they mean by them, and not what a word of them could be taken for. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

test.each([
  ['en-GB', "hello I'm Tim and I'm six"],
  ['it-IT', 'ciao sono Tim e ho sei anni'],
  ['de-DE', 'hallo ich bin Tim und bin sechs'],
  ['cs-CZ', 'ahoj já jsem Tim a je mi šest'],
  ['pl-PL', 'cześć jestem Tim i mam sześć lat'],
])('%s "%s" is a child', async (locale, said) => {
  expect((await at.texter({ locale }).says(said)).replies[0]).toMatch(/^Child\./);
});

test.each([
  ['en-GB', 'how late are you open'],
  ['it-IT', 'fino a che ora siete aperti'],
  ['de-DE', 'wie lange habt ihr auf'],
  ['cs-CZ', 'jak dlouho máte otevřeno'],
  ['pl-PL', 'do której jest czynne'],
])('%s "%s" asks for the hours', async (locale, said) => {
  expect((await at.texter({ locale }).says(said)).replies[0]).toMatch(/^Opening\./);
});

test.each([
  ['en-GB', 'I changed my mind, cancel that', 'reorder my coffee'],
  ['it-IT', 'ho cambiato idea, annulla', 'riordina il caffè'],
  ['de-DE', 'stornier das', 'bestell meinen Kaffee nach'],
  ['de-DE', 'ich hab es mir anders überlegt, stornieren Sie das', 'bestell meinen Kaffee nach'],
  ['cs-CZ', 'rozmyslel jsem si to, zrušte to', 'objednej znovu kávu'],
  ['pl-PL', 'rozmyśliłem się, anuluj to', 'zamów ponownie kawę'],
])('%s "%s" asks which order at first, and at a purchase is a no to it', async (locale, said, order) => {
  expect((await at.texter({ locale }).says(said)).asks).toBe('CancelOrder.which');
  const chat = at.texter({ locale });
  await chat.says(order);
  expect((await chat.says(said)).replies).toEqual(['Purchase.notOrdered']);
});

test.each([
  ['de-DE', 'bestell Windeln', ['drei', 'die drei', 'die dreier']],
  ['cs-CZ', 'objednej plenky', ['tři', 'trojku']],
  ['pl-PL', 'zamów pieluchy', ['trzy', 'trójki']],
])('%s: of what comes in sizes, "%s", a number that is no place chooses the size', async (locale, order, all) => {
  for (const said of all) {
    const chat = at.texter({ locale });
    expect((await chat.says(order)).asks).toBe('Reorder.which');
    const { show, asks } = await chat.says(said);
    expect([said, asks, show.includes('Snugglebury')]).toEqual([said, 'Purchase.confirm', true]);
  }
  const chat = at.texter({ locale });
  await chat.says(order);
  expect((await chat.says('7')).asks).toBe('Reorder.which');
});

test('a limit is set in German', async () => {
  const { replies, asks } = await at.texter({ locale: 'de-DE' }).says('stell eine Grenze von 50 Euro ein');
  expect([replies, asks].join()).toMatch(/VoiceLimits\./);
});
