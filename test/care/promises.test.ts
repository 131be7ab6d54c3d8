/** What was promised to be told later is looked after, by a chore too, and told once, as a visit begins. */

import type { DeskOrders } from '../../lambda/desk/protocol-orders';
import { isCareDue, settleCare } from '../../lambda/house/chores';
import { type CareAction, NO_CARE } from '../../lambda/services/care/care';
import { refused } from '../../lambda/services/commerce/call';
import type { Shop } from '../../lambda/services/commerce/shop';
import { askForPerson, deskOfMarta } from '../desk/desk-server';
import { createPostBox } from '../kit/post-box';
import { createSpeaker } from '../kit/speaker';
import { createTexter } from '../kit/texter';
import { useHouse } from '../kit/use-house';
import { settle } from '../kit/writer';

const DAY = 24 * 3_600_000;

const email = createPostBox('email');
/** Between us and the shop: what it is asked to send again never gets there; what it says of coupons never comes back. */
const line = { isCut: false, losesCoupons: false };
const lost = () => refused<never>({ kind: 'timeout', outcome: 'unknown' });
const wrap = (shop: Shop): Shop => {
  const { resend, coupon, ...care } = shop.care ?? NO_CARE;
  if (!resend || !coupon) throw new Error('the demo shop sends again and gives coupons');
  return {
    ...shop,
    care: {
      ...care,
      resend: async (...asked) => (line.isCut ? lost() : resend(...asked)),
      async coupon(...asked) {
        const given = await coupon(...asked);
        return line.losesCoupons ? lost() : given;
      },
    },
  };
};
const at = useHouse({ channels: [email], wrap });
beforeEach(() => void email.sent.splice(0));

const settles = () => settleCare(at.house, { now: at.house.clock.now });

test.each([
  ['en-GB', 'my order is late', "i'll wait"],
  ['it-IT', 'il mio ordine è in ritardo', 'aspetto'],
] as const)(
  'a parcel is watched until its day is over, then something else is offered: %s',
  async (locale, late, wait) => {
    const visit = () => createTexter(at.house, { shopper: 'fionn', locale });
    const texter = visit();
    await texter.says(late);
    expect((await texter.says(wait)).replies).toEqual(['Remedy.watchingUntil']);
    expect((await visit().opens()).replies).not.toContain('Aftercare.overdue');
    at.house.clock.advance(6 * DAY);
    expect(await settles()).toBe(1);
    const back = await visit().opens();
    expect([back.replies, back.asks]).toEqual([
      ['Welcome.brief', 'Aftercare.overdue', 'Remedy.about'],
      'Remedy.choose',
    ]);
    expect((await visit().opens()).replies).not.toContain('Aftercare.overdue');
    // And written to the phone, once, in the language it was promised in.
    await settles();
    await settle(at.house);
    expect(email.sent.map(({ text }) => text)).toEqual([
      expect.stringMatching(locale === 'it-IT' ? /pacco/ : /parcel/),
    ]);
  },
);

test('what ends while people have the case is written to the phone, and into the case, once', async () => {
  at.house.demo.setFault('unknown-outcome');
  const texter = createTexter(at.house);
  for (const words of ['the dog food is torn', 'a refund', 'I want to talk to a person']) await texter.says(words);
  at.house.demo.setFault(null);
  at.house.clock.advance(20_000);
  await settles();
  await settles();
  await settle(at.house);
  const history = await at.house.store.conversations.history('shopper:shopper-ana', 50);
  const told = history.filter(({ by, text }) => by === 'bot' && /confirmed it\. .*goes back/.test(text));
  expect(told).toHaveLength(1);
  expect(email.sent.map(({ text }) => text)).toEqual([told[0]?.text]);
});

test('a coupon goes to the phone, from the chat as from the speaker, at once or when the shop has confirmed it', async () => {
  const codes = () => email.sent.flatMap(({ text }) => /WM-[A-Z0-9]{8}/.exec(text)?.[0] ?? []);
  const chat = createTexter(at.house);
  await chat.says('the dog food is torn');
  const { replies, show } = await chat.says('a refund');
  expect(replies).toEqual(expect.arrayContaining(['Coupon.onCard', 'Coupon.alsoOnPhone']));
  await settle(at.house);
  expect(codes()).toEqual([expect.stringMatching(/^WM-/)]);
  expect(show).toContain(codes()[0]);
  const speaker = createSpeaker(at.house, { shopper: 'grace' });
  await speaker.hears('DeliveryProblem', { problem: { said: 'torn', ids: ['damaged'] }, product: 'cat food' });
  line.losesCoupons = true;
  await speaker.hears('ReturnRefund');
  expect((await speaker.hears('Yes')).replies).toEqual(['Remedy.refunded', 'Care.back']);
  line.losesCoupons = false;
  at.house.clock.advance(20_000);
  await settles();
  await settle(at.house);
  expect(codes()).toHaveLength(2);
  const back = await createSpeaker(at.house, { shopper: 'grace' }).opens();
  expect(back.replies).toContain('Coupon.onCard');
  expect(JSON.stringify(back.card)).toContain(codes()[1]);
});

describe('what a person did and the shop did not confirm at once', () => {
  const deed = async (shopper: string) => {
    const { server, marta } = await deskOfMarta(at.house);
    const { id } = await askForPerson(at.house, shopper);
    await marta.takes(id);
    const { orders } = (await (await marta.ask(`/hand-offs/${id}/orders`)).json()) as DeskOrders;
    const order = orders.find(({ stage }) => stage === 'delivered');
    const productId = order?.lines[0]?.productId ?? '';
    const action: CareAction = { kind: 'resend', orderId: order?.id ?? '', parts: [{ productId, quantity: 1 }] };
    return { server, marta, id, action };
  };

  test('is told to the shopper in their name, once, though the case is closed by then, which it stays', async () => {
    const { server, marta, id, action } = await deed('ana');
    at.house.demo.setFault('unknown-outcome');
    expect((await marta.act(id, 'order', { action })).status).toBe(409);
    await marta.act(id, 'close', { done: 'answered' });
    at.house.demo.setFault(null);
    at.house.clock.advance(20_000);
    await settles();
    await settles();
    const { lines, handOff, notes } = await marta.detail(id);
    expect(lines.filter(({ by }) => by === 'person').map(({ name, text }) => [name, text])).toEqual([
      ['Marta', expect.stringMatching(/sent it again/)],
    ]);
    expect([handOff.state, notes]).toEqual(['completed', []]);
    await server.close();
  });

  test('is noted for the team where it came to nothing', async () => {
    const { server, marta, id, action } = await deed('ana');
    line.isCut = true;
    expect((await marta.act(id, 'order', { action })).status).toBe(409);
    line.isCut = false;
    // Closing the case says nothing of it.
    expect(await (await marta.ask(`/hand-offs/${id}/orders`)).json()).toMatchObject({ done: null, isUnsure: true });
    at.house.clock.advance(70_000);
    await settles();
    await settles();
    const { lines, notes } = await marta.detail(id);
    expect(lines.filter(({ by }) => by === 'person')).toEqual([]);
    expect(notes).toMatchObject([{ by: 'Willow Market', text: expect.stringMatching(/nothing was done/) }]);
    // The goods are free for something else.
    expect((await marta.act(id, 'order', { action })).status).toBe(200);
    await server.close();
  });
});

test('what nobody knew the end of is settled by the chore, and told as the next visit begins', async () => {
  at.house.demo.setFault('unknown-outcome');
  const visit = () => createTexter(at.house);
  const texter = visit();
  await texter.says('the dog food is torn');
  expect((await texter.says('a refund')).replies).toEqual(['Care.unknown']);
  at.house.demo.setFault(null);
  at.house.clock.advance(20_000);
  expect(await settleCare(at.house, { now: at.house.clock.now }, isCareDue)).toBe(1);
  expect(await settleCare(at.house, { now: at.house.clock.now }, isCareDue)).toBe(0);
  expect((await visit().opens()).replies).toEqual(expect.arrayContaining(['Aftercare.confirmed', 'Care.back']));
  expect((await visit().opens()).replies).not.toContain('Aftercare.confirmed');
});

test('what hangs is asked after ever less often, once an hour at the least', () => {
  const seconds = Array.from({ length: 4 * 240 }, (_, round) => (round + 1) * 15);
  const due = seconds.filter((age) => isCareDue(age * 1000));
  expect(due.slice(0, 5)).toEqual([15, 30, 60, 120, 240]);
  expect(due.filter((age) => age >= 3_600)).toEqual([7_200, 10_800, 14_400]);
});
