/** The care port: each action at most once by its key, kept with its receipt or its refusal. */

import type {
  ActionOf,
  Care,
  CareAction,
  CareCall,
  CareKind,
  CareReceipt,
  ReceiptOf,
} from '../../../../services/care/care';
import { type Cared, caredOf } from '../../../../services/care/stored';
import { type Result, refused } from '../../../../services/commerce/call';
import type { Order } from '../../../../services/commerce/orders';
import { orderOfShopper, ordersOf } from '../history';
import { personOf } from '../people/cast';
import type { DemoPerson } from '../people/person';
import { answer, said, todayOf, type World } from '../world';
import { DECIDED } from './decided';
import { refundsOf } from './refunds';

/** Orders a file holds. */
const FILED = 20;

type About = { readonly world: World; readonly person: DemoPerson; readonly order: Order };

export function makeCare(world: World): Care {
  const by = <K extends CareKind>(_kind: K) => {
    return (action: ActionOf<K>, key: string, call: CareCall) =>
      act(world, { action, key }, call) as Promise<Result<ReceiptOf<K>>>;
  };
  return {
    cancel: by('cancel'),
    refund: by('refund'),
    resend: by('resend'),
    return: by('return'),
    address: by('address'),
    coupon: by('coupon'),
    refunds: (orderId, call) =>
      answerAbout(world, call, (person) => {
        const order = orderOfShopper(world, orderId, { person, locale: call.locale });
        return order ? said(world, refundsOf(world, order)) : refused({ kind: 'not-found' });
      }),
    file: (call) =>
      answerAbout(world, call, (person) => {
        const addresses = person.addresses.map(({ id, label, city }) => ({ id, label, city }));
        return said(world, {
          orders: ordersOf(world, person, { limit: FILED, locale: call.locale }),
          addresses,
          phone: person.phone,
        });
      }),
    reconcile: (key, call) =>
      answerAbout(world, call, () => {
        const known = decided(world, key, call);
        return known?.ok ? known : said(world, null);
      }),
  };
}

/** The shop's own credentials: whose the order is, is all that is looked at. */
function answerAbout<T>(world: World, call: CareCall, work: (person: DemoPerson) => Result<T>): Promise<Result<T>> {
  return answer(world, call, () => {
    const person = personOf(call.shopperId);
    return person ? work(person) : refused({ kind: 'not-found' });
  });
}

type Asked = { readonly action: CareAction; readonly key: string };

async function act(world: World, asked: Asked, call: CareCall): Promise<Result<CareReceipt>> {
  const acted = await answerAbout(world, call, (person) => {
    const repeated = decided(world, asked.key, call);
    if (repeated) return repeated;
    return world.faults.lose(actOnce(world, asked, { person, call }));
  });
  const late = !acted.ok && acted.error.kind === 'timeout';
  // This call did nothing, but an earlier one with the same key may have.
  return late && decided(world, asked.key, call) ? refused({ kind: 'timeout', outcome: 'unknown' }) : acted;
}

function decided(world: World, key: string, { shopperId }: CareCall): Result<CareReceipt> | null {
  const known = world.db.first(world.db.sql.selectFrom('care').selectAll().where('key', '=', key));
  if (!known) return null;
  if (known.shopper !== shopperId) return refused({ kind: 'not-found' });
  const cared = caredOf(known.result);
  if (cared.kind === 'done') return said(world, cared.receipt);
  return refused(cared.kind === 'refused' ? cared.error : { kind: 'not-found' });
}

type For = { readonly person: DemoPerson; readonly call: CareCall };

/** In one transaction: the answer of the first time, or what is decided now. */
function actOnce(world: World, { action, key }: Asked, { person, call }: For): Result<CareReceipt> {
  return world.db.atomically(() => {
    const before = decided(world, key, call);
    if (before) return before;
    const order = orderOfShopper(world, action.orderId, { person, locale: call.locale });
    const now = order ? decide(action, { world, person, order }) : refused<CareReceipt>({ kind: 'not-found' });
    const row = {
      ...{ key, shopper: call.shopperId, order_id: action.orderId, action: JSON.stringify(action) },
      result: JSON.stringify(caredAs(now)),
      day: todayOf(world, person),
      at: world.clock(),
    };
    world.db.run(world.db.sql.insertInto('care').values(row));
    return now;
  });
}

function caredAs(now: Result<CareReceipt>): Cared {
  return now.ok ? { kind: 'done', receipt: now.value } : { kind: 'refused', error: now.error };
}

function decide(action: CareAction, about: About): Result<CareReceipt> {
  const decision = DECIDED[action.kind] as (action: CareAction, about: About) => Result<CareReceipt>;
  return decision(action, about);
}
