/** A shopper's orders at the desk: what is done there is done once, within limits, told to the shopper, and never twice with the bot. */

import { randomUUID } from 'node:crypto';
import type { DeskOrder, DeskOrders } from '../../lambda/desk/protocol-orders';
import type { CareAction } from '../../lambda/services/care/care';
import { useHouse } from '../kit/use-house';
import { askForPerson, type DeskServer, deskOf, type Sitting } from './desk-server';

const at = useHouse();
let server: DeskServer;
let marta: Sitting;
let boss: Sitting;

beforeEach(async () => {
  ({ server, marta, boss } = await deskOf(at.house, { marta: 'agent', boss: 'admin' }));
});
afterEach(() => server.close());

const ordersOf = async (id: string, who = marta) =>
  (await (await who.ask(`/hand-offs/${id}/orders?locale=en-GB`)).json()) as DeskOrders;

const deliveredOf = async (id: string) => {
  const { orders } = await ordersOf(id);
  const order = orders.find(({ stage }) => stage === 'delivered');
  if (!order) throw new Error('nothing was delivered');
  return order;
};

function refundOf({ id, lines, total }: DeskOrder, minor?: number): CareAction {
  const [line] = lines;
  if (!line) throw new Error('an order without goods');
  const amount = { minor: minor ?? line.unitPrice.minor, currency: total.currency };
  return { kind: 'refund', orderId: id, parts: [{ productId: line.productId, quantity: 1 }], amount };
}

async function refusedWith(answer: Promise<Response>): Promise<string> {
  const response = await answer;
  return response.ok ? 'done' : ((await response.json()) as { error: string }).error;
}

test('shows the orders with what may be done about each; a guest has none', async () => {
  const { id } = await askForPerson(at.house);
  const { orders, addresses } = await ordersOf(id);
  expect(orders.length).toBeGreaterThan(5);
  expect(addresses[0]).toMatchObject({ label: expect.any(String), city: expect.any(String) });
  expect(JSON.stringify(addresses)).not.toContain('postal');
  const preparing = orders.find(({ stage }) => stage === 'preparing');
  expect(preparing?.can).toEqual(expect.arrayContaining(['cancel', 'address']));
  expect(preparing?.can).not.toContain('refund');
  const guest = await askForPerson(at.house, null);
  expect(await ordersOf(guest.id)).toEqual({ orders: [], addresses: [], done: null, isUnsure: false });
});

test('a refund is done once however often it is sent, told to the shopper, and fills the closing', async () => {
  const { id } = await askForPerson(at.house);
  await marta.takes(id);
  const order = await deliveredOf(id);
  const click = { id: randomUUID(), action: refundOf(order) };
  const both = await Promise.all([
    marta.ask(`/hand-offs/${id}/order`, click),
    marta.ask(`/hand-offs/${id}/order`, click),
  ]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  const { lines } = await marta.detail(id);
  const told = lines.filter(({ by }) => by === 'person');
  expect(told).toHaveLength(1);
  expect(told[0]).toMatchObject({ name: 'Marta', text: expect.stringMatching(/refunded €\d/) });
  const after = await ordersOf(id);
  expect(after.orders.find((one) => one.id === order.id)?.deeds).toMatchObject([
    { kind: 'refund', by: 'Marta', amount: { minor: order.lines[0]?.unitPrice.minor }, isKnown: true },
  ]);
  expect(after.done).toEqual({ done: 'refunded', topic: expect.stringMatching(/toilet paper/) });
});

test('what had its remedy gets no other, whoever asks', async () => {
  const { id } = await askForPerson(at.house);
  await marta.takes(id);
  const order = await deliveredOf(id);
  const parts = [{ productId: order.lines[0]?.productId ?? '', quantity: 1 }];
  expect(await refusedWith(marta.act(id, 'order', { action: refundOf(order) }))).toBe('done');
  const again: CareAction = { kind: 'resend', orderId: order.id, parts };
  expect(await refusedWith(marta.act(id, 'order', { action: again }))).toBe('done-before');
});

test('nobody gives more than was paid, an agent no more than their limit, an admin as they see fit', async () => {
  const { id } = await askForPerson(at.house);
  await marta.takes(id);
  const order = await deliveredOf(id);
  const [line] = order.lines;
  expect(await refusedWith(marta.act(id, 'order', { action: refundOf(order, (line?.unitPrice.minor ?? 0) + 1) }))).toBe(
    'too-much',
  );
  const worth = { minor: 20_000, currency: order.total.currency };
  const coupon: CareAction = { kind: 'coupon', orderId: order.id, worth, days: 30 };
  expect(await refusedWith(marta.act(id, 'order', { action: coupon }))).toBe('too-much');
  await boss.takes(id, marta.me.id);
  expect(await refusedWith(boss.act(id, 'order', { action: coupon }))).toBe('done');
  const { lines } = await boss.detail(id);
  expect(lines.at(-1)?.text).toMatch(/coupon worth €200\.00.*code: \S+/);
});

test.each([
  ['who has not taken it', async () => undefined, 'not-yours'],
  [
    'of a conversation that is over',
    async (id: string) => {
      await marta.takes(id);
      await marta.act(id, 'close', { done: 'answered' });
    },
    'over',
  ],
])('nothing is done for somebody %s', async (_what, before, refusal) => {
  const { id } = await askForPerson(at.house);
  await before(id);
  const order = await deliveredOf(id);
  expect(await refusedWith(marta.act(id, 'order', { action: refundOf(order) }))).toBe(refusal);
});

test("another shopper's order is not there", async () => {
  const bruno = await askForPerson(at.house, 'bruno');
  const theirs = await deliveredOf(bruno.id);
  at.house.clock.advance(1_000);
  const { id } = await askForPerson(at.house);
  await marta.takes(id);
  expect(await refusedWith(marta.act(id, 'order', { action: refundOf(theirs) }))).toBe('unknown');
});

test('a shop that does not confirm is said to be unsure, and the same click finds out later', async () => {
  const { id } = await askForPerson(at.house);
  await marta.takes(id);
  const order = await deliveredOf(id);
  const click = { id: randomUUID(), action: refundOf(order) };
  at.house.demo.setFault('unknown-outcome');
  expect(await refusedWith(marta.ask(`/hand-offs/${id}/order`, click))).toBe('shop-unsure');
  expect((await marta.detail(id)).lines.filter(({ by }) => by === 'person')).toEqual([]);
  at.house.demo.setFault(null);
  at.house.clock.advance(10_000);
  expect(await refusedWith(marta.ask(`/hand-offs/${id}/order`, click))).toBe('done');
});

test('an address is one of the shopper’s own, and the shopper is told of it in their language', async () => {
  const { id } = await askForPerson(at.house, 'chiara');
  await marta.takes(id);
  const { orders, addresses } = await ordersOf(id);
  const order = orders.find(({ can }) => can.includes('address'));
  const other = addresses.at(-1);
  if (!order || !other) throw new Error('nothing can go elsewhere');
  const to = (addressId: string): CareAction => ({ kind: 'address', orderId: order.id, addressId });
  expect(await refusedWith(marta.act(id, 'order', { action: to('nowhere') }))).not.toBe('done');
  expect(await refusedWith(marta.act(id, 'order', { action: to(other.id) }))).toBe('done');
});
