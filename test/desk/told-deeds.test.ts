/** What a person does about an order is told to its shopper for what it is, whatever the shop makes of it. */

import { randomUUID } from 'node:crypto';
import type { DeskOrders } from '../../lambda/desk/protocol-orders';
import type { CareAction, CareReceipt } from '../../lambda/services/care/care';
import type { PlainDate } from '../../lambda/vocabulary/values';
import { telling } from '../kit/changed-shop';
import { useHouse } from '../kit/use-house';
import { askForPerson, type DeskServer, deskOf, type Sitting } from './desk-server';

const DAY = '2026-11-25' as PlainDate;
const MONEY = { minor: 500, currency: 'EUR' };
const ORIGINAL = { amount: MONEY, means: 'original', by: DAY } as const;
const CREDIT = { ...ORIGINAL, means: 'credit' } as const;
let receipt: CareReceipt;

const at = useHouse({ wrap: telling(() => receipt) });
let server: DeskServer;
let marta: Sitting;
beforeEach(async () => {
  ({ server, marta } = await deskOf(at.house, { marta: 'agent' }));
});
afterEach(() => server.close());

type Deed = Pick<CareAction, 'kind'>['kind'];
const back = (by: 'label' | 'pick-up', label: string | null): CareReceipt => ({
  ...{ kind: 'return', by, label, back: ORIGINAL },
  day: by === 'pick-up' ? DAY : null,
});

test.each<[string, Deed, string, CareReceipt]>([
  ["I've cancelled this", 'cancel', 'preparing', { kind: 'cancel', how: 'done', back: ORIGINAL }],
  ["I've asked for this to be cancelled", 'cancel', 'preparing', { kind: 'cancel', how: 'asked', back: null }],
  ['to your credit', 'refund', 'delivered', { kind: 'refund', back: CREDIT }],
  ['It is collected', 'return', 'delivered', back('pick-up', null)],
  ['https://shop.example/label', 'return', 'delivered', back('label', 'https://shop.example/label')],
  ['comes by e-mail', 'return', 'delivered', back('label', null)],
  [
    "I've asked for the delivery address",
    'address',
    'preparing',
    { kind: 'address', how: 'asked', addressId: 'ana-work' },
  ],
])('"%s"', async (words, kind, stage, made) => {
  receipt = made;
  const { id } = await askForPerson(at.house);
  await marta.takes(id);
  const { orders, addresses } = (await (await marta.ask(`/hand-offs/${id}/orders?locale=en-GB`)).json()) as DeskOrders;
  const order = orders.find((one) => one.stage === stage);
  const [line] = order?.lines ?? [];
  if (!order || !line) throw new Error('nothing was ordered');
  const parts = [{ productId: line.productId, quantity: 1 }];
  const amount = line.unitPrice;
  const action = {
    ...{ cancel: { parts: null }, refund: { parts, amount }, return: { parts, amount, by: 'label' } }[kind as 'cancel'],
    ...(kind === 'address' ? { addressId: addresses[1]?.id } : {}),
    ...{ kind, orderId: order.id },
  };
  expect((await marta.ask(`/hand-offs/${id}/order`, { id: randomUUID(), action })).status).toBe(200);
  const { lines } = await marta.detail(id);
  expect(lines.filter(({ by }) => by === 'person').map(({ text }) => text)).toEqual([expect.stringContaining(words)]);
});
