/** Sentences worded before are the same sentences, and nobody's own words are kept. */

import { memoOf } from '../../../lambda/language/speech/memo';
import { createVoice } from '../../../lambda/language/speech/say';
import type { Outcome, Reply } from '../../../lambda/vocabulary/outcome';
import type { Value } from '../../../lambda/vocabulary/values';

const directory = `${__dirname}/../../../locales`;
const voiceOf = () => createVoice({ directory, shopName: 'Willow Market', onMissing: 'throw' });
const how = { locale: 'en-GB', wording: {}, seed: 'memo' };

const costs = (minor: number, code: string): Reply => ({
  key: 'ShippingCost.cost',
  with: { country: { type: 'country', code }, price: { type: 'money', money: { minor, currency: 'EUR' } } },
});
const outcomes: readonly Outcome[] = [
  [costs(390, 'IT')],
  [costs(490, 'IT')],
  [costs(390, 'FR')],
  [costs(390, 'IT'), costs(390, 'FR')],
  [costs(390, 'FR'), costs(390, 'IT')],
  [costs(390, 'IT')],
].map((replies) => ({ replies, ending: { kind: 'close' } }));

test('words a sentence the second time as the first, whatever was worded between', () => {
  const one = voiceOf();
  const worded = outcomes.map((outcome) => one.say(outcome, how));
  expect(worded).toEqual(outcomes.map((outcome) => voiceOf().say(outcome, how)));
  expect(new Set(worded.map(({ speech }) => speech.plain)).size).toBe(outcomes.length - 1);
});

const day = '2026-11-28';
const OWN: readonly Value[] = [
  { type: 'name', name: 'Ana' },
  { type: 'digits', digits: '1155', full: '11551155' },
  { type: 'place', label: "Grandma's" },
  { type: 'shown', text: 'https://shop.example/track/1' },
  { type: 'quote', text: 'Hi Ana' },
  { type: 'order', number: 'WM-1', product: { title: 'Tea' }, others: 0, placed: day, today: day },
];

test.each(OWN)('does not keep a sentence with a $type', (value) => {
  const keyOf = (one: Value) => memoOf().keyOf({ key: 'A.b', with: { one } }, '', 0);
  expect(keyOf(value)).toBeNull();
  expect(keyOf({ type: 'list', join: 'and', items: [value] })).toBeNull();
});

test('does not keep the names of goods that are told apart from others', () => {
  const reply: Reply = { key: 'A.b', with: { product: { type: 'product', product: { title: 'Tea' } } } };
  expect(memoOf().keyOf(reply, '', 2)).toBeNull();
  expect(memoOf().keyOf(reply, '', 1)).not.toBeNull();
});

test('is bounded: the first are forgotten when there are very many', () => {
  const memo = memoOf<number>();
  for (let at = 0; at < 5_000; at += 1) memo.set(String(at), at);
  const kept = Array.from({ length: 5_000 }, (_, at) => memo.get(String(at))).filter((one) => one !== undefined);
  expect(kept.length).toBeLessThanOrEqual(1_000);
});
