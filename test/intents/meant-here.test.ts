/** At a speaker's purchase question Amazon decides the intent: what can only mean that purchase means it. */

import { useHouse } from '../kit/use-house';

const at = useHouse();

async function asked(locale: 'en-GB' | 'it-IT') {
  const speaker = at.speaker({ locale });
  const first = await speaker.hears('Reorder', { product: locale === 'en-GB' ? 'coffee' : 'caffè' });
  expect(first.asks).toBe('Purchase.confirm');
  return speaker;
}

describe.each(['en-GB', 'it-IT'] as const)('at the purchase question in %s', (locale) => {
  const it_ = locale === 'en-GB' ? 'it' : 'lo';

  test('"cancel the order" is a no', async () => {
    const speaker = await asked(locale);
    const heard = await speaker.hears('CancelOrder');
    expect(heard.replies).not.toContain('Purchase.placed');
    expect(heard.asks).not.toBe('Purchase.confirm');
    expect(at.house.orders()).toBe(0);
  });

  test('"order it" is a yes', async () => {
    const speaker = await asked(locale);
    const heard = await speaker.hears('Reorder', { product: it_ });
    expect(heard.replies).toContain('Purchase.placed');
    expect(at.house.orders()).toBe(1);
  });

  test('a basket puts the question again, and its yes places one order', async () => {
    const speaker = await asked(locale);
    const again = await speaker.hears('CartCheckout');
    expect(again.asks).toBe('Purchase.confirm');
    expect(at.house.orders()).toBe(0);
    await speaker.yes();
    expect(at.house.orders()).toBe(1);
  });

  test('other goods are another purchase, no yes to this one', async () => {
    const speaker = await asked(locale);
    await speaker.hears('Reorder', { product: locale === 'en-GB' ? 'dog food' : 'crocchette per cani' });
    expect(at.house.orders()).toBe(0);
  });
});

test('where nothing is bought, cancelling an order asks of that order', async () => {
  const heard = await at.speaker().hears('CancelOrder');
  expect(heard.asks).toBe('CancelOrder.which');
  expect(at.house.orders()).toBe(0);
});

/** Found by the model of ordering: what chooses among remedies is their name or their place, and nothing that is said of goods. */
test.each([
  ['Reorder', { product: { said: 'coffee', ids: ['bella-roma-ground'] }, quantity: 1 }, 'Purchase.confirm'],
  ['ReturnRefund', { product: { said: 'coffee', ids: ['bella-roma-ground'] } }, 'ReturnRefund.byLabel'],
  ['Reorder', { basis: { said: 'the last', ids: ['last'] } }, 'Purchase.confirm'],
  // Perhaps "make it two": a speaker tells no difference.
  ['Reorder', { quantity: 2 }, 'Remedy.choose'],
] as const)('%s of goods chooses no remedy', async (intent, slots, asks) => {
  const speaker = at.speaker();
  await speaker.hears('DeliveryProblem', { problem: { said: 'damaged', ids: ['damaged'] } });
  expect((await speaker.hears('Select', { ListPosition: '1' })).asks).toBe('Remedy.choose');
  const heard = await speaker.hears(intent, slots);
  expect([heard.asks, heard.replies.filter((reply) => /^Remedy\.(?!choose)|^Care\./.test(reply))]).toEqual([asks, []]);
});

/** A number of more than there are may be a place in the list, which is no yes to anything: it is asked again. */
test.each([
  ['en-GB', 'my toilet paper never arrived', 'two'],
  ['it-IT', 'la carta igienica non è mai arrivata', 'due'],
] as const)('in %s after "%s" "%s" is no new complaint', async (locale, complaint, number) => {
  const texter = at.texter({ locale });
  expect((await texter.says(complaint)).asks).toBe('Remedy.choose');
  expect((await texter.says(number)).asks).toBe('Remedy.choose');
});

/** Digits alone are goods of nothing: where it is asked for nothing they start no order. */
test.each([
  ['en-GB', 'where is order 4232', 'where is one oh four two three two'],
  ['en-GB', 'where is order 4232', 'what about one oh four two three two'],
  ['it-IT', "dov'è l'ordine 4232", "dov'è uno zero quattro due tre due"],
] as const)('in %s after "%s" "%s" orders nothing', async (locale, before, said) => {
  const texter = at.texter({ locale });
  await texter.says(before);
  expect((await texter.says(said)).asks ?? '').not.toMatch(/^(Purchase|Reorder)\./);
});
