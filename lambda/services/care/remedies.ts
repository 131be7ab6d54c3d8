/** The one place where bot and desk ask what may be done about an order, and have it done, once. */

import type { Result } from '../commerce/call';
import type { Order } from '../commerce/orders';
import type { Doer, KeptAction } from './actions';
import { type CareAction, type CareCall, type CareFile, type CareKind, doneBy, type Refund } from './care';
import { type CareEnd, endsOf, type Untold, untoldOf } from './ends';
import { ceilingFor, ceilingIn, givenBy } from './giving';
import type { CarePolicy } from './policy';
import { finish, follow, IN_FLIGHT_MS, isHanging, type RemedyNeeds, sent, settle, watch } from './settling';
import { actionOf, type Cared, caredOf, storedAction } from './stored';
import { known, lastOf, leftOf, overspent } from './used';
import type { Waiting } from './waiting';
import { subjectsOf, wholeOf } from './worth';

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

/** Another action about the same was faster, or came before: what it was and what became of it. */
export type Taken = {
  readonly kind: 'taken';
  readonly action: CareAction | null;
  readonly by: Doer | null;
  readonly cared: Cared;
};

export type Remedied =
  | Exclude<Cared, { readonly kind: 'unknown' }>
  /** Under this key its end is found out later. */
  | { readonly kind: 'unknown'; readonly key: string }
  | Taken
  /** More than the bot may give by itself. */
  | { readonly kind: 'too-much' }
  /** This platform has no such operation. */
  | { readonly kind: 'cannot' };

export type Remedies = {
  readonly policy: CarePolicy;
  can(kind: CareKind): boolean;
  /** Written down before the shop is called; at most once for its key and for each line. */
  act(doing: Doing, call: CareCall): Promise<Remedied>;
  /** How much the bot may still give for this order, in minor units of its currency. */
  mayGive(order: Order, call: CareCall): Promise<number>;
  /** Refused ones left out. Unknown outcomes are looked after first. */
  done(orderId: string, call: CareCall): Promise<readonly KeptAction[]>;
  /** The shopper's orders with the shop's own credentials; null: this platform cannot tell. */
  file(call: CareCall): Promise<Result<CareFile> | null>;
  /** What this line had already, or has under way, whoever gave it; null: there are pieces left of it that had nothing. */
  had(order: Order, productId: string, call: CareCall): Promise<Taken | null>;
  /** null: this platform cannot tell. */
  refunds(orderId: string, call: CareCall): Promise<Result<readonly Refund[]> | null>;
  /** Whether a parcel can be watched here. */
  readonly canWatch: boolean;
  /** A promise to look again, once for its key. */
  watch(waiting: Waiting, at: Pick<Doing, 'key' | 'conversationId' | 'order'>, call: CareCall): Promise<void>;
  /** Of these, the ones that have ended; what hangs is looked after first. */
  ends(keys: readonly string[], call: CareCall): Promise<readonly CareEnd[]>;
  /** Those whose end nobody was told who should be; `tell`: they know it now. */
  untold(limit: number): Promise<readonly Untold[]>;
  tell(key: string): Promise<void>;
  /** Looks after what hangs and is due, of all shoppers; answers how many are known now. */
  reconcile(call: Omit<CareCall, 'shopperId'>, limit: number, isDue?: (age: number) => boolean): Promise<number>;
};

export function createRemedies(needs: RemedyNeeds): Remedies {
  const { care, actions, policy } = needs;
  return {
    policy,
    can: (kind) => care[kind] !== undefined,
    async act(doing, call) {
      const remedied = await act(doing, call, needs);
      return remedied.kind === 'unknown' ? { kind: 'unknown', key: doing.key } : remedied;
    },
    mayGive: (order, call) => mayGive(order, call, needs),
    done: (orderId, call) => doneAbout(orderId, call, needs),
    async had(order, productId, call) {
      const all = await doneAbout(order.id, call, needs);
      const last = leftOf(productId, order, all) > 0 ? null : lastOf(productId, order, all);
      return last && { kind: 'taken', action: actionOf(last.action), by: last.by, cared: caredOf(last.result) };
    },
    file: async (call) => (care.file ? care.file(call) : null),
    refunds: async (orderId, call) => (care.refunds ? care.refunds(orderId, call) : null),
    canWatch: care.file !== undefined,
    watch: (waiting, at, call) => watch(waiting, { ...at, shopperId: call.shopperId }, needs),
    ends: (keys, call) => endsOf(keys, call, needs),
    untold: (limit) => untoldOf(limit, needs),
    tell: (key) => actions.tell(key),
    async reconcile(call, limit, isDue = () => true) {
      const open = await actions.unresolved(needs.now() - IN_FLIGHT_MS, limit);
      const due = open.filter(({ startedAt }) => isDue(needs.now() - startedAt));
      await Promise.all(due.map((one) => settle(one, { ...call, shopperId: one.shopperId }, needs)));
      const known = await Promise.all(due.map(({ key }) => actions.get(key)));
      return known.filter((one) => one && (one.state === 'done' || one.state === 'refused')).length;
    },
  };
}

/** What `act` would not call too much, were it begun now. */
async function mayGive(order: Order, { shopperId }: CareCall, { actions, policy, now }: RemedyNeeds): Promise<number> {
  const { currency } = order.total;
  const { perOrder, perShopper, since } = ceilingIn(currency, { by: 'bot', policy, now: now() });
  const { forOrder, toShopper } = await actions.given({ orderId: order.id, shopperId, currency, since });
  return Math.max(0, Math.min(perOrder - forOrder, perShopper - toShopper));
}

/** Unknown outcomes are looked after first. */
async function doneAbout(orderId: string, call: CareCall, needs: RemedyNeeds): Promise<readonly KeptAction[]> {
  const mine = async () => (await needs.actions.ofOrder(orderId)).filter((one) => one.shopperId === call.shopperId);
  const hanging = (await mine()).filter((one) => isHanging(one, needs));
  if (hanging.length === 0) return mine();
  await Promise.all(hanging.map((one) => settle(one, call, needs)));
  return mine();
}

type Acted = Exclude<Remedied, { readonly kind: 'unknown' }> | Cared;

async function act(doing: Doing, call: CareCall, needs: RemedyNeeds): Promise<Acted> {
  const { action, order, key, by } = doing;
  const send = doneBy(needs.care, action, key);
  if (!send) return { kind: 'cannot' };
  const before = (await needs.actions.ofOrder(order.id)).filter((one) => one.key !== key);
  const over = overspent(action, order, before);
  if (over && !(await needs.actions.get(key))) return taken(over, doing, { call, needs });
  const begun = await needs.actions.begin({
    ...{ key, by, conversationId: doing.conversationId, shopperId: call.shopperId, orderId: action.orderId },
    action: storedAction(action, wholeOf(order.lines)),
    worth: givenBy(action, order),
    subjects: subjectsOf(action, order, known(before)),
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

type At = { readonly call: CareCall; readonly needs: RemedyNeeds };

async function taken(first: KeptAction, { key }: Doing, { call, needs }: At): Promise<Acted> {
  const cared = isHanging(first, needs) ? await settle(first, call, needs) : await follow(first, { call, needs });
  return first.key === key ? cared : { kind: 'taken', action: actionOf(first.action), by: first.by, cared };
}
