/** What the parts of the demo shop share, and how a call comes in. */

import { type Call, ok, type Result, refused, type ShopperCall } from '../../../services/commerce/call';
import { dayIn } from '../../../vocabulary/calendar';
import type { Instant, PlainDate } from '../../../vocabulary/values';
import type { DemoDatabase } from './database';
import type { Faults } from './faults';
import type { StoredOrder } from './order-log';
import { personWith, shopperIdOf } from './people/cast';
import type { DemoPerson } from './people/person';

export type World = {
  readonly db: DemoDatabase;
  /** A shopper's orders, newest first, at most 100. */
  readonly newestOrders: (shopperId: string) => readonly StoredOrder[];
  readonly faults: Faults;
  /** The shop's calendar. */
  readonly clock: () => Instant;
  /** Deadlines and expiry. */
  readonly realNow: () => Instant;
  /** The shop's own zone, for what is asked without an address. */
  readonly timeZone: string;
  /** Most pieces of one product in an order. */
  readonly maxQuantity: number;
  readonly proposalMinutes: number;
};

/** Does `work` unless a fault or the deadline forbids it. `work` is synchronous: what it does is done at once. */
export async function answer<T>(world: World, call: Call, work: () => Result<T>): Promise<Result<T>> {
  const error = await world.faults.enter(call);
  return error ? refused(error) : work();
}

/** The same for a linked shopper: the credential must be this shopper's own. */
export function answerTo<T>(
  world: World,
  call: ShopperCall,
  work: (person: DemoPerson) => Result<T>,
): Promise<Result<T>> {
  return answer(world, call, () => {
    const person = personWith(call.credential);
    return person && shopperIdOf(person) === call.shopperId ? work(person) : refused({ kind: 'unauthorised' });
  });
}

export function said<T>(world: World, value: T): Result<T> {
  return ok(value, world.realNow());
}

/** Today where this shopper's orders go. */
export function todayOf(world: World, person: DemoPerson): PlainDate {
  return dayIn(person.addresses[0].timeZone, world.clock());
}
