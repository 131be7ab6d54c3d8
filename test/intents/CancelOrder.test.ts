/** Cancelling: which order, what comes back, a yes to it, and the truth about what became of it. */

import type { Care } from '../../lambda/services/care/care';
import { createSpeaker } from '../kit/speaker';
import { createTexter } from '../kit/texter';
import { useHouse } from '../kit/use-house';

type Cancel = NonNullable<Care['cancel']>;

/** What the shop's own cancelling does instead; null: what it does. */
let stumble: ((cancel: Cancel) => Cancel) | null = null;
const at = useHouse({
  wrap: ({ care, ...shop }) => {
    const { cancel } = care ?? {};
    if (!care || !cancel) throw new Error('this shop cannot cancel');
    return { ...shop, care: { ...care, cancel: (...of) => (stumble ? stumble(cancel) : cancel)(...of) } };
  },
});
afterEach(() => {
  stumble = null;
});

async function hears(said: readonly string[], options: Parameters<typeof createTexter>[1] = {}) {
  const texter = createTexter(at.house, options);
  const heard = [];
  for (const one of said) heard.push(await texter.says(one));
  return heard.map(({ replies, asks }) => [...replies, asks ?? '']);
}

test('a question about an order that was cancelled on another way meanwhile is not told once more', async () => {
  const speaker = createSpeaker(at.house);
  await speaker.hears('Reorder', { product: { said: 'coffee', ids: ['bella-roma-ground'] } });
  await speaker.yes();
  expect((await speaker.no()).asks).toBe('Cancelling.confirm');
  await speaker.hears('OrderStatus');
  expect((await speaker.hears('CancelOrder')).replies).toEqual(['Cancelling.cancelled', 'Care.back']);
});

test.each([
  ['an order that is packed is asked for', ['cancel my cat food order', 'yes'], ['Cancelling.asked', 'Care.backAsked']],
  ['a no keeps it', ['cancel my cat food order', 'no'], ['Cancelling.kept']],
  ['the command once more is a yes to it', ['cancel my cat food order', 'cancel the order'], ['Cancelling.asked']],
  [
    'irony is asked about again, and no question to the shop',
    ['cancel my cat food order', 'yeah right'],
    ['Cancelling.confirm'],
  ],
  ['"don\'t cancel it" is a no', ['cancel my cat food order', "no don't cancel it"], ['Cancelling.kept']],
  ['one on its way is too late', ['cancel my dog food order'], ['Cancelling.onItsWay', 'Cancelling.sendBack']],
  ['one that came is too late', ['cancel my coffee order'], ['Cancelling.delivered', 'Cancelling.sendBackHere']],
  [
    'what was asked for is not asked for twice',
    ['cancel my cat food order', 'yes', 'cancel my cat food order'],
    ['Care.cancelAsked'],
  ],
] as const)('%s', async (_what, said, replies) => {
  expect((await hears(said)).at(-1)).toEqual(expect.arrayContaining([...replies]));
});

test('asks which when two match, and takes the one that is named', async () => {
  const [asked, chosen] = await hears(['cancel my order', 'the first one']);
  expect(asked).toEqual(['CancelOrder.which']);
  expect(chosen).toContain('Cancelling.confirm');
});

test('another matter in between, and the question comes back', async () => {
  const [, told, done] = await hears(['cancel my cat food order', "actually, where's my dog food", 'yes']);
  expect(told).toEqual(['OrderStatus.outForDeliveryWindow', 'Welcome.resume', 'Cancelling.confirm']);
  expect(done).toContain('Cancelling.asked');
});

test('at the speaker, and its status is the truth afterwards', async () => {
  const speaker = createSpeaker(at.house);
  await speaker.hears('Reorder', { product: 'coffee' });
  await speaker.yes();
  const done = await speaker.hears('CancelOrder');
  expect(done.replies).toEqual(['Cancelling.cancelled', 'Care.back']);
  expect(done.card).toMatchObject({ type: 'Simple' });
  expect((await speaker.hears('OrderStatus', { product: 'coffee' })).replies).toContain('OrderStatus.cancelled');
  expect((await speaker.hears('CancelOrder', { product: 'coffee' })).replies).toContain('Cancelling.cancelledBefore');
});

test('Alexa hears "don\'t cancel it" as cancelling: said again at the question, it is asked again', async () => {
  for (const [shopper, product, asks] of [
    ['ana', { said: 'cat food', ids: ['mirtilla-cat-food'] }, 'Cancelling.confirm'],
    ['daniel', { said: 'light bulbs', ids: ['lucciola-bulbs'] }, 'Cancelling.confirmPart'],
  ] as const) {
    const speaker = createSpeaker(at.house, { shopper });
    expect((await speaker.hears('CancelOrder', { product })).asks).toBe(asks);
    const again = await speaker.hears('CancelOrder');
    expect(again.asks).toMatch(/^Cancelling\.confirm/);
    expect(again.replies.filter((reply) => /^Cancelling\.(asked|cancelled)$/.test(reply))).toEqual([]);
  }
});

test('"cancel it" of a part that was asked about does not take the rest with it', async () => {
  const [asked, again] = await hears(['cancel the light bulbs', 'cancel the order'], { shopper: 'daniel' });
  expect(asked?.at(-1)).toBe('Cancelling.confirmPart');
  expect(again?.at(-1)).toMatch(/^Cancelling\.confirm/);
  expect(again).not.toContain('Cancelling.cancelled');
});

test('part of an order is cancelled alone, and the rest of it stays', async () => {
  const said = ['cancel my battery order', 'no', 'cancel my light bulbs', 'yes', 'cancel my light bulbs'];
  const heard = await hears(said, { shopper: 'daniel' });
  expect(heard[0]).toContain('Cancelling.onItsWay');
  expect(heard[2]).toContain('Cancelling.confirmPart');
  expect(heard[3]).toContain('Cancelling.askedPart');
});

test('what has left already stays out of it', async () => {
  const heard = await hears(['cancel my order', 'yes'], { shopper: 'daniel' });
  expect(heard[0]).toEqual([
    'Cancelling.partGone',
    'Cancelling.packing',
    'Cancelling.wouldBack',
    'Cancelling.confirmPart',
  ]);
  expect(heard[1]).toContain('Cancelling.askedPart');
});

test.each([
  ['not-now', 'Care.notNow'],
  ['unavailable', 'Trouble.shopDown'],
  ['payment-declined', 'Care.declined'],
  ['not-offered', 'Trouble.notOffered'],
] as const)('a shop that answers %s is told of, and a person offered with the order', async (kind, reply) => {
  stumble = () => async () => ({ ok: false, error: { kind } });
  const [, last] = await hears(['cancel my cat food order', 'yes']);
  expect(last).toEqual([reply, 'TalkToHuman.offer']);
});

test('an outcome that is unknown is found out, and it is never done twice', async () => {
  let sent = 0;
  stumble =
    (cancel) =>
    async (...of) => {
      sent += 1;
      await cancel(...of);
      return { ok: false, error: { kind: 'timeout', outcome: 'unknown' } };
    };
  const heard = await hears(['reorder my coffee', 'yes', 'cancel my order', 'cancel my order']);
  expect(heard.at(-2)).toContain('Care.unknown');
  // By then the shop's own books say it.
  expect(heard.at(-1)).toContain('Cancelling.cancelledBefore');
  expect(sent).toBe(1);
});

test('who is not known to the shop is asked to link', async () => {
  expect((await hears(['cancel my order'], { shopper: null }))[0]).toContain('Trouble.link');
});

describe('a platform that cannot', () => {
  const there = useHouse({ wrap: ({ care: _care, ...shop }) => shop });
  test('says so, and offers a person with the order', async () => {
    const texter = createTexter(there.house);
    const { replies, asks } = await texter.says('cancel my cat food order');
    expect([...replies, asks]).toEqual(['Care.cannot', 'TalkToHuman.offer']);
  });
});
