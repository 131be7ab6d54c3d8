/** The second and the third step of placing: what an order is paid with, and the call after which it is one. */

import * as z from 'zod/mini';
import { isComplete, type Order, paidStates, statusOf, totalOf } from './orders';
import { idOf } from './people';
import { type Answer, type Asked, type Route, read, refusal } from './wire';
import { ACCOUNT, type World } from './world';

export function paying(world: World): readonly Route[] {
  return [
    { on: 'POST /api/payments/transactions/{id}/payments', answer: (asked) => pay(world, asked) },
    {
      on: 'POST /api/checkout/pub/gatewayCallback/{group}',
      needs: { role: 'checkout' },
      answer: (asked) => calledBack(world, asked),
    },
  ];
}

const PAYMENTS = z.array(
  z.object({
    ...{ paymentSystem: z.int(), value: z.int(), referenceValue: z.int() },
    fields: z.object({ accountId: z.nullable(z.string()), validationCode: z.nullable(z.string()) }),
    transaction: z.object({ id: z.string(), merchantName: z.string() }),
  }),
);

function pay({ book, clock }: World, { holes, query, body }: Asked): Answer {
  const order = book.byTransaction(holes.id ?? '');
  if (!order || query.get('orderId') !== order.orderGroup) return refusal(404, '1408', 'Transaction not found');
  if (statusOf(order, clock()) !== 'order-created' || order.payment.sent !== 'nothing')
    return refusal(400, '1402', 'The transaction takes no payments any more');
  const sent = read(PAYMENTS, body);
  const total = sent.reduce((sum, { value }) => sum + value, 0);
  if (total !== totalOf(order)) return refusal(400, '1401', 'The payments do not match the value of the transaction');
  const isKnown = sent.every(({ fields }) =>
    order.person.cards.some(({ accountId }) => accountId === fields.accountId),
  );
  if (!isKnown) return refusal(400, '1404', 'No such account');
  book.put({ ...order, payment: { ...order.payment, sent: 'enough' } });
  return { status: 201 };
}

function calledBack(world: World, { holes, headers }: Asked): Answer {
  const { book, clock, tickets } = world;
  const order = book.byGroup(holes.group ?? '');
  if (!order) return refusal(404, 'CHK0035', 'Order not found');
  const ticket = tickets.get(order.orderGroup);
  const cookie = headers.cookie ?? '';
  const isTheirs = ['Vtex_CHKO_Auth', 'CheckoutDataAccess'].every((name) => cookie.includes(`${name}=`));
  if (!ticket || !isTheirs || !cookie.includes(ticket)) return refusal(403, 'CHK0034', 'Access denied');
  if (isComplete(order, clock())) return { status: 200 };
  if (statusOf(order, clock()) !== 'order-created' || order.payment.sent === 'nothing')
    return failure('001', 'Your payment was not authorised. The payment data was not sent.');
  if (world.askedForCode.has(order.person.email)) return { status: 428, body: redirect(order) };
  if (world.declined.has(order.person.email)) return failure('002', 'Your payment was not authorised.');
  const done = { ...order, states: [...order.states, ...paidStates(clock())] };
  book.put(done);
  return { status: 200 };
}

function failure(code: string, message: string): Answer {
  return { status: 500, body: { operationId: idOf('operation', message), error: { code, message, exception: null } } };
}

function redirect({ payment: { transactionId } }: Order) {
  const url = `https://${ACCOUNT}.example/checkout/payment/${transactionId}`;
  return { RedirectResponseCollection: [{ redirectUrl: url }], paymentAuthorizationAppCollection: [] };
}
