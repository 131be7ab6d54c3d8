/** A shop whose platform cannot do everything: nothing is offered that it cannot, and what is asked for goes to a person. */

import { NO_PURCHASES } from '../../lambda/services/commerce/purchases';
import { type InHouse, useHouse } from '../kit/use-house';

const sendsNothing = useHouse({
  lasts: 'file',
  wrap: ({ care, ...shop }) => {
    if (!care) throw new Error('this shop puts nothing right');
    const { resend, return: back, address, ...rest } = care;
    return { ...shop, care: rest };
  },
});
const doesNothing = useHouse({ lasts: 'file', wrap: ({ care, cart, advice, ...shop }) => shop });

async function hears(said: readonly string[], at: InHouse) {
  const texter = at.texter();
  const heard = [];
  for (const one of said) heard.push(await texter.says(one));
  return heard.map(({ replies, asks }) => [...replies, asks ?? '']);
}

test('what is too late to cancel cannot be sent back where nothing is taken back', async () => {
  const [onItsWay] = await hears(['cancel my dog food order'], sendsNothing);
  expect(onItsWay).toEqual(['Cancelling.onItsWay', 'Welcome.more']);
  const [came] = await hears(['cancel my coffee order'], sendsNothing);
  expect(came).toEqual(['Cancelling.delivered', 'Welcome.more']);
});

test('a new one, where nothing is sent again, is a matter for a person', async () => {
  const said = ['the last bag of dog food was torn', 'send a new one', 'yes'];
  const [offered, beyond, handed] = await hears(said, sendsNothing);
  expect(offered).toEqual(['DeliveryProblem.sorry', 'Remedy.about', 'Remedy.shall']);
  expect(beyond?.[0]).toBe('Care.cannot');
  expect(handed?.[0]).toBe('TalkToHuman.passed');
});

test('a shop that can only sell hands everything else to a person', async () => {
  for (const said of ['cancel my cat food order', 'the last bag of dog food was torn', 'send my cat food order back']) {
    const [heard] = await hears([said], doesNothing);
    expect([said, heard?.at(-1)]).toEqual([said, 'TalkToHuman.offer']);
  }
  const [bought] = await hears(['reorder my coffee'], doesNothing);
  expect(bought?.at(-1)).toBe('Purchase.confirm');
});

/** Nothing is brought to anybody for less than twenty euros. */
const bringsNoLittle = useHouse({
  lasts: 'file',
  wrap: (shop) => ({
    ...shop,
    purchases: {
      ...shop.purchases,
      async propose(wanted, call) {
        const quoted = await shop.purchases.propose(wanted, call);
        const least = { minor: 2_000, currency: 'EUR' };
        return quoted.ok && quoted.value.items.minor < least.minor
          ? { ok: false, error: { kind: 'too-little', least } }
          : quoted;
      },
    },
  }),
});

test.each([
  ['en-GB', 'reorder my coffee', 'make it four', /20/],
  ['it-IT', 'riordina il mio caffè', 'quattro', /20/],
])('less than the shop delivers becomes more, or is left: %s', async (locale, order, more, least) => {
  const texter = bringsNoLittle.texter({ locale });
  const asked = await texter.says(order);
  expect([...asked.replies, asked.asks]).toEqual(['Purchase.tooLittle', 'Purchase.quantity']);
  expect(asked.show).toMatch(least);
  expect((await texter.says(more)).asks).toBe('Purchase.confirm');
});

test('of several goods the shopper says what else', async () => {
  const [asked] = await hears(['order one coffee and one toilet paper'], bringsNoLittle);
  expect(asked?.[0]).toBe('Purchase.tooLittle');
  expect(asked?.at(-1)).not.toMatch(/^Purchase\./);
});

const sellsNothing = useHouse({ lasts: 'file', wrap: (shop) => ({ ...shop, purchases: NO_PURCHASES }) });

test('nobody is invited to order where nothing is sold', async () => {
  expect((await sellsNothing.speaker().opens()).replies).toContain('Welcome.firstAsks');
  for (const locale of ['en-GB', 'it-IT', 'de-DE', 'pl-PL', 'cs-CZ']) {
    const texter = sellsNothing.texter({ locale });
    const said = [];
    for (const one of ['', '?!', 'xyzzy', 'qwertz']) said.push(await texter.says(one));
    const help = await sellsNothing.speaker({ locale }).hears('Help');
    const keys = [...said, help].flatMap(({ replies }) => replies);
    expect([locale, keys]).toEqual([locale, expect.arrayContaining(['Help.generalAsks'])]);
    expect([locale, keys]).not.toEqual([locale, expect.arrayContaining(['Welcome.what.guide'])]);
  }
});
