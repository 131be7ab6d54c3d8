/** Sending back, money on its way, another address: asked of the same service as the desk, once, and told as it is. */

import type { Care, Refund } from '../../lambda/services/care/care';
import type { Result } from '../../lambda/services/commerce/call';
import { createSpeaker } from '../kit/speaker';
import { createTexter } from '../kit/texter';
import { useHouse } from '../kit/use-house';

/** What this shop says otherwise; null: nothing. */
let otherwise: ((care: Care) => Care) | null = null;
const at = useHouse({
  wrap: (shop) => {
    const { care } = shop;
    if (!care) throw new Error('this shop puts nothing right');
    const now = () => otherwise?.(care) ?? care;
    const refunds: Care['refunds'] = (orderId, call) =>
      now().refunds?.(orderId, call) ?? Promise.reject(new Error('this shop tells of refunds'));
    return { ...shop, care: { ...care, refunds } };
  },
});
afterEach(() => {
  otherwise = null;
});

type Wish = Parameters<typeof createTexter>[1];

async function hears(said: readonly string[], options: Wish = {}) {
  const texter = createTexter(at.house, options);
  const heard = [];
  for (const one of said) heard.push(await texter.says(one));
  return heard.map(({ replies, asks }) => [...replies, asks ?? '']);
}

test.each([
  ['en-GB', 'by a label', ['return the coffee', 'yes'], ['ReturnRefund.labelHere', 'Care.back']],
  ['en-GB', 'collected', ['return the coffee', 'no', 'yes'], ['ReturnRefund.fetched', 'Care.back']],
  ['en-GB', 'not at all', ['return the coffee', 'no', 'no'], ['ReturnRefund.kept']],
  ['en-GB', 'not on a doubt', ['return the coffee', 'not sure'], ['ReturnRefund.byLabel']],
  ['en-GB', 'not on a refusal', ["don't return the coffee"], ['Refused.refunds']],
  ['en-GB', 'not before it is there', ['return the cat food'], ['Cancelling.notHere', 'Cancelling.confirm']],
  ['en-GB', 'once', ['return the coffee', 'yes', 'return the coffee'], ['Care.returnAlready']],
  ['en-GB', 'after asking which', ['I want to return something', 'the second one', 'yes'], ['ReturnRefund.labelHere']],
  ['it-IT', 'con un’etichetta', ['vorrei restituire il caffè', 'sì'], ['ReturnRefund.labelHere', 'Care.back']],
  ['it-IT', 'con il ritiro', ['vorrei restituire il caffè', 'no', 'sì'], ['ReturnRefund.fetched']],
] as const)('%s goods go back: %s', async (locale, _how, said, replies) => {
  expect((await hears(said, { locale })).at(-1)).toEqual(expect.arrayContaining([...replies]));
});

test('a matter in between, and the question comes back', async () => {
  const [, told, done] = await hears(['return the coffee', "actually, where's my dog food", 'yes']);
  expect(told).toEqual(['OrderStatus.outForDeliveryWindow', 'Welcome.resume', 'ReturnRefund.byLabel']);
  expect(done).toContain('ReturnRefund.labelHere');
});

test('at the speaker the label is on the card, and its address is never said', async () => {
  const speaker = createSpeaker(at.house);
  await speaker.hears('ReturnRefund', { product: 'coffee' });
  const { replies, card, say } = await speaker.yes();
  expect(replies).toContain('ReturnRefund.labelSent');
  expect(card).toMatchObject({ type: 'Simple', content: expect.stringMatching(/https:/) });
  expect(say).not.toMatch(/https|\.example/);
});

test('at the speaker a courier instead of a label is the other way, and nothing is refused', async () => {
  const speaker = createSpeaker(at.house);
  await speaker.hears('ReturnRefund', { product: 'coffee' });
  const { asks, replies } = await speaker.hears('ReturnRefund', { way: 'have it collected' });
  expect([asks, ...replies]).toEqual(['ReturnRefund.pickUp']);
  expect((await speaker.yes()).replies).toContain('ReturnRefund.fetched');
});

test('past the days a person is offered', async () => {
  at.house.clock.advance(60 * 24 * 3_600_000);
  expect(await hears(['return the coffee'])).toEqual([['ReturnRefund.tooLate', 'TalkToHuman.offer']]);
});

describe('a platform that takes nothing back', () => {
  const here = useHouse({
    wrap: ({ care, ...shop }) => {
      if (!care) throw new Error('this shop puts nothing right');
      const { return: _return, address: _address, ...rest } = care;
      return { ...shop, care: rest };
    },
  });

  test.each(['return the coffee', 'send my order to work instead'])('hands "%s" over, with the order', async (said) => {
    const texter = createTexter(here.house);
    const { replies, asks } = await texter.says(said);
    expect([...replies, asks]).toEqual(['Care.cannot', 'TalkToHuman.offer']);
    await texter.says('yes');
    const [packet] = await here.house.store.handOffs.list(1);
    expect(packet?.orders).toHaveLength(1);
  });
});

describe('a refund', () => {
  const one = (over: Partial<Refund>): Result<readonly Refund[]> => ({
    ok: true,
    asOf: 0,
    source: 'live',
    value: [
      {
        ...{ orderId: 'o', productIds: [], amount: { minor: 1_800, currency: 'EUR' }, means: 'original' },
        ...{ by: '2026-11-25', state: 'on-its-way', since: 1 },
        ...over,
      } as Refund,
    ],
  });

  test.each([
    ['asked for', { state: 'asked' }, 'RefundStatus.asked'],
    ['waiting for the goods', { state: 'waiting-for-goods' }, 'RefundStatus.waiting'],
    ['on its way', {}, 'RefundStatus.onItsWay'],
    ['late', { by: '2026-11-20' }, 'RefundStatus.late'],
    ['paid', { state: 'paid', by: '2026-11-20' }, 'RefundStatus.paid'],
    ['credit', { means: 'credit' }, 'RefundStatus.credit'],
  ] as const)('that is %s is told so', async (_what, over, reply) => {
    otherwise = (care) => ({ ...care, refunds: async () => one(over) });
    for (const [locale, said] of [
      ['en-GB', 'where is the refund for the coffee'],
      ['it-IT', "dov'è il rimborso del caffè"],
    ] as const)
      expect((await hears([said], { locale }))[0]).toContain(reply);
  });

  test('of what was sent back is found without a word of which', async () => {
    await hears(['return the coffee', 'yes']);
    expect((await hears(['where is my refund']))[0]).toContain('RefundStatus.waiting');
  });

  test('that nobody made is not made up', async () => {
    expect(await hears(['where is the refund for the coffee'])).toEqual([['RefundStatus.noneFor', 'Welcome.more']]);
  });
});

describe('another address', () => {
  test.each([
    ['en-GB', ['send my order to work instead', 'yes'], ['ChangeAddress.changed', 'ChangeAddress.asked']],
    ['en-GB', ['send my order to work instead', 'no'], ['ChangeAddress.kept']],
    ['en-GB', ['send my order to work instead', 'hmm'], ['ChangeAddress.confirm']],
    ['it-IT', ['manda il mio ordine al lavoro invece', 'sì'], ['ChangeAddress.changed', 'ChangeAddress.asked']],
  ] as const)('%s %j', async (locale, said, oneOf) => {
    const heard = (await hears(said, { locale })).at(-1) ?? [];
    expect(oneOf.some((key) => heard.includes(key))).toBe(true);
  });

  test('one that nobody has saved is typed, never dictated', async () => {
    const ordered = ['reorder coffee', 'the first one', 'yes'];
    const heard = await hears([...ordered, 'I want to change my delivery address'], { shopper: 'bruno' });
    expect(heard.at(-1)).toEqual(['ChangeAddress.none', 'ChangeAddress.newHere', 'TalkToHuman.offer']);
    const { replies, card } = await createSpeaker(at.house, { shopper: 'bruno' }).hears('ChangeAddress');
    expect(replies).toEqual(expect.arrayContaining(['ChangeAddress.none', 'ChangeAddress.typed', 'SendToPhone.code']));
    expect(card).toMatchObject({ type: 'Simple' });
  });

  test('of what is on its way the shop has the last word', async () => {
    const [asked, done] = await hears(['send the dog food to another address', 'yes']);
    expect(asked).toContain('ChangeAddress.confirm');
    expect(done?.join()).toMatch(/ChangeAddress\.(tooLate|asked)/);
  });
});

test.each([
  [
    'en-GB',
    [
      ['the dog food is torn', 'Remedy.choose'],
      ['send a new one', 'Remedy.resent'],
      ["and if it doesn't come", 'SupportPolicy.told'],
      ['what about my money', 'RefundStatus.resentInstead'],
      ['I want a refund', 'Care.resentInstead'],
      ['return my coffee', 'ReturnRefund.byLabel'],
      ['when', 'ReturnRefund.written', 'ReturnRefund.byLabel'],
      ['to my card?', 'SupportPolicy.told', 'ReturnRefund.byLabel'],
    ],
  ],
  [
    'it-IT',
    [
      ['il cibo per cani è rotto', 'Remedy.choose'],
      ['mandamene un altro', 'Remedy.resent'],
      ['e se non arriva', 'SupportPolicy.told'],
      ['e i miei soldi', 'RefundStatus.resentInstead'],
      ['voglio un rimborso', 'Care.resentInstead'],
      ['voglio restituire il caffè', 'ReturnRefund.byLabel'],
      ['quando', 'ReturnRefund.written', 'ReturnRefund.byLabel'],
      ['dove lo porto', 'SupportPolicy.told', 'ReturnRefund.byLabel'],
    ],
  ],
] as const)(
  'what is asked beside a remedy or a return is answered, and what was asked stays asked: %s',
  async (locale, steps) => {
    const heard = await hears(
      steps.map(([said]) => said),
      { locale },
    );
    for (const [at, [said, ...keys]] of steps.entries())
      expect([said, ...(heard[at] ?? [])]).toEqual(expect.arrayContaining([said, ...keys]));
  },
);
