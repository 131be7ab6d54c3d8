/** The one place where bot and desk ask what may be done about an order, and have it done, once. */

import type { Instant } from '../../vocabulary/values';
import type { Result, ShopError } from '../commerce/call';
import type { Order } from '../commerce/orders';
import { RESERVE_MS } from '../in-time';
import type { CareActions, Doer, KeptAction } from './actions';
import {
  type Care,
  type CareAction,
  type CareCall,
  type CareFile,
  type CareKind,
  type CareReceipt,
  doneBy,
  type Refund,
} from './care';
import { ceilingFor, givenBy } from './giving';
import type { CarePolicy } from './policy';
import { actionOf, type Cared, caredOf } from './stored';
import { subjectsOf } from './worth';

/** An action of bot or person: `key` is the same however often it is tried. */
export type Doing = {
  readonly action: CareAction;
  /** As it was when it was decided. */
  readonly order: Order;
  readonly key: string;
  readonly conversationId: string;
  readonly by: Doer;
  /** Whoever runs the desk gives as much as they see fit. */
  readonly isUnlimited?: true;
};

export type Remedied =
  | Cared
  /** Another action about the same was faster, or came before: what it was and what became of it. */
  | { readonly kind: 'taken'; readonly action: CareAction | null; readonly by: Doer | null; readonly cared: Cared }
  /** More than the bot may give by itself. */
  | { readonly kind: 'too-much' }
  /** This platform has no such operation. */
  | { readonly kind: 'cannot' };

export type Remedies = {
  readonly policy: CarePolicy;
  can(kind: CareKind): boolean;
  /** Written down before the shop is called; at most once for its key and for each line. */
  act(doing: Doing, call: CareCall): Promise<Remedied>;
  /** Refused ones left out. Unknown outcomes are looked after first. */
  done(orderId: string, call: CareCall): Promise<readonly KeptAction[]>;
  /** The shopper's orders with the shop's own credentials; null: this platform cannot tell. */
  file(call: CareCall): Promise<Result<CareFile> | null>;
  /** null: this platform cannot tell. */
  refunds(orderId: string, call: CareCall): Promise<Result<readonly Refund[]> | null>;
  /** Looks after what hangs, of all shoppers; answers how many are known now. */
  reconcile(call: Omit<CareCall, 'shopperId'>, limit: number): Promise<number>;
};

type Needs = {
  readonly care: Care;
  readonly actions: CareActions;
  readonly policy: CarePolicy;
  readonly now: () => Instant;
  readonly wait: (ms: number) => Promise<void>;
};

/** An action younger than this may still be under way in another process, which then tells its outcome itself. */
const IN_FLIGHT_MS = 8_000;
/** A shop that does not know an action this old never got it; a younger one may still arrive there. */
const LOST_AFTER_MS = 60_000;
const POLL_MS = 40;

export function createRemedies(needs: Needs): Remedies {
  const { care, actions, policy } = needs;
  return {
    policy,
    can: (kind) => care[kind] !== undefined,
    act: (doing, call) => act(doing, call, needs),
    async done(orderId, call) {
      const kept = (await actions.ofOrder(orderId)).filter(({ shopperId }) => shopperId === call.shopperId);
      await Promise.all(kept.filter((one) => isHanging(one, needs)).map((one) => settle(one, call, needs)));
      return actions.ofOrder(orderId);
    },
    file: async (call) => (care.file ? care.file(call) : null),
    refunds: async (orderId, call) => (care.refunds ? care.refunds(orderId, call) : null),
    async reconcile(call, limit) {
      const open = await actions.unresolved(needs.now() - IN_FLIGHT_MS, limit);
      const ended = await Promise.all(open.map((one) => settle(one, { ...call, shopperId: one.shopperId }, needs)));
      return ended.filter(({ kind }) => kind !== 'unknown').length;
    },
  };
}

async function act(doing: Doing, call: CareCall, needs: Needs): Promise<Remedied> {
  const { action, order, key, by } = doing;
  const send = doneBy(needs.care, action, key);
  if (!send) return { kind: 'cannot' };
  const begun = await needs.actions.begin({
    ...{ key, by, conversationId: doing.conversationId, shopperId: call.shopperId, orderId: action.orderId },
    action: JSON.stringify(action),
    worth: givenBy(action, order),
    subjects: subjectsOf(action, order),
    startedAt: needs.now(),
    ...(doing.isUnlimited ? {} : { ceiling: ceilingFor(doing, needs.policy, needs.now()) }),
  });
  switch (begun.kind) {
    case 'begun': {
      const cared = await sent(send, call);
      await finish(key, cared, needs);
      return cared;
    }
    case 'taken':
      return taken(begun.by, doing, { call, needs });
    case 'spent':
      return { kind: 'taken', action: null, by: null, cared: { kind: 'unknown' } };
    case 'too-much':
      return begun;
  }
}

type At = { readonly call: CareCall; readonly needs: Needs };

async function taken(first: KeptAction, { key }: Doing, { call, needs }: At): Promise<Remedied> {
  const cared = isHanging(first, needs) ? await settle(first, call, needs) : await follow(first, { call, needs });
  return first.key === key ? cared : { kind: 'taken', action: actionOf(first.action), by: first.by, cared };
}

async function sent(send: (call: CareCall) => Promise<Result<CareReceipt>>, call: CareCall): Promise<Cared> {
  try {
    return outcomeOf(await send(call));
  } catch {
    // A provider that throws in the middle of a write has told us nothing about it.
    return { kind: 'unknown' };
  }
}

function outcomeOf(result: Result<CareReceipt>): Cared {
  if (result.ok) return { kind: 'done', receipt: result.value };
  const { error } = result;
  return error.kind === 'timeout' && error.outcome === 'unknown' ? { kind: 'unknown' } : { kind: 'refused', error };
}

/** What came too late did nothing: its lines are free for something else. */
function finish(key: string, cared: Cared, { actions }: Needs): Promise<void> {
  const state = cared.kind === 'done' && isTooLate(cared.receipt) ? 'refused' : cared.kind;
  return actions.finish(key, state, JSON.stringify(cared));
}

function isTooLate(receipt: CareReceipt): boolean {
  return 'how' in receipt && receipt.how === 'too-late';
}

/** Somebody else is doing it: waits for what they learn, as long as the turn has time. */
async function follow({ key }: KeptAction, { call, needs }: At): Promise<Cared> {
  for (;;) {
    const known = await needs.actions.get(key);
    if (known === null || known.result !== null) return caredOf(known?.result ?? null);
    if (needs.now() + POLL_MS >= call.deadline - RESERVE_MS) return { kind: 'unknown' };
    await needs.wait(POLL_MS);
  }
}

function isHanging({ state, startedAt }: KeptAction, { now }: Needs): boolean {
  return state === 'unknown' || (state === 'in-flight' && startedAt < now() - IN_FLIGHT_MS);
}

/** Asks the shop what became of an action; final answers are written down, so that they are asked for once. */
async function settle(kept: KeptAction, call: CareCall, needs: Needs): Promise<Cared> {
  const result = await needs.care.reconcile(kept.key, call);
  const cared = reconciled(result, needs.now() - kept.startedAt);
  // Whoever waits for an action that nobody is sending any more learns that, too.
  if (cared.kind !== kept.state) await finish(kept.key, cared, needs);
  return cared;
}

function reconciled(result: Result<CareReceipt | null>, age: number): Cared {
  if (result.ok && result.value) return { kind: 'done', receipt: result.value };
  const lost: ShopError = { kind: 'timeout', outcome: 'not-sent' };
  return result.ok && age >= LOST_AFTER_MS ? { kind: 'refused', error: lost } : { kind: 'unknown' };
}
