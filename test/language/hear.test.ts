/** What is understood of typed words, by the real sentences of each language and the demo shop's goods. */

import { join } from 'node:path';
import fc from 'fast-check';
import { createHearing } from '../../lambda/language/hearing/hear';
import type { HearingContext } from '../../lambda/language/hearing/heard';
import type { Nameable } from '../../lambda/language/hearing/nameable';
import type { Slot } from '../../lambda/vocabulary/heard';
import type { IntentName } from '../../lambda/vocabulary/intents';
import { goodsOf } from '../../scripts/locales/catalogue';
import { INTENT_SLOTS } from '../../scripts/locales/contract';
import { mass } from '../kit/masses';

const SOLD: readonly Nameable[] = [
  {
    id: 'roma',
    name: { title: 'Roma Ground Coffee 250 g', voiceTitle: 'Roma ground coffee' },
    words: ['coffee', 'ground coffee', 'caffè', 'caffè macinato'],
  },
  {
    id: 'monte',
    name: { title: 'Monte Espresso Beans 1 kg, Dark', voiceTitle: 'Monte espresso beans' },
    words: ['coffee', 'coffee beans', 'caffè', 'caffè in grani'],
  },
  {
    id: 'paws',
    name: { title: 'Happy Paws Dog Food 3 kg', voiceTitle: 'Happy Paws dog food' },
    words: ['dog food', 'cibo per cani'],
  },
];
const IN = { en: goodsOf(SOLD, 'en'), it: goodsOf(SOLD, 'it') };
const goodsIn = (locale: string) => (locale.startsWith('it') ? IN.it : IN.en);
const COFFEES = ['roma', 'monte'];
const OPTIONS = [
  { id: 'a', label: 'Roma ground coffee' },
  { id: 'b', label: 'Monte espresso beans' },
];

/** A Thursday. */
const TODAY = '2026-01-15';
const hearing = createHearing({
  directory: join(__dirname, '../../locales'),
  intents: INTENT_SLOTS,
  today: () => TODAY,
  invocation: () => 'willow market',
});

function hear(locale: string, text: string, asked: Partial<HearingContext> = {}) {
  return hearing.hear(text, { locale, goods: goodsIn(locale), ...asked });
}

/** A slot by what counts: ids, number, ordinal or day, else its words. */
function meaning({ said, ids, number, ordinal, date }: Slot): unknown {
  if (ids.length > 0) return ids;
  return number ?? ordinal ?? date ?? said;
}

function understood(locale: string, text: string, asked: Partial<HearingContext> = {}) {
  const { intent, slots } = hear(locale, text, asked);
  return [intent, Object.fromEntries(Object.entries(slots).map(([name, slot]) => [name, meaning(slot)]))];
}

type Case = readonly [locale: string, text: string, intent: IntentName, slots: Readonly<Record<string, unknown>>];

const SENTENCES: readonly Case[] = [
  ['en-US', 'reorder my coffee', 'Reorder', { product: COFFEES }],
  [
    'en-GB',
    'Could you please order two bags of ground coffee?',
    'Reorder',
    { quantity: 2, unit: ['bag'], product: ['roma'] },
  ],
  ['en-US', 'order dog foods again', 'Reorder', { product: ['paws'] }],
  [
    'en-US',
    'order two bags of coffee with express delivery',
    'Reorder',
    { quantity: 2, unit: ['bag'], product: COFFEES, speed: ['express'] },
  ],
  ['en-US', 'make it three', 'Reorder', { quantity: 3 }],
  ['en-US', 'two bags', 'Reorder', { quantity: 2 }],
  ['en-US', 'a couple of bags', 'Reorder', { quantity: 2 }],
  ['en-US', 'my usual', 'Reorder', { basis: ['usual'] }],
  ['en-US', 'my usual coffee', 'Reorder', { basis: ['usual'], product: COFFEES }],
  ['en-US', 'the same as last time', 'Reorder', { basis: ['last'] }],
  ['en-US', 'same again please', 'Reorder', { basis: ['last'] }],
  ['en-US', 'order a pizza', 'Reorder', { product: 'pizza' }],
  ['en-US', 'where is my order', 'OrderStatus', {}],
  ['en-US', 'wheres my dog food', 'OrderStatus', { product: ['paws'] }],
  ['en-US', 'Alexa, ask Willow Market where my dog food is.', 'OrderStatus', { product: ['paws'] }],
  ['en-US', 'where is my order from last monday', 'OrderStatus', { date: '2026-01-12' }],
  ['en-US', 'where is my order from thursday', 'OrderStatus', { date: '2026-01-15' }],
  ['en-US', 'where is my order from last thursday', 'OrderStatus', { date: '2026-01-08' }],
  ['en-US', 'where is what i ordered yesterday', 'OrderStatus', { date: '2026-01-14' }],
  ['en-US', 'will my order come next thursday', 'OrderStatus', { due: '2026-01-22' }],
  ['en-US', 'track order number one two three four', 'OrderStatus', { orderNumber: ['1234'] }],
  ['en-US', 'how much is shipping to the UK', 'ShippingCost', { place: ['GB'] }],
  ['en-US', 'how much is delivery to Narnia', 'ShippingCost', { place: 'Narnia' }],
  ['en-US', 'how long does express delivery to Germany take', 'DeliveryTime', { speed: ['express'], place: ['DE'] }],
  ['en-US', 'what shipping options do you have', 'ShippingOptions', {}],
  ['en-US', 'I want to talk to a person', 'TalkToHuman', {}],
  ['en-US', 'I need help', 'Help', {}],
  ['en-US', 'the second one', 'Select', { ordinal: 2 }],
  ['en-US', 'never mind', 'Cancel', {}],
  ['it-IT', 'riordina il mio caffè', 'Reorder', { product: COFFEES }],
  ['it-IT', 'Alexa, chiedi a Willow Market di riordinare il caffe', 'Reorder', { product: COFFEES }],
  ['it-IT', 'fanne tre', 'Reorder', { quantity: 3 }],
  ['it-IT', 'no, due pacchi', 'Reorder', { quantity: 2 }],
  ['it-IT', 'mi serve una dozzina di caffè macinati', 'Reorder', { quantity: 12, product: ['roma'] }],
  ['it-IT', 'il solito', 'Reorder', { basis: ['usual'] }],
  ['it-IT', "come l'ultima volta", 'Reorder', { basis: ['last'] }],
  ['it-IT', "dov'è il mio ordine", 'OrderStatus', {}],
  ['it-IT', "dov'e' il mio ordine", 'OrderStatus', {}],
  ['it-IT', "dov'è l'ordine di lunedì scorso", 'OrderStatus', { date: '2026-01-12' }],
  ['it-IT', 'quando arriva il cibo per cani?', 'OrderStatus', { product: ['paws'] }],
  ['it-IT', 'quanto costa la spedizione', 'ShippingCost', {}],
  ['it-IT', 'quanto costa spedire negli Stati Uniti', 'ShippingCost', { place: ['US'] }],
  ['it-IT', 'quanto ci mette ad arrivare in Francia', 'DeliveryTime', { place: ['FR'] }],
  ['it-IT', 'spedite in Svizzera?', 'ShippingOptions', { place: ['CH'] }],
  ['it-IT', 'vorrei parlare con una persona', 'TalkToHuman', {}],
  ['it-IT', 'lascia perdere', 'Cancel', {}],
  ['it-IT', 'non ho capito', 'Help', {}],
];

test.each(SENTENCES)('%s "%s" is %s', (locale, text, intent, slots) => {
  expect(understood(locale, text)).toEqual([intent, slots]);
});

test.each(['', '?!', 'colourless green ideas', "I'd like a doctor", 'what is the weather', 'yes but no but maybe so'])(
  'does not understand "%s"',
  (text) => {
    expect(hear('en-US', text)).toMatchObject({ intent: 'Fallback', slots: {}, score: 0, rivals: [] });
  },
);

describe('while a question is open', () => {
  const ASKED: readonly (readonly [string, Partial<HearingContext>, IntentName, Readonly<Record<string, unknown>>])[] =
    [
      ['yes', { expects: ['yesno'] }, 'Yes', {}],
      ['yes, order it', { expects: ['yesno'] }, 'Yes', {}],
      ['go ahead', { expects: ['yesno'] }, 'Yes', {}],
      ['rather not', { expects: ['yesno'] }, 'No', {}],
      ["no, I don't want that any more", { expects: ['yesno'] }, 'No', {}],
      ['yes to whatever you call it', { expects: ['yesno'] }, 'Fallback', {}],
      ['no, two bags', { expects: ['yesno'] }, 'Reorder', { quantity: 2 }],
      ['yes, but where is my order', { expects: ['yesno'] }, 'OrderStatus', {}],
      ['no, where is my order', { expects: ['yesno'] }, 'OrderStatus', {}],
      ['three', { expects: ['number'] }, 'Reorder', { quantity: 3 }],
      ['just 3 please', { expects: ['number'] }, 'Reorder', { quantity: 3 }],
      ['dog food', { expects: ['product'] }, 'Reorder', { product: ['paws'] }],
      ['the dog food one please', { expects: ['product'] }, 'Reorder', { product: ['paws'] }],
      [
        'dog food',
        { expects: ['product'], elicits: { intent: 'OrderStatus', slot: 'product' } },
        'OrderStatus',
        { product: ['paws'] },
      ],
      ['where is my dog food', { expects: ['product'] }, 'OrderStatus', { product: ['paws'] }],
      [
        'to Germany',
        { expects: ['place'], elicits: { intent: 'DeliveryTime', slot: 'place' } },
        'DeliveryTime',
        { place: ['DE'] },
      ],
      ['help', { expects: ['product'] }, 'Help', {}],
      ['stop', { expects: ['yesno', 'number'] }, 'Stop', {}],
      ['two', { expects: ['yesno'] }, 'Fallback', {}],
    ];

  test.each(ASKED)('"%s" %j is %s', (text, asked, intent, slots) => {
    expect(understood('en-US', text, asked)).toEqual([intent, slots]);
  });

  test.each([
    ['the second one', 'b'],
    ['two', 'b'],
    ['number one', 'a'],
    ['the last one', 'b'],
    ['roma', 'a'],
    ['the beans', 'b'],
    ['Monte espresso beans please', 'b'],
    ['the third one', undefined],
  ])('"%s" chooses option %s', (text, choice) => {
    const heard = hear('en-US', text, { expects: ['ordinal', 'product'], options: OPTIONS });
    expect([heard.intent, heard.choice]).toEqual(['Select', choice]);
  });

  test('takes a bare number for a count where a count is asked for, with options or without', () => {
    expect(understood('en-US', 'two', { expects: ['number'], options: OPTIONS })).toEqual(['Reorder', { quantity: 2 }]);
  });
});

test('keeps what was said as it was written, without the article', () => {
  expect(hear('en-US', 'order a Sparkling Pizza!').slots.product?.said).toBe('Sparkling Pizza');
});

test('is less sure of goods the shop does not have, and names the rivals', () => {
  expect(hear('en-US', 'order a pizza').score).toBeLessThan(1);
  expect(hear('en-US', 'reorder my coffee').score).toBe(1);
});

test('hears nothing in a language without sentences, and in a locale that is none', () => {
  for (const locale of ['xx', 'xx-XX', '../en', '']) expect(hear(locale, 'yes').intent).toBe('Fallback');
});

test('tells the opening of the skill from a request', () => {
  expect(hearing.launches('Alexa, open Willow Market', 'en-US')).toBe(true);
  expect(hearing.launches('apri willow market', 'it-IT')).toBe(true);
  expect(hearing.launches('ask willow market where is my order', 'en-US')).toBe(false);
});

test('completes what a voice channel left open, and changes nothing it resolved', () => {
  const slots = {
    product: { said: 'second one', ids: [] },
    quantity: { said: 'a dozen', ids: [] },
    date: { said: '2026-01-02', ids: [] },
    orderNumber: { said: '1234', ids: [] },
    place: { said: 'germany', ids: ['AT'] },
    basis: { said: 'the last one', ids: ['last'] },
  };
  expect(hearing.complete({ intent: 'Reorder', slots }, 'en-US', IN.en).slots).toEqual({
    product: { said: 'second one', ids: [], ordinal: 2 },
    quantity: { said: 'a dozen', ids: [], number: 12 },
    date: { said: '2026-01-02', ids: [], date: '2026-01-02' },
    orderNumber: { said: '1234', ids: ['1234'], number: 1234 },
    place: { said: 'germany', ids: ['AT'] },
    basis: { said: 'the last one', ids: ['last'] },
  });
});

test('finds all goods behind a shared word', () => {
  const slots = { product: { said: 'coffee', ids: ['word:coffee'] } };
  expect(hearing.complete({ intent: 'Reorder', slots }, 'en-US', IN.en).slots.product?.ids).toEqual(COFFEES);
});

test('never throws and always hears the same, whatever is typed', () => {
  const words = fc.constantFrom(
    'order',
    'two',
    'bags',
    'of',
    'coffee',
    'no',
    'yes',
    'where',
    'is',
    'my',
    'the',
    'one',
    '',
  );
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.array(words, { maxLength: 50 }).map((parts) => parts.join(' ')),
    fc.constantFrom('__proto__', 'constructor', 'toString', '{product}', 'order {product}', 'a'.repeat(10_000)),
  );
  const asked = fc.constantFrom<Partial<HearingContext>>(
    {},
    { expects: ['yesno'] },
    { expects: ['ordinal', 'product'], options: OPTIONS },
  );
  fc.assert(
    fc.property(typed, asked, fc.constantFrom('en-US', 'it-IT'), (text, context, locale) => {
      expect(hear(locale, text, context)).toEqual(hear(locale, text, context));
    }),
    { numRuns: mass(200, 1_500) },
  );
});
