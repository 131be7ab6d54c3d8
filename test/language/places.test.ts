/** Every reply has its place on the localiser's page: when it is said, in words, and what led to it in a test. */

import { join } from 'node:path';
import { INTENT_TABLE, PARTS } from '../../lambda/dialogue/index';
import { chosen, type NotedBefore, readLedTo } from '../../scripts/locales/led-to';
import { placesWrong, readWhens } from '../../scripts/locales/places';
import { REPLY_NAMES, replyNameOf } from '../../scripts/locales/reply-names';

const PLACE = { root: join(__dirname, '../..') };

test('every reply has a place, and every place a reply', () => {
  expect(placesWrong(PLACE)).toEqual([]);
});

/** Never more than that: whoever adds a reply adds a test that makes the program say it. */
const MOST_UNSAID = 44;

test('what no test says yet gets less', () => {
  expect([...readLedTo(PLACE).values()].filter((before) => before === null).length).toBeLessThanOrEqual(MOST_UNSAID);
});

test('each is told in words of its own part, as a sentence', () => {
  for (const [name, when] of readWhens(PLACE)) expect(`${name}: ${when}`).toMatch(/: “?\p{Lu}.*\.$/u);
});

test('what led there is a question and an intent there are', () => {
  const asks = new Set(PARTS.flatMap(({ name, asks }) => Object.keys(asks).map((ask) => `${name}.${ask}`)));
  for (const [name, before] of readLedTo(PLACE)) {
    const { asked = null, heard = '' } = before ?? {};
    if (asked !== null) expect([name, asks.has(asked)]).toEqual([name, true]);
    if (/^\p{Lu}/u.test(heard)) expect([name, heard in INTENT_TABLE]).toEqual([name, true]);
  }
});

test('a text is of one reply, however it is worded and whatever a question is said as', () => {
  for (const path of ['Purchase.confirm.ask_brief', 'Purchase.confirm.reprompt', 'Purchase.confirm.guide_other'])
    expect(replyNameOf(path.split('.'))).toBe('Purchase.confirm');
  expect(replyNameOf(['Refused', 'buys', 'a'])).toBe('Refused.buys');
});

test('what was chosen stays while it is true; what no test says any more is left out by all tests alone', () => {
  const [name = ''] = REPLY_NAMES;
  const before = (heard: string, times = 1): NotedBefore => ({ key: name, asked: null, heard, slots: {}, times });
  const was = new Map([[name, before('Yes')]]);
  const unsaid = new Map([[name, null]]);
  const heardOf = (noted: readonly NotedBefore[], isWhole: boolean) =>
    chosen(was, new Map([[name, noted]]), { isWhole }).get(name)?.heard;
  expect(heardOf([before('No', 9), before('Yes')], true)).toBe('Yes');
  expect(heardOf([before('No', 9), before('Help')], true)).toBe('No');
  expect(heardOf([before('No', 9), before('Help')], false)).toBe('Yes');
  expect(chosen(was, new Map(), { isWhole: false }).get(name)?.heard).toBe('Yes');
  expect(chosen(was, new Map(), { isWhole: true }).get(name)).toBeUndefined();
  expect(chosen(unsaid, new Map(), { isWhole: true }).get(name)).toBeNull();
  expect(chosen(unsaid, new Map([[name, [before('No')]]]), { isWhole: false }).get(name)?.heard).toBe('No');
});
