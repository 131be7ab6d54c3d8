/** Goods are named by how they came to be one's own, too: "the dog food I got yesterday". And why something is offered is told, not bought. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

test.each([
  ['en-GB', 'the bag of dog food i got is torn', 'Brontolino'],
  ['en-GB', 'the coffee i ordered arrived broken', 'Bella Roma'],
  ['it-IT', 'il caffè che ho ordinato è rotto', 'Bella Roma'],
  ['de-DE', 'das Hundefutter, das ich bekommen habe, ist aufgerissen', 'Brontolino'],
  ['pl-PL', 'karma dla psa, którą dostałam, jest rozerwana', 'Brontolino'],
  ['cs-CZ', 'granule pro psa, co jsem dostala, jsou roztržené', 'Brontolino'],
])('%s: "%s" is about what came', async (locale, text, name) => {
  const { intent, show, replies } = await at.texter({ locale }).says(text);
  expect([intent, show.includes(name), replies.some((key) => key.includes('none'))]).toEqual([
    'DeliveryProblem',
    true,
    false,
  ]);
});

test.each([
  ['en-GB', 'cancel the cat food i ordered yesterday'],
  ['it-IT', 'annulla il cibo per gatti che ho ordinato ieri'],
  ['de-DE', 'storniere das Katzenfutter, das ich gestern bestellt habe'],
  ['pl-PL', 'anuluj karmę dla kota, którą zamówiłem wczoraj'],
  ['cs-CZ', 'zrušte krmivo pro kočky, které jsem včera objednala'],
])('%s: "%s" asks whether that order is cancelled', async (locale, text) => {
  const { intent, show, asks } = await at.texter({ locale }).says(text);
  expect([intent, show.includes('Mirtilla'), asks !== null]).toEqual(['CancelOrder', true, true]);
});

test('goods that were never ordered are still in no order, and are named without their history', async () => {
  const { show, replies } = await at.texter({ locale: 'en-GB' }).says('where is the rice i ordered');
  expect([replies[0], show.includes('rice i ordered')]).toEqual(['OrderStatus.noneLike', false]);
});

test.each([
  ['en-GB', 'what am i running out of', 'why'],
  ['it-IT', 'cosa sta per finire', 'perché'],
  ['de-DE', 'was geht mir bald aus', 'warum'],
  ['pl-PL', 'co mi się kończy', 'dlaczego'],
  ['cs-CZ', 'co mi dochází', 'proč'],
])('%s: who asks why a thing is due hears why, and is not sold it', async (locale, due, why) => {
  const chat = at.texter({ locale });
  expect((await chat.says(due)).asks).toBe('Replenish.order');
  const { replies, asks } = await chat.says(why);
  expect([replies[0]?.split('.')[0], asks]).toEqual(['Replenish', 'Replenish.order']);
});
