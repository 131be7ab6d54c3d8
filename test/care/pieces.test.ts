/** How many of what was bought: asked where it matters, put right for so many and no more, each piece once. */

import { createTexter } from '../kit/texter';
import { useHouse } from '../kit/use-house';

/** `hears`: among what the last answer says and asks; `text`: what stands in it. */
type Case = {
  readonly rule: string;
  readonly locale?: 'en-GB' | 'it-IT';
  readonly said: readonly string[];
  readonly hears: readonly string[];
  readonly text?: RegExp;
};

/** Grace has two tubs of cat treats at 5.69 since yesterday, and one pack of cat food. */
const CASES: readonly Case[] = [
  { rule: 'asks how many of several', said: ['the cat treats were torn'], hears: ['DeliveryProblem.howMany'] },
  {
    rule: 'asks nothing where there was but one',
    said: ['the whiskerley cat food was torn'],
    hears: ['Remedy.choose'],
  },
  {
    rule: 'takes the number that was said',
    said: ['one of the cat treats was torn', 'a refund'],
    hears: ['Care.back'],
    text: /5\.69/,
  },
  {
    rule: 'one of the two',
    said: ['one of the two tubs of cat treats was torn'],
    hears: ['Remedy.choose'],
    text: /5\.69/,
  },
  { rule: 'a tub, with no name', said: ['one tub is missing'], hears: ['Remedy.choose'], text: /5\.69/ },
  { rule: 'all of them', said: ['the cat treats were torn', 'both'], hears: ['Remedy.choose'], text: /11\.38/ },
  { rule: 'not more than there were', said: ['three of the cat treats were torn'], hears: ['DeliveryProblem.howMany'] },
  {
    rule: 'nor as an answer',
    said: ['the cat treats were torn', 'five of them'],
    hears: ['DeliveryProblem.howMany'],
  },
  {
    rule: 'fewer after all',
    said: ['the cat treats were torn', 'both', 'no, just one of them'],
    hears: ['Remedy.choose'],
    text: /5\.69/,
  },
  {
    rule: '"one of them" chooses none of the two',
    said: ['the cat treats were torn', 'both', 'one of them'],
    hears: ['Remedy.choose'],
  },
  { rule: 'one goes back', said: ['return one of the cat treats'], hears: ['ReturnRefund.byLabel'], text: /5\.69/ },
  {
    rule: 'or one of what was to go back',
    said: ['return the cat treats', 'no, just one of them'],
    hears: ['ReturnRefund.byLabel'],
    text: /5\.69/,
  },
  { rule: 'one of which', said: ['return one of them', 'the first one'], hears: ['Pieces.ofWhich'] },
  {
    rule: 'of these',
    said: ['return one of them', 'the first one', 'the first one'],
    hears: ['ReturnRefund.byLabel'],
    text: /5\.69/,
  },
  {
    rule: 'la quantità detta',
    locale: 'it-IT',
    said: ['una delle vaschette di snack per gatti era rotta'],
    hears: ['Remedy.choose'],
    text: /5,69/,
  },
  {
    rule: 'chiede quanti',
    locale: 'it-IT',
    said: ['gli snack per gatti erano rotti'],
    hears: ['DeliveryProblem.howMany'],
  },
  {
    rule: 'uno solo',
    locale: 'it-IT',
    said: ['gli snack per gatti erano rotti', 'uno solo'],
    hears: ['Remedy.choose'],
    text: /5,69/,
  },
  {
    rule: 'tutti e due',
    locale: 'it-IT',
    said: ['gli snack per gatti erano rotti', 'tutti e due'],
    hears: ['Remedy.choose'],
    text: /11,38/,
  },
  {
    rule: 'ne rende uno',
    locale: 'it-IT',
    said: ['voglio restituire uno degli snack per gatti'],
    hears: ['ReturnRefund.byLabel'],
    text: /5,69/,
  },
];

const at = useHouse();

test.each(CASES)('$rule: $said', async ({ locale = 'en-GB', said, hears, text }) => {
  const texter = createTexter(at.house, { shopper: 'grace', locale });
  const heard = [];
  for (const words of said) heard.push(await texter.says(words));
  const { replies = [], asks = null, show = '' } = heard.at(-1) ?? {};
  expect([...replies, asks]).toEqual(expect.arrayContaining([...hears]));
  if (text) expect(show).toMatch(text);
});

test('gives each piece its one remedy, and none that was not bought', async () => {
  const texter = createTexter(at.house, { shopper: 'grace' });
  const outcomes = [];
  for (const _ of [1, 2, 3]) {
    await texter.says('one of the cat treats was torn');
    outcomes.push(
      ...(await texter.says('a refund')).replies.filter((key) => /^Remedy.refunded|^Care.refunded/.test(key)),
    );
  }
  expect(outcomes).toEqual(['Remedy.refunded', 'Remedy.refunded']);
  const again = await texter.says('one of the cat treats was torn');
  expect(again.replies).toContain('Care.refundedAlready');
  expect((await texter.says('return the cat treats')).replies).toEqual(['Care.refundedAlready']);
});

test.each([
  ['en-GB', 'my parcel came ripped', /toilet paper/gi],
  ['it-IT', 'il pacco è arrivato rotto', /carta igienica/gi],
  ['de-DE', 'mein Paket ist zerrissen angekommen', /toilet paper/gi],
  ['pl-PL', 'paczka przyszła rozerwana', /toilet paper/gi],
  ['cs-CZ', 'balík přišel roztržený', /toilet paper/gi],
] as const)(
  '%s: of a parcel nobody named each of its goods is offered once, whatever they come in',
  async (locale, said, twice) => {
    const { asks, show } = await createTexter(at.house, { locale }).says(said);
    expect([asks, show.match(twice)?.length]).toEqual(['DeliveryProblem.which', 1]);
  },
);
