/** How an action ends: sent once, waited for where another sends it, and asked after where nobody knows. */

import type { Instant } from '../../vocabulary/values';
import type { Result, ShopError } from '../commerce/call';
import type { Order } from '../commerce/orders';
import { RESERVE_MS } from '../in-time';
import type { CareActions, KeptAction } from './actions';
import type { Care, CareCall, CareReceipt } from './care';
import type { CarePolicy } from './policy';
import { type Cared, caredOf } from './stored';
import { endOf, type Waiting, waitingIn } from './waiting';

export type RemedyNeeds = {
  readonly care: Care;
  readonly actions: CareActions;
  readonly policy: CarePolicy;
  readonly now: () => Instant;
  readonly wait: (ms: number) => Promise<void>;
};

/** An action younger than this may still be under way in another process, which then tells its outcome itself. */
export const IN_FLIGHT_MS = 8_000;
/** A shop that does not know an action this old never got it; a younger one may still arrive there. */
const LOST_AFTER_MS = 60_000;
const POLL_MS = 40;

const UNKNOWN: Cared = { kind: 'unknown' };

export async function sent(send: (call: CareCall) => Promise<Result<CareReceipt>>, call: CareCall): Promise<Cared> {
  try {
    return outcomeOf(await send(call));
  } catch {
    // A provider that throws in the middle of a write has told us nothing about it.
    return UNKNOWN;
  }
}

function outcomeOf(result: Result<CareReceipt>): Cared {
  if (result.ok) return { kind: 'done', receipt: result.value };
  const { error } = result;
  return error.kind === 'timeout' && error.outcome === 'unknown' ? { kind: 'unknown' } : { kind: 'refused', error };
}

/** What came too late did nothing: its lines are free for something else. */
export function finish(key: string, cared: Cared, { actions }: RemedyNeeds): Promise<void> {
  const state = cared.kind === 'done' && isTooLate(cared.receipt) ? 'refused' : cared.kind;
  return actions.finish(key, state, JSON.stringify(cared));
}

function isTooLate(receipt: CareReceipt): boolean {
  return 'how' in receipt && receipt.how === 'too-late';
}

type Following = { readonly call: CareCall; readonly needs: RemedyNeeds };

/** Somebody else is doing it: waits for what they learn, as long as the turn has time. */
export async function follow({ key }: KeptAction, { call, needs }: Following): Promise<Cared> {
  for (;;) {
    const known = await needs.actions.get(key);
    if (known === null || known.result !== null) return caredOf(known?.result ?? null);
    if (needs.now() + POLL_MS >= call.deadline - RESERVE_MS) return { kind: 'unknown' };
    await needs.wait(POLL_MS);
  }
}

export function isHanging({ state, startedAt }: KeptAction, { now }: RemedyNeeds): boolean {
  return state === 'unknown' || (state === 'in-flight' && startedAt < now() - IN_FLIGHT_MS);
}

/** Asks the shop what became of an action; final answers are written down, so that they are asked for once. */
export async function settle(kept: KeptAction, call: CareCall, needs: RemedyNeeds): Promise<Cared> {
  const waiting = waitingIn(kept.action);
  if (waiting) return watched(waiting, kept, { call, needs });
  // Whoever did it is gone, or waits no more: its end has to be told by somebody else.
  if (kept.state === 'in-flight') await finish(kept.key, UNKNOWN, needs);
  const result = await needs.care.reconcile(kept.key, call);
  const cared = reconciled(result, needs.now() - kept.startedAt);
  // Whoever waits for an action that nobody is sending any more learns that, too.
  if (cared.kind !== 'unknown') await finish(kept.key, cared, needs);
  return cared;
}

type Watch = Pick<KeptAction, 'key' | 'conversationId' | 'shopperId'> & { readonly order: Order };

/** A promise to look again, kept as an action whose end is unknown. */
export async function watch(
  waiting: Waiting,
  { order, ...whose }: Watch,
  { actions, now }: RemedyNeeds,
): Promise<void> {
  await actions.begin({
    ...{ ...whose, orderId: order.id, by: { kind: 'bot' } as const },
    action: JSON.stringify(waiting),
    worth: { minor: 0, currency: order.total.currency },
    subjects: [],
    startedAt: now(),
  });
  await actions.finish(whose.key, 'unknown', '{}');
}

/** What was promised to be looked after ends when the parcel is there, or its day is over. */
async function watched(waiting: Waiting, { key }: KeptAction, { call, needs }: Following): Promise<Cared> {
  const file = await needs.care.file?.(call);
  const became = file?.ok
    ? endOf(
        waiting,
        file.value.orders.find(({ id }) => id === waiting.orderId),
      )
    : null;
  if (became) await needs.actions.finish(key, 'done', JSON.stringify({ became }));
  return { kind: 'unknown' };
}

function reconciled(result: Result<CareReceipt | null>, age: number): Cared {
  if (result.ok && result.value) return { kind: 'done', receipt: result.value };
  const lost: ShopError = { kind: 'timeout', outcome: 'not-sent' };
  return result.ok && age >= LOST_AFTER_MS ? { kind: 'refused', error: lost } : { kind: 'unknown' };
}
