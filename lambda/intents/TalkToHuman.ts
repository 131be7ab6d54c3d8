/** Passes the conversation, with all that was said, to a person; other intents offer that from here. */

import * as z from 'zod/mini';
import { supportContact } from '../services/commerce/merchant';
import type { CallWish } from '../services/hand-off/call-times';
import { requestHandOff } from '../services/hand-off/hand-off';
import { shapeOf } from '../services/shape';
import type { Slots } from '../vocabulary/heard';
import { HAND_OFF_REASONS, type HandOffReason, type HandOffRequest, type Reply } from '../vocabulary/outcome';
import { type Acted, ask, close, done, type Intent, type Scene } from './kit/define';
import { causing } from './kit/effects';
import { digitsOf } from './kit/reference';
import { TEXTS } from './kit/state';
import { say, TALK_TO_HUMAN_SAYS } from './parts/hand-off-words';
import { haveBack } from './parts/person';
import { AT_ANY_TIME, callBack, calledAt, callOff, noCall, noCallDue, wishIn, wishOf } from './parts/talktohuman-call';
import { needsPhone, phone, phoneAsked, rightPhone } from './parts/talktohuman-phone';
import { canBeCalled, notThere } from './parts/team-there';
import {
  type CameBack,
  card,
  codeOnCard,
  contactFor,
  joining,
  pushedLink,
  type Writable,
  wasPushed,
  whereAnswered,
} from './parts/to-phone';
import { titled, wantedNow } from './parts/wanted';
import { byCode } from './SendToPhone';

const SLOTS = {
  message: 'AMAZON.SearchQuery',
  call: 'CallWish',
  time: 'CallTime',
  date: 'AMAZON.DATE',
  phone: 'Phone',
} as const;

type Offered = {
  readonly reason: HandOffReason;
  readonly lines: HandOffRequest['lines'];
  readonly orderIds: readonly string[];
};

const OFFERED = z.object({
  reason: z.enum(HAND_OFF_REASONS),
  lines: z.array(z.object({ productId: z.string(), title: z.string(), quantity: z.optional(z.number()) })),
  orderIds: TEXTS,
});

const offer = ask<Offered, Record<never, never>>({
  id: 'TalkToHuman.offer',
  state: shapeOf(OFFERED),
  commits: true,
  role: 'offers-person',
  with: {},
  expects: ['yesno'],
  ifLeft: 'drop',
  async answer(answer, offered, scene) {
    if (answer.kind === 'yes') return handOff(offered, scene);
    if (answer.kind === 'no') return done(say('notNow'));
    return null;
  },
});

export const TalkToHuman: Intent = {
  name: 'TalkToHuman',
  acts: 'hands-over',
  aboutOrders: false,
  slots: SLOTS,
  refusedIs: noCall,
  personal: false,
  says: TALK_TO_HUMAN_SAYS,
  asks: { offer, callBack, phone, rightPhone },
  async act(slots, scene) {
    const { topic, owner, handOff: open } = scene.memory;
    if (slots.call && !(open && owner === 'human')) return noCallDue();
    if (slots.call && open) return slots.call.ids.length > 0 ? callOff(scene) : stillTheirs(open, scene);
    const call = wishIn(slots) ?? (scene.saidPhone === null ? null : AT_ANY_TIME);
    if (open && owner === 'human') return whileTheirs(open, { slots, call }, scene);
    const orderIds = topic.orderId ? [topic.orderId] : [];
    return handOff({ reason: 'asked', lines: wantedNow(scene), orderIds }, scene, call);
  },
};

type Said = { readonly slots: Slots; readonly call: CallWish | null };

/** A person has it: when to call, on which number, or something more for them to know. */
function whileTheirs(
  open: { readonly reference: string },
  { slots, call }: Said,
  scene: Scene,
): Acted | Promise<Acted> {
  if (call && needsPhone(scene)) return phoneAsked(call, scene);
  if (call && canBeCalled(scene)) return calledAt(call, scene);
  const words = wordsIn(slots);
  return words === null ? already(open) : causing(done(say('noted')), { kind: 'for-person', what: { words } });
}

/** What is told at the speaker while a person has the conversation is for them; null: nobody has it. */
export function noted({ memory }: Scene): Acted | null {
  const isTheirs = memory.owner === 'human' && memory.handOff !== null;
  return isTheirs ? causing(done(say('noted')), { kind: 'for-person', what: 'as-written' }) : null;
}

function wordsIn({ message }: Slots): string | null {
  return message && message.said.trim() !== '' ? message.said : null;
}

/** Says what is wrong and asks whether a person should take over, who gets the goods that are being bought. */
export function offerPerson(
  what: { readonly reason: HandOffReason; readonly said: readonly Reply[]; readonly lines?: HandOffRequest['lines'] },
  scene: Scene,
): Acted {
  const { topic } = scene.memory;
  const lines = what.lines ?? wantedNow(scene);
  const offered = { reason: what.reason, lines, orderIds: topic.orderId ? [topic.orderId] : [] };
  return { replies: what.said, ending: offer.put({}, offered) };
}

function already({ reference }: { readonly reference: string }): Acted {
  return close(say('already', { reference: digitsOf(reference) }));
}

/** A person is refused who has it already, in words that may mean a call as well: it is said how to take it back. */
function stillTheirs(open: { readonly reference: string }, { turn }: Scene): Acted {
  const told = already(open);
  if (turn.form === 'speech') return told;
  return causing({ ...told, replies: [...told.replies, haveBack()] }, { kind: 'for-person', what: 'as-written' });
}

/** To a person at once; what it is about goes with it. Whoever asks says that itself; aloud, the reference is left to the card. */
export async function handOver(what: Offered, scene: Scene): Promise<Acted> {
  const passed = await handOff(what, scene);
  if (scene.turn.form === 'text') return passed;
  return { ...passed, replies: passed.replies.filter(({ key }) => key !== PASSED) };
}
const PASSED: Reply['key'] = 'TalkToHuman.passed';

/** `call`: when a call was asked for at once; null: none was. */
async function handOff(what: Offered, scene: Scene, call: CallWish | null = null): Promise<Acted> {
  const { memory, services } = scene;
  if (memory.handOff && memory.owner === 'human') return already(memory.handOff);
  const contact = await contactFor(scene);
  const asked = call && needsPhone(scene) ? await phoneAsked(call, scene) : null;
  const wished = call && !asked && canBeCalled(scene) ? calledAt(call, scene) : null;
  const request = requestHandOff(what.reason, services.random, {
    orderIds: what.orderIds,
    lines: await titled(what.lines, scene),
    answerTo: contact?.channel ?? null,
    ...(contact ? { contact: contact.id } : {}),
    ...(wished ? wishOf(wished) : {}),
  });
  const closed = await notThere(scene);
  const taken = say('passed', { reference: digitsOf(request.reference) });
  const said = [taken, ...closed];
  const joins = contact ? joining(contact) : [];
  const passed = causing(onward(request, contact, scene), ...joins, { kind: 'hand-off', request });
  const first = asked ?? wished;
  // A number that is read back takes long to say: aloud, the reference is left to the card.
  const isLong = scene.saidPhone !== null && scene.turn.form === 'speech';
  if (first) return { ...passed, replies: [...(isLong ? [] : [taken]), ...first.replies], ending: first.ending };
  if (call) return { ...passed, replies: [taken, say('noCall'), ...whereAnswered(contact, scene)] };
  // Where an answer comes is said when that is clear.
  if (closed.length > 0 && canBeCalled(scene)) return { ...passed, replies: said, ending: callBack.put({}, {}) };
  return { ...passed, replies: [...said, ...whereAnswered(contact, scene)] };
}

/** How the shopper follows it: where they are written to anyway, by a link on their phone, or by a code. */
function onward({ id, reference }: HandOffRequest, contact: Writable | null, scene: Scene): Omit<Acted, 'replies'> {
  const lines = [
    say('cardReference', { reference: digitsOf(reference) }),
    say('cardContact', { contact: { type: 'shown', text: supportContact(scene.services.merchant) } }),
  ];
  const title = say('cardTitle');
  if (contact || scene.turn.form === 'text') return { ending: { kind: 'close' }, card: card(title, lines) };
  const link = pushedLink(`${LINK_OF}${id}`, scene);
  if (link) return { ...link, card: card(title, lines) };
  const { lines: typed, scan, effects } = codeOnCard(scene);
  return { ending: { kind: 'close' }, card: card(title, [...lines, ...typed]), ...scan, effects };
}

/** By the shop's own decision a person has it: nothing is said, and the desk gets it all. */
export function tookOver({ memory, services }: Scene): Acted {
  const orderIds = memory.topic.orderId ? [memory.topic.orderId] : [];
  const request = requestHandOff('policy', services.random, { orderIds });
  return { replies: [], ending: { kind: 'close' }, effects: [{ kind: 'hand-off', request }] };
}

const LINK_OF = 'hand-off:';

/** Alexa is back from pushing the link; null: from something else. */
export function handedOver(heard: CameBack, scene: Scene): Acted | null {
  if (!heard.token.startsWith(LINK_OF)) return null;
  return wasPushed(heard) ? close(say('onPhone')) : { ...byCode(scene), ending: { kind: 'close' } };
}
