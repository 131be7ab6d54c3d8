/** What is understood of words that are none of our sentences, in English, with the demo shop's goods. */

import type { HearingContext } from '../../lambda/language/hearing/heard';
import type { IntentName } from '../../lambda/vocabulary/intents';
import { goodsFor } from '../../scripts/locales/catalogue';
import { exactEars, learnedEars } from '../kit/ears';

const goods = goodsFor('en');

function hear(text: string, asked: Partial<HearingContext> = {}) {
  return learnedEars.hear(text, { locale: 'en-GB', goods, ...asked });
}

const OTHER_WORDS: readonly (readonly [string, IntentName])[] = [
  ['hi there, no idea where my parcel might be by now??', 'OrderStatus'],
  ['you shipped me the wrong stuff, what a mess', 'DeliveryProblem'],
  ['pls stop my order, i do not want it any more', 'CancelOrder'],
  ['ive got a different street now, my address must be altered', 'ChangeAddress'],
  ['do u guys ship all the way to portugal', 'ShippingOptions'],
  ['i wanna send these back and get the money', 'ReturnRefund'],
  ['still no trace of the refund you owe me', 'RefundStatus'],
  ['let me have a word with some real human being', 'TalkToHuman'],
  ['which cards can be used for paying', 'SupportPolicy'],
];

test.each(OTHER_WORDS)('"%s" is %s', (text, intent) => {
  expect(exactEars.hear(text, { locale: 'en-GB', goods }).intent).not.toBe(intent);
  expect(hear(text).intent).toBe(intent);
});

test.each(['whats the capital of norway', 'dim the bedroom lights a bit', 'asdf qwer zxcv'])(
  '"%s" is nothing of ours',
  (text) => {
    const heard = hear(text);
    expect(heard.intent).toBe('Fallback');
    expect(heard.score).toBeLessThan(0.5);
  },
);

test.each([
  ['cancle', 'Cancel'],
  ['hlep', 'Help'],
  ['goodbey', 'Stop'],
  ['would you please just say that again', 'Repeat'],
] as const)('"%s" is %s', (text, intent) => {
  expect(hear(text).intent).toBe(intent);
});

test('sentences of ours are heard as they are without it', () => {
  for (const text of ['where is my order', 'order two bags of dog food', 'no', 'what does shipping cost to germany']) {
    const context = { locale: 'en-GB', goods };
    expect(learnedEars.hear(text, context)).toEqual(exactEars.hear(text, context));
  }
});

test('a misspelt product is found, and how many', () => {
  const heard = hear('pls ordr me 2 more of the cofee');
  expect(heard.intent).toBe('Reorder');
  const coffees = hear('reorder my coffee').slots.product?.ids;
  expect(heard.slots.product?.ids).toEqual(coffees);
});

test('an order is known by the last digits of its number', () => {
  const heard = hear('pls stop order WM-104230 from being sent, i want to cancel');
  expect(heard.intent).toBe('CancelOrder');
  expect(heard.slots.orderNumber?.ids).toEqual(['4230']);
});

test('what is likely but not sure may be asked about', () => {
  const unclear = ['is there a list of what i bought', 'the stuff i bought', 'show me the things i got'].map((said) =>
    hear(said),
  );
  const asked = unclear.flatMap(({ intent, maybe }) => (intent === 'Fallback' && maybe ? [maybe] : []));
  expect(asked.length).toBeGreaterThan(0);
  expect(new Set(asked.flat().map(({ intent }) => intent)).size).toBeGreaterThan(1);
});

test('what it is most like is told even of what it does not act on', () => {
  const { intent, rivals, score } = hear('my aunt talks about parcels');
  expect(intent).toBe('Fallback');
  expect(rivals.length).toBeGreaterThan(1);
  expect(rivals[0]?.score).toBe(score);
});

test('an open question is asked first', () => {
  expect(
    hear('two', { expects: ['number'], elicits: { intent: 'Reorder', slot: 'quantity' } }).slots.quantity?.number,
  ).toBe(2);
});

test.each([
  ['where is my order from three days ago', '2026-01-12'],
  ['where is my order from 2 weeks ago', '2026-01-01'],
  ['where is my order from the 3rd of january', '2026-01-03'],
  ['where is my order from december 30', '2025-12-30'],
  ['where is my order from the second of january', '2026-01-02'],
])('"%s" names %s', (text, day) => {
  expect(hear(text).slots.date?.date).toBe(day);
});

test.each([
  ['where is my order from last week', '2026-01-05', '2026-01-11'],
  ['what did I order this month', '2026-01-01', '2026-01-31'],
  ['how much did I spend last year', '2025-01-01', '2025-12-31'],
  ['what did I order in december', '2025-12-01', '2025-12-31'],
  ['how much did I spend in 2024', '2024-01-01', '2024-12-31'],
])('"%s" names the days from %s to %s', (text, from, to) => {
  expect(hear(text).slots.date).toMatchObject({ period: { from, to } });
});
