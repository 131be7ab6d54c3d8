/** The first stage of a turn: who speaks, what is remembered of them, and what they have not heard yet. */

import { INTENT_TABLE, policyOf } from '../dialogue/index';
import type { Scene } from '../intents/kit/define';
import type { Services } from '../intents/kit/services';
import { waitingIn } from '../intents/parts/purchase-state';
import { firstNameOf, type Shopper } from '../services/commerce/account';
import type { Call, ShopperCall } from '../services/commerce/call';
import type { Late } from '../services/commerce/ordering';
import type { TurnStart } from '../services/conversation/conversation';
import { freshMemory } from '../services/conversation/memory';
import { readAnswer, recalled } from '../services/privacy/written';
import type { Admit } from '../services/sign-in/link-tokens';
import type { Store } from '../services/store';
import type { Answered } from '../vocabulary/answer';
import { isHouseholds, type Turn, type WishedBefore } from '../vocabulary/heard';
import { wentOn } from './aside';
import { type AsideOf, joinAside, markOf } from './join-aside';

export type Meeting =
  | {
      readonly kind: 'new';
      readonly scene: Scene;
      /** The version the memory was read at; 0: never met. */
      readonly version: number;
    }
  /** This very delivery was answered before. */
  | { readonly kind: 'repeated'; readonly answered: Answered };

type MeetingNeeds = { readonly admit: Admit; readonly store: Store; readonly services: Services };

/** As much of a turn as says whose it is. */
export type Arrival = Pick<
  Turn,
  'id' | 'channel' | 'address' | 'person' | 'credential' | 'isOwn' | 'locale' | 'deadline'
>;
export type Recognised = {
  readonly conversationId: string;
  readonly stranger: Scene['stranger'];
  /** Of a known shopper. */
  readonly firstName?: string;
  readonly shopperId?: string;
};

/** Recognised conversation a turn would be part of, without taking it. */
export function createRecognition(needs: MeetingNeeds): (arrival: Arrival) => Promise<Recognised> {
  const { now, random } = needs.services;
  const asides = { store: needs.store, now, random };
  return async function whose(arrival) {
    const { shopper, stranger } = await whoSpeaks(arrival, callOf(arrival), needs);
    const own = conversationOf(arrival, shopper);
    if (shopper) await joinAside(asideOf(arrival, shopper), asides);
    const joined = isGuest(arrival, shopper) ? await needs.store.contacts.get(arrival.address) : null;
    const firstName = firstNameOf(shopper);
    const known = shopper ? { ...(firstName ? { firstName } : {}), shopperId: shopper.id } : {};
    return { conversationId: joined?.conversationId ?? own, stranger, ...known };
  };
}

/** A guest in writing may have joined the conversation of somebody with a link. */
function isGuest({ channel }: Arrival, shopper: Shopper | null): boolean {
  return shopper === null && channel !== 'alexa';
}

/** Of whoever has nothing to give up: the deadline says it all. */
const UNBROKEN = new AbortController().signal;

export function callOf({ id, locale, deadline }: Arrival, signal = UNBROKEN): Call {
  return { locale, deadline, signal, traceId: id };
}

export function createMeeting({ admit, store, services }: MeetingNeeds) {
  const asides = { store, now: services.now, random: services.random };
  return async function meet(turn: Turn, signal: AbortSignal): Promise<Meeting> {
    const call = callOf(turn, signal);
    const { credential, ...speaker } = await whoSpeaks(turn, call, { admit, services });
    const { shopper } = speaker;
    const found = await begin(turn, shopper, store);
    const isJoined = found.hasAside && shopper !== null && (await joinAside(asideOf(turn, shopper), asides));
    const start = isJoined ? await begin(turn, shopper, store) : found;
    if (start.answer !== null) return { kind: 'repeated', answered: await again(start.answer, start, shopper) };
    const { conversationId, stored } = start;
    const own = shopper ? { ...call, shopperId: shopper.id, credential } : call;
    const scene: Scene = {
      turn,
      memory: wentOn(stored ? recalled(stored.memory, firstNameOf(shopper)) : freshMemory(), start.aside, turn),
      ...speaker,
      conversationId,
      wished: await wishedBefore(turn, shopper, { store, now: services.now }),
      saidCode: null,
      saidPhone: null,
      late: [],
      policyOf,
      services,
      call: own,
    };
    const late = start.hasOpenAttempts ? await lateFor(scene) : [];
    return { kind: 'new', scene: { ...scene, late }, version: stored?.version ?? 0 };
  };
}

/** After that long it is another day's business. */
const WISH_MS = 3_600_000;

type Wishing = { readonly store: Store; readonly now: () => number };

/** Looked for where a visit begins, in what was said from this very account before it was linked. */
async function wishedBefore(
  turn: Turn,
  shopper: Shopper | null,
  { store, now }: Wishing,
): Promise<WishedBefore | null> {
  if (!shopper || turn.channel !== 'alexa' || turn.heard.kind !== 'launched' || !turn.session.isNew) return null;
  const stored = await store.conversations.load(conversationOf(turn, null));
  const wished = stored?.memory.wished;
  return wished && now() - wished.at < WISH_MS ? wished : null;
}

function begin(turn: Turn, shopper: Shopper | null, { conversations }: Store): Promise<TurnStart> {
  const { channel, requestId, address } = turn;
  return conversations.open({
    ...{ channel, requestId, whose: senderOf(turn) },
    conversationId: conversationOf(turn, shopper),
    ...(isGuest(turn, shopper) ? { contactId: address } : {}),
    ...(shopper ? { shopper: { id: shopper.id, aside: conversationOf(turn, null) } } : {}),
  });
}

/** The very same answer once more. */
async function again(body: string, { conversationId }: TurnStart, shopper: Shopper | null): Promise<Answered> {
  const answer = await readAnswer(body, async () => firstNameOf(shopper));
  return { answer, conversationId, kept: true, repeated: true };
}

/** `credential`: what the shop's ports take for the shopper; empty for a stranger. */
type Speaker = Pick<Scene, 'shopper' | 'stranger' | 'whose'> & { readonly credential: string };

const NOBODY = { shopper: null, whose: null, credential: '' } as const;

async function whoSpeaks(turn: Arrival, call: Call, { admit, services }: Admitting): Promise<Speaker> {
  const { credential, channel, address } = turn;
  const isBarred = isHouseholds(turn) && services.merchant.household === 'owner-only';
  if (credential === undefined || isBarred) return { ...NOBODY, stranger: 'guest' };
  const who = await admit({ credential, channel, address }, call);
  if (who.ok) {
    const { shopper } = who.value;
    return { ...who.value, shopper: isHouseholds(turn) ? unnamed(shopper) : shopper, stranger: null, whose: null };
  }
  const unlinked = who.error.kind === 'unauthorised' || who.error.kind === 'not-found';
  if (unlinked) return { ...NOBODY, stranger: 'unlinked' };
  return { ...NOBODY, stranger: 'unreachable', whose: markOf(who.claims ?? null, credential) };
}

type Admitting = Pick<MeetingNeeds, 'admit' | 'services'>;

/** The account's name may be somebody else's: it is not said. */
function unnamed(shopper: Shopper): Shopper {
  return { ...shopper, firstName: '' };
}

/** Who sent it, as the delivery itself says: the shop need not be asked, and may be silent when it comes again. */
export function senderOf({ address, person, credential }: Pick<Arrival, 'address' | 'person' | 'credential'>): string {
  return JSON.stringify([address, person ?? null, credential ?? null]);
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

/** What may have been begun from here while the shop did not say who this is. */
function asideOf(turn: Arrival, shopper: Shopper): AsideOf {
  const { credential = '' } = turn;
  return {
    own: conversationOf(turn, shopper),
    aside: conversationOf(turn, null),
    ...{ shopper, locale: turn.locale },
    marks: [markOf(shopper.id, ''), markOf(null, credential)],
  };
}

/** Asked where it matters: when a visit begins and where orders are the subject. */
async function lateFor({ turn, memory, call, conversationId, services }: Scene): Promise<readonly Late[]> {
  if (!isOfShopper(call)) return [];
  const { heard, session } = turn;
  const isAbout = heard.kind === 'intent' && INTENT_TABLE[heard.intent].aboutOrders;
  if (heard.kind === 'ended' || !(session.isNew || isAbout)) return [];
  const place = { conversationId, waiting: waitingIn(memory.questions).map(({ id }) => id) };
  return services.ordering.late(call, place);
}

const isOfShopper = (call: Call | ShopperCall): call is ShopperCall => 'shopperId' in call;
