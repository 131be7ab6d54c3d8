/** "Remove everything except the coffee": what is named stays, of a purchase and of the cart; all else goes. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

const LANGUAGES = {
  'en-GB': {
    order: 'order two bags of coffee and dog food',
    keeps: [
      'remove everything except the coffee',
      'take everything out apart from the coffee',
      'drop all but the coffee',
      'only keep the coffee',
      'leave just the coffee please',
      'order everything except the dog food',
    ],
    cart: ['take everything but the tablets out of my cart', 'remove everything from my cart except the tablets'],
    ofOne: ['clear the tablets out of my cart'],
    short: ['empty cart', 'clear basket', 'empty my basket'],
    both: ['yes, both', 'yes both of them please'],
    bothAlone: 'both please',
    wait: ['no wait', 'no, wait a moment', 'no hold on'],
  },
  'it-IT': {
    order: 'ordina due caffè e cibo per cani',
    keeps: [
      'togli tutto tranne il caffè',
      'elimina tutto eccetto il caffè',
      'tieni solo il caffè',
      'lascia solo il caffè',
      'ordina tutto tranne il cibo per cani',
    ],
    cart: ['togli tutto dal carrello tranne le pastiglie', 'togli tutto tranne le pastiglie dal carrello'],
    ofOne: ['togli le pastiglie dal carrello'],
    short: ['svuota carrello', 'svuota il carrello'],
    both: ['sì, entrambi', 'sì tutti e due'],
    bothAlone: 'entrambi',
    wait: ['no aspetta', 'no, un attimo'],
  },
  'de-DE': {
    order: 'bestelle zwei Kaffee und Hundefutter',
    keeps: [
      'alles außer Kaffee entfernen',
      'nimm alles außer dem Kaffee raus',
      'nimm alles raus außer dem Kaffee',
      'behalte nur den Kaffee',
      'bestell alles außer Hundefutter',
    ],
    cart: ['entferne alles außer Tabs aus dem Warenkorb'],
    ofOne: ['leere die Tabs aus dem Warenkorb'],
    short: ['Warenkorb leeren', 'leere Warenkorb', 'leere den Warenkorb'],
    both: ['ja, beide', 'ja bitte beides'],
    bothAlone: 'beides',
    wait: ['nein warte', 'nein warte mal', 'nein Moment'],
  },
  'pl-PL': {
    order: 'zamów dwie kawy i karmę dla psa',
    keeps: ['usuń wszystko oprócz kawy', 'zostaw tylko kawę', 'zamów wszystko oprócz karmy dla psa'],
    cart: ['usuń wszystko z koszyka oprócz tabletek', 'usuń z koszyka wszystko oprócz tabletek'],
    ofOne: ['wyczyść tabletki z koszyka'],
    short: ['opróżnij koszyk', 'wyczyść koszyk'],
    both: ['tak, oba', 'tak obie'],
    bothAlone: 'jedno i drugie',
    wait: ['nie czekaj', 'nie, chwila'],
  },
  'cs-CZ': {
    order: 'objednej dvě kávy a krmivo pro psy',
    keeps: ['odstraň všechno kromě kávy', 'nech jen kávu', 'objednej všechno kromě krmiva pro psy'],
    cart: ['vyhoď všechno z košíku kromě tablet', 'vyhoď z košíku všechno kromě tablet'],
    ofOne: ['vysyp tablety z košíku'],
    short: ['vyprázdni košík', 'vysyp košík'],
    both: ['ano, obojí', 'ano obě'],
    bothAlone: 'obojí',
    wait: ['ne počkej', 'ne, moment'],
  },
} as const;

describe.each(Object.entries(LANGUAGES))('%s', (locale, words) => {
  async function atPurchase() {
    const chat = at.texter({ locale });
    expect((await chat.says(words.order)).asks).toBe('Purchase.confirm');
    return chat;
  }

  test.each([...words.keeps])('"%s" leaves the coffee and nothing else', async (said) => {
    const chat = await atPurchase();
    const { show, asks } = await chat.says(said);
    expect([show.includes('Bella Roma'), show.includes('Brontolino'), asks]).toEqual([true, false, 'Purchase.confirm']);
  });

  test.each([...words.cart])('"%s" takes out the other thing', async (said) => {
    const { replies, show } = await at.texter({ locale }).says(said);
    // Where no goods are called so, nothing goes.
    expect(replies[0]).toMatch(/^CartCheckout\.(removed|notInCart)$/);
    expect(show).not.toContain('Vetrachiara');
  });

  test.each([...words.ofOne])('"%s" empties nothing', async (said) => {
    const { replies } = await at.texter({ locale }).says(said);
    expect(replies[0]).toMatch(/^CartCheckout\.(removed|notInCart)$/);
  });

  test.each([...words.short])('"%s" asks whether the cart shall be empty', async (said) => {
    expect((await at.texter({ locale }).says(said)).asks).toBe('CartCheckout.clearing');
  });

  test.each([...words.both])('"%s" orders the two that were named', async (said) => {
    const { replies } = await (await atPurchase()).says(said);
    expect([replies.includes('Purchase.placed'), at.house.orders()]).toEqual([true, 1]);
  });

  test('both without a yes is no yes, and both are named again', async () => {
    const { asks, show } = await (await atPurchase()).says(words.bothAlone);
    expect([asks, show.includes('Brontolino'), at.house.orders()]).toEqual(['Purchase.confirm', true, 0]);
  });

  test.each([...words.wait])('"%s" is given time', async (said) => {
    const { replies, asks } = await (await atPurchase()).says(said);
    expect([replies[0], asks]).toEqual(['Consent.wait', 'Purchase.confirm']);
  });
});

test.each([
  ['en-GB', 'empty my cart', 'cancel it'],
  ['en-GB', 'empty my cart', 'cancel them'],
  ['it-IT', 'svuota il carrello', 'annullalo'],
  ['de-DE', 'leere den Warenkorb', 'storniere es'],
  ['pl-PL', 'opróżnij koszyk', 'anuluj to'],
  ['cs-CZ', 'vyprázdni košík', 'zruš to'],
])('%s: where "%s" waits for a yes, "%s" may call that off, and empties nothing', async (locale, empties, said) => {
  const chat = at.texter({ locale });
  expect((await chat.says(empties)).asks).toBe('CartCheckout.clearing');
  expect((await chat.says(said)).replies).not.toContain('CartCheckout.emptied');
});
