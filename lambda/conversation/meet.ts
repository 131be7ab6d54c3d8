/** The first stage of a turn: who speaks, what is remembered of them, and what they have not heard yet. */

import { INTENT_TABLE, policyOf } from '../dialogue/index';
import type { Scene } from '../intents/kit/define';
import type { Services } from '../intents/kit/services';
import { waitingIn } from '../intents/parts/purchase';
import type { Shopper } from '../services/commerce/account';
import type { Call } from '../services/commerce/call';
import type { Late } from '../services/commerce/ordering';
import type { Shop } from '../services/commerce/shop';
import type { Stored } from '../services/conversation/conversation';
import { freshMemory } from '../services/conversation/memory';
import { recalled } from '../services/privacy/written';
import type { Store } from '../services/store';
import type { Turn } from '../vocabulary/heard';

export type Met = {
  readonly scene: Scene;
  /** The version the memory was read at; 0: never met. */
  readonly version: Stored['version'];
};

type Needs = { readonly accounts: Shop['accounts']; readonly store: Store; readonly services: Services };

/** As much of a turn as says whose it is. */
export type Arrival = Pick<Turn, 'id' | 'channel' | 'address' | 'person' | 'credential' | 'locale' | 'deadline'>;
export type Whose = {
  readonly conversationId: string;
  readonly stranger: Scene['stranger'];
  /** Of a known shopper. */
  readonly firstName?: string;
};

/** Whose conversation a turn would be part of, without taking it. */
export function createRecognition(needs: Pick<Needs, 'accounts' | 'store'>): (arrival: Arrival) => Promise<Whose> {
  return async function whose(arrival) {
    const { shopper, stranger } = await whoSpeaks(arrival, callOf(arrival), needs.accounts);
    const conversationId = await conversationFor(arrival, shopper, needs.store);
    return { conversationId, stranger, ...(shopper ? { firstName: shopper.firstName } : {}) };
  };
}

/** A guest may have joined the conversation of somebody with a link. */
async function conversationFor(arrival: Arrival, shopper: Shopper | null, { contacts }: Store): Promise<string> {
  const own = conversationOf(arrival, shopper);
  if (shopper || arrival.channel === 'alexa') return own;
  return (await contacts.get(arrival.address))?.conversationId ?? own;
}

/** The deadline says it all: each call to the shop gets a signal that fires before it (services/patience). */
const UNBROKEN = new AbortController().signal;

function callOf({ id, locale, deadline }: Arrival): Call {
  return { locale, deadline, signal: UNBROKEN, traceId: id };
}

export function createMeeting({ accounts, store, services }: Needs): (turn: Turn) => Promise<Met> {
  return async function meet(turn) {
    const call = callOf(turn);
    const { shopper, stranger } = await whoSpeaks(turn, call, accounts);
    const conversationId = await conversationFor(turn, shopper, store);
    const stored = await store.conversations.load(conversationId);
    const own = shopper ? { ...call, shopperId: shopper.id, credential: turn.credential ?? '' } : call;
    const scene: Scene = {
      turn,
      memory: stored ? recalled(stored.memory, shopper?.firstName ?? null) : freshMemory(),
      shopper,
      stranger,
      conversationId,
      late: [],
      policyOf,
      services,
      call: own,
    };
    return { scene: { ...scene, late: await lateFor(scene) }, version: stored?.version ?? 0 };
  };
}

type Speaker = Pick<Scene, 'shopper' | 'stranger'>;

async function whoSpeaks(turn: Arrival, call: Call, accounts: Shop['accounts']): Promise<Speaker> {
  if (turn.credential === undefined) return { shopper: null, stranger: 'guest' };
  const who = await accounts.whoIs(turn.credential, call);
  if (who.ok) return { shopper: who.value, stranger: null };
  const unlinked = who.error.kind === 'unauthorised' || who.error.kind === 'not-found';
  return { shopper: null, stranger: unlinked ? 'unlinked' : 'unreachable' };
}

/**
 * A conversation is a shopper's. A recognised person who speaks through the household's account has one of their own,
 * so that no question or hand-off crosses between two people; a guest is the channel's address.
 */
export function conversationOf(
  turn: Pick<Arrival, 'channel' | 'address' | 'person'>,
  shopper: Pick<Shopper, 'id'> | null,
): string {
  const owner = shopper ? `shopper:${shopper.id}` : `${turn.channel}:${turn.address}`;
  return turn.person ? `${owner}/${turn.person}` : owner;
}

/** Asked where it matters: when a visit begins and where orders are the subject. */
async function lateFor({ turn, memory, shopper, call, conversationId, services }: Scene): Promise<readonly Late[]> {
  if (!shopper || !('shopperId' in call)) return [];
  const { heard, session } = turn;
  const aboutOrders = heard.kind === 'intent' && INTENT_TABLE[heard.intent].aboutOrders;
  if (heard.kind === 'ended' || !(session.isNew || aboutOrders)) return [];
  const place = { conversationId, waiting: waitingIn(memory.questions).map(({ id }) => id) };
  return services.ordering.late(call as typeof call & { shopperId: string; credential: string }, place);
}
