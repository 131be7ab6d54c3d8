/** Where a part of an order is asked about, a yes in more words cancels that part, and never all of it. */

import { useHouse } from '../kit/use-house';

const at = useHouse();

const SAID = [
  ['en-GB', 'cancel the light bulbs', 'yes, cancel the order', 'yes, cancel it'],
  ['en-GB', 'cancel the light bulbs', 'please cancel everything', 'please cancel'],
  ['it-IT', 'annulla le lampadine', "sì, annulla l'ordine", 'sì, annulla'],
  ['de-DE', 'storniere die Glühbirnen', 'ja, storniere alles', 'ja, stornieren'],
  ['cs-CZ', 'zruš žárovky', 'ano, zruš všechno', 'ano, zruš to'],
  ['pl-PL', 'anuluj żarówki', 'tak, anuluj wszystko', 'tak, anuluj'],
] as const;

test.each(SAID)('in %s "%s", then "%s", leaves the rest', async (locale, wish, all) => {
  const chat = at.texter({ locale, shopper: 'daniel' });
  expect((await chat.says(wish)).asks).toBe('Cancelling.confirmPart');
  const told = await chat.says(all);
  for (const done of ['Cancelling.asked', 'Cancelling.cancelled']) expect(told.replies).not.toContain(done);
});

test.each(SAID.map(([locale, wish, , part]) => [locale, wish, part] as const))(
  'in %s "%s", then "%s", takes the part off',
  async (locale, wish, part) => {
    const chat = at.texter({ locale, shopper: 'daniel' });
    await chat.says(wish);
    expect((await chat.says(part)).replies).toContain('Cancelling.askedPart');
  },
);

const MORE = [
  [
    'en-GB',
    'cancel the light bulbs',
    ['yes, cancel everything', 'yes, cancel the order', 'ok, cancel it all'],
    'no, not everything',
  ],
  ['it-IT', 'annulla le lampadine', ['sì, annulla tutto', "sì, annulla tutto l'ordine"], 'no, non tutto'],
  [
    'de-DE',
    'storniere die Glühbirnen',
    ['ja, storniere alles', 'ja, die ganze Bestellung stornieren'],
    'nein, nicht alles',
  ],
  ['cs-CZ', 'zruš žárovky', ['ano, zruš všechno', 'ano, zruš celou objednávku'], 'ne, ne všechno'],
  ['pl-PL', 'anuluj żarówki', ['tak, anuluj wszystko', 'tak, anuluj całe zamówienie'], 'nie, nie wszystko'],
] as const;

test.each(MORE.flatMap(([locale, wish, all]) => all.map((said) => [locale, wish, said] as const)))(
  'in %s "%s", then "%s", asks about all of it and has taken nothing off',
  async (locale, wish, said) => {
    const chat = at.texter({ locale, shopper: 'daniel' });
    await chat.says(wish);
    const { asks, replies } = await chat.says(said);
    // Of the rest some has left already.
    expect([said, asks, replies[0]]).toEqual([said, 'Cancelling.confirmPart', 'Cancelling.partGone']);
  },
);

test.each(MORE.map(([locale, wish, , no]) => [locale, wish, no] as const))(
  'in %s "%s", then "%s", cancels nothing',
  async (locale, wish, no) => {
    const chat = at.texter({ locale, shopper: 'daniel' });
    await chat.says(wish);
    const { replies } = await chat.says(no);
    for (const one of replies) expect(one).not.toMatch(/^Cancelling\.(asked|cancelled)/);
  },
);
