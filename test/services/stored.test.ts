/** What was stored by an earlier program, or damaged: parsed, and what cannot be read is nobody's half answer. */

import { refusalOf } from '../../lambda/services/commerce/stored';
import { readAnswer, writtenAnswer } from '../../lambda/services/privacy/written';
import type { Answer } from '../../lambda/vocabulary/answer';

const SPOKEN = { ssml: '<speak>Hello Ana.</speak>', plain: 'Hello Ana.', text: 'Hello Ana.', seconds: 1 };
const ANSWER: Answer = {
  said: { speech: SPOKEN, reprompt: null, card: null, options: [{ id: 'yes', label: 'Yes' }] },
  question: null,
  intent: 'Help',
  slots: { product: { said: 'tea', ids: ['tea-1'] } },
  replies: ['Help.told'],
  owner: 'bot',
};

test('an answer is read as it was given, and half of one is refused', async () => {
  const body = writtenAnswer(ANSWER, { clean: (text) => text, firstName: 'Ana' });
  expect(body).not.toContain('Ana');
  expect(await readAnswer(body, async () => 'Ana')).toEqual(ANSWER);
  for (const damage of ['', 'null', '{}', body.slice(0, -1), body.replace('"owner":"bot"', '"owner":"cat"')]) {
    await expect(readAnswer(damage, async () => 'Ana')).rejects.toThrow('cannot be read');
  }
});

test('a refusal is read by its kind, and one without what belongs to it is none', () => {
  const whole = [
    { kind: 'payment-declined' },
    { kind: 'sold-out', productId: 'tea', backOn: '2026-12-01' },
    { kind: 'too-many', productId: 'tea', max: 3 },
    { kind: 'too-little', least: { minor: 2000, currency: 'EUR' } },
    { kind: 'timeout', outcome: 'unknown' },
  ];
  for (const one of whole) expect(refusalOf(JSON.stringify(one))).toEqual(one);
  const torn = [
    '',
    '{}',
    '{"kind":"sold-out"}',
    '{"kind":"from-tomorrow"}',
    '{"kind":"price-changed","was":1,"now":2}',
  ];
  for (const one of torn) expect(refusalOf(one)).toBeNull();
});
