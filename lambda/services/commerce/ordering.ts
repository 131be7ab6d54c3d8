/** Orders are placed once: an attempt is written before the shop is called, and whatever hangs is found out later. */

import type { Instant } from '../../vocabulary/values';
import { RESERVE_MS } from '../in-time';
import type { BuyingLimits } from '../limits/limits';
import type { Attempt, Attempts } from './attempts';
import type { Result, ShopperCall } from './call';
import type { Product } from './catalogue';
import type { Order } from './orders';
import type { PaymentMeans } from './payments';
import type { Bought, Proposal, Purchases, Wanted, WantedLine } from './purchases';
import { sameLines, shares } from './same-goods';
import { type StandInNeeds, standIns } from './stand-ins';
import { boughtOf, proposalOf } from './stored';

/** An order of before whose outcome the shopper has not heard. */
export type Late = {
  readonly proposal: Proposal;
  readonly proposalId: string;
  readonly outcome: Bought;
  /** Another turn has told it meanwhile, and its card and e-mail are on their way. */
  readonly told: boolean;
};

/** `isSpoken`: at a speaker, where anybody may say yes. */
export type BuyingCall = ShopperCall & { readonly isSpoken: boolean };

/** A conversation, and the proposals that wait for a yes in it: who places one of those just now tells it as well. */
type Place = { readonly conversationId: string; readonly waiting: readonly string[] };

export type Ordering = Pick<Purchases, 'checkoutLink'> & {
  propose(wanted: Wanted, call: ShopperCall): Promise<Result<Proposal>>;
  substitutes(productId: string, call: ShopperCall): Promise<Result<readonly Product[]>>;
  /** What is stored to pay with, the one that is used by itself first; none where the shop lets nobody choose, or cannot say. */
  means(call: ShopperCall): Promise<readonly PaymentMeans[]>;
  /** Places what was proposed, once, however often and from wherever it is called with the same proposal. */
  buy(proposal: Proposal, conversationId: string, call: BuyingCall): Promise<Bought>;
  /** Gives a proposal up so that no yes can place it any more; if one was faster, what became of that. */
  withdraw(proposal: Proposal, conversationId: string, call: ShopperCall): Promise<Bought>;
  /**
   * Looks after earlier orders of this shopper whose outcome was unknown; `unknown` ones still are, and at most one
   * other is given at a time. With a place, only what is to be told there.
   */
  late(call: ShopperCall, place?: Place): Promise<readonly Late[]>;
  /** What is known of these attempts; unknown ids are left out. */
  outcomes(proposalIds: readonly string[]): Promise<readonly Late[]>;
  /** Whether an order of any of these goods, other than those, was sent and nobody knows what became of it. */
  hanging(lines: readonly WantedLine[], but: readonly string[], call: ShopperCall): Promise<boolean>;
  /** When the same goods were ordered so shortly before that it may be a mistake: that order's time, else null. */
  justOrdered(lines: readonly WantedLine[], call: ShopperCall): Promise<Instant | null>;
};

type Asking = {
  readonly purchases: Purchases;
  readonly attempts: Attempts;
  readonly limits: Pick<BuyingLimits, 'release'>;
  readonly now: () => number;
};
type Needs = Asking &
  Pick<StandInNeeds, 'goods'> & {
    readonly limits: Pick<BuyingLimits, 'hold' | 'release'>;
    readonly wait: (ms: number) => Promise<void>;
    readonly sameOrderMinutes: number;
  };

const WITHDRAWN: Bought = { kind: 'withdrawn' };
/** Nobody waits to hear of it: whoever withdraws says so. */
const GIVEN_UP = { state: 'refused', result: JSON.stringify(WITHDRAWN), told: true } as const;

/** An attempt younger than this may still be under way in another process, which then tells its outcome itself. */
export const IN_FLIGHT_MS = 8_000;
/** A shop that does not know an order this old never got it; a younger one may still arrive there. */
const LOST_AFTER_MS = 60_000;
const POLL_MS = 40;

export function createOrdering(needs: Needs): Ordering {
  const { purchases, attempts, now } = needs;
  const attempt = (proposal: Proposal, conversationId: string, { shopperId }: ShopperCall) => ({
    proposalId: proposal.id,
    conversationId,
    shopperId,
    proposal: JSON.stringify(proposal),
    startedAt: now(),
  });
  return {
    ...(purchases.checkoutLink ? { checkoutLink: purchases.checkoutLink } : {}),
    propose: (wanted, call) => purchases.propose(wanted, call),
    substitutes: (productId, call) => standIns(productId, needs, call),
    async means(call) {
      const stored = await purchases.means?.(call);
      return stored?.ok ? stored.value : [];
    },
    async buy(proposal, conversationId, call) {
      const begun = await attempts.begin(attempt(proposal, conversationId, call));
      return begun === 'begun' ? send(proposal, call, needs) : follow(proposal.id, call, needs);
    },
    async withdraw(proposal, conversationId, call) {
      const begun = await attempts.begin({ ...attempt(proposal, conversationId, call), ...GIVEN_UP });
      return begun === 'begun' ? WITHDRAWN : follow(proposal.id, call, needs);
    },
    late: (call, place) => late(call, place, needs),
    async outcomes(proposalIds) {
      const known = await Promise.all(proposalIds.map((id) => attempts.get(id)));
      return known.flatMap((attempt) => (attempt?.result ? lateOf(attempt, boughtOf(attempt.result)) : []));
    },
    async hanging(lines, but, call) {
      const open = await attempts.open(call.shopperId, now() + 1);
      return open.some((attempt) => !isSettled(attempt) && !but.includes(attempt.proposalId) && shares(attempt, lines));
    },
    async justOrdered(lines, call) {
      const placed = await attempts.placedSince(call.shopperId, now() - needs.sameOrderMinutes * 60_000);
      return placed.find(({ proposal }) => sameLines(proposalOf(proposal)?.lines ?? [], lines))?.startedAt ?? null;
    },
  };
}

async function send(proposal: Proposal, { isSpoken, ...call }: BuyingCall, needs: Needs): Promise<Bought> {
  const of = { proposalId: proposal.id, shopperId: call.shopperId };
  const why = await needs.limits.hold({ ...of, total: proposal.total, isSpoken });
  const bought: Bought = why
    ? { kind: 'refused', error: { kind: 'held-back', why } }
    : await purchase(proposal, call, needs.purchases);
  await finish(of, bought, needs);
  return bought;
}

async function purchase(proposal: Proposal, call: ShopperCall, purchases: Purchases): Promise<Bought> {
  try {
    return outcomeOf(await purchases.place(proposal, call));
  } catch {
    // A provider that throws in the middle of a write has told us nothing about it.
    return { kind: 'unknown' };
  }
}

function outcomeOf(result: Result<Order>): Bought {
  if (result.ok) return { kind: 'placed', order: result.value };
  const { error } = result;
  return error.kind === 'timeout' && error.outcome === 'unknown' ? { kind: 'unknown' } : { kind: 'refused', error };
}

type Finishing = Pick<Attempt, 'proposalId' | 'shopperId'>;

async function finish(of: Finishing, bought: Bought, { attempts, limits }: Asking): Promise<void> {
  const state = bought.kind === 'withdrawn' ? 'refused' : bought.kind;
  await attempts.finish(of.proposalId, state, JSON.stringify(bought), false);
  // What came to nothing counts towards no day; what nobody knows does.
  if (state === 'refused') await limits.release(of);
}

/** Somebody else is placing this very proposal: waits for what they learn, as long as the turn has time. */
async function follow(proposalId: string, call: ShopperCall, needs: Needs): Promise<Bought> {
  for (;;) {
    const attempt = await needs.attempts.get(proposalId);
    if (attempt?.result) return boughtOf(attempt.result);
    if (needs.now() + POLL_MS >= call.deadline - RESERVE_MS) return { kind: 'unknown' };
    await needs.wait(POLL_MS);
  }
}

async function late(call: ShopperCall, place: Place | undefined, needs: Needs): Promise<readonly Late[]> {
  const before = needs.now() - IN_FLIGHT_MS;
  const found: Late[] = [];
  for (const attempt of await needs.attempts.open(call.shopperId, before)) {
    const elsewhere = place !== undefined && attempt.conversationId !== place.conversationId;
    const underWay = attempt.startedAt >= before && place?.waiting.includes(attempt.proposalId);
    if (isSettled(attempt) && (elsewhere || underWay)) continue;
    const outcome = await settle(attempt, call, needs);
    if (elsewhere) continue;
    found.push(...lateOf(attempt, outcome));
    if (outcome.kind !== 'unknown') break;
  }
  return found;
}

/** Nothing where nobody can tell any more what it was about. */
function lateOf({ proposalId, told, proposal: json }: Attempt, outcome: Bought): readonly Late[] {
  const proposal = proposalOf(json);
  return proposal ? [{ proposal, proposalId, outcome, told }] : [];
}

/** Asks the shop what became of an attempt; final answers are written down, so that they are asked for once. */
export async function settle(attempt: Attempt, call: ShopperCall, needs: Asking): Promise<Bought> {
  if (attempt.result && isSettled(attempt)) return boughtOf(attempt.result);
  const result = await needs.purchases.reconcile(attempt.proposalId, call);
  const bought = reconciled(result, needs.now() - attempt.startedAt);
  // Whoever waits for an attempt that nobody is sending any more learns that, too.
  if (bought.kind !== attempt.state) await finish(attempt, bought, needs);
  return bought;
}

function reconciled(result: Result<Order | null>, age: number): Bought {
  if (result.ok && result.value) return { kind: 'placed', order: result.value };
  const isLost = result.ok && age >= LOST_AFTER_MS;
  return isLost ? { kind: 'refused', error: { kind: 'timeout', outcome: 'not-sent' } } : { kind: 'unknown' };
}

function isSettled({ state }: Attempt): boolean {
  return state === 'placed' || state === 'refused';
}
