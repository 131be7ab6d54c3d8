/** A call instead of an answer in writing: when it suits the shopper, as far as the team is there then. */

import * as z from 'zod/mini';
import { wallClock } from '../../services/commerce/hours';
import { type CallWish, callWindow, nearestWindow } from '../../services/hand-off/call-times';
import { shapeOf } from '../../services/shape';
import type { CallWindow } from '../../vocabulary/call-window';
import type { Heard, Slots } from '../../vocabulary/heard';
import type { Memory } from '../../vocabulary/memory';
import type { Effect, HandOffRequest } from '../../vocabulary/outcome';
import type { Phone } from '../../vocabulary/phones';
import type { PlainDate } from '../../vocabulary/values';
import { type Acted, ask, close, done, type Scene } from '../kit/define';
import { causing, effectOf } from '../kit/effects';
import { forPerson } from './hand-off-summary';
import { say } from './hand-off-words';
import { phoneGiven } from './team-there';
import { contactFor, where } from './to-phone';

/** `call`: what was offered in the place of a time at which nobody is there; absent: any time will do. `to`: the number that was given. */
type Offered = { readonly call?: CallWindow; readonly to?: Phone };

/** When a call is wished for, as a question keeps it. */
export type CallAsked = { readonly part: string | null; readonly day: string | null };

export const AT_ANY_TIME = { part: null, day: null } as const;

type HeardIntent = Extract<Heard, { kind: 'intent' }>;

const WINDOW = z.object({ from: z.int(), until: z.int() });
/** As a question keeps it. */
export const PHONE = z.object({ type: z.literal('phone'), number: z.string() });

export const callBack = ask<Offered, Record<never, never>>({
  id: 'TalkToHuman.callBack',
  state: shapeOf(z.object({ call: z.optional(WINDOW), to: z.optional(PHONE) })),
  commits: true,
  whilePerson: true,
  with: {},
  expects: ['yesno', 'time'],
  amendedBy: ['TalkToHuman'],
  ifLeft: 'drop',
  async answer(answer, { call, to }, scene) {
    if (answer.kind === 'slots' && answer.slots.call) return callOff(scene);
    if (answer.kind === 'no') return close(where(await contactFor(scene), scene));
    if (answer.kind === 'yes') return called(call ?? null, scene, to);
    // Another number is for the intent itself.
    const wish = answer.kind === 'slots' && scene.saidPhone === null ? wishIn(answer.slots) : null;
    return wish && calledAt(wish, scene, to);
  },
});

/** null: no time was said. */
export function wishIn({ time, date }: Slots): CallWish | null {
  const part = time?.ids[0];
  const day = date?.date ?? null;
  if (part === undefined && day === null) return null;
  return { part: part === undefined || part === 'any' ? null : part, day };
}

/** Nobody calls; the answer comes as it does to others. */
export async function callOff(scene: Scene): Promise<Acted> {
  const said = close(say('callOff'), where(await contactFor(scene), scene));
  return causing(said, { kind: 'wish', wish: 'answer' }, inTheirWords('callOff', scene));
}

export function noCallDue(): Acted {
  return done(say('noCallDue'));
}

/** What was written to people reaches them as it was written; of what was said they hear from us. */
function inTheirWords(key: 'callBack' | 'callOff', { turn, memory }: Scene): Effect {
  const isWritten = turn.form === 'text' && memory.owner === 'human';
  return isWritten ? { kind: 'for-person', what: 'as-written' } : forPerson(key);
}

/** What refusing a call or a person asks for, where a person has the conversation; null: nothing. */
export function noCall({ time, date }: Slots, { owner, handOff }: Memory): Slots | null {
  if (owner !== 'human' || !handOff) return null;
  return { call: { said: '', ids: time || date || handOff.call ? ['off'] : [] } };
}

/**
 * Of a call, written while a person has the conversation: that none is wanted, whoever has it; when it shall be, only
 * while nobody has taken it: then it is for them to agree on.
 */
export function isOfCall({ intent, slots, manner }: HeardIntent, { handOff }: Memory): boolean {
  if (intent !== 'TalkToHuman' || !handOff || manner?.guessed || manner?.wonders) return false;
  const isFree = handOff.agent === undefined;
  if (slots.call || slots.phone || (manner?.negated && handOff.call)) return true;
  return isFree && (manner?.negated === true || slots.time !== undefined || slots.date !== undefined);
}

/** As it was wished, or what comes nearest is offered. `to`: the number that was given for it. */
export function calledAt(asked: CallAsked, scene: Scene, to?: Phone): Acted {
  const wish = { part: asked.part, day: asked.day as PlainDate | null };
  const place = placeOf(scene);
  const call = scene.memory.owner === 'human' ? scene.memory.handOff?.call : undefined;
  // Another number, and nothing of the time: it stays as it was promised.
  if (to && isAnyTime(wish) && call && call !== 'any-time') return called(call, scene, to);
  const window = callWindow(onThatDay(wish, scene), place);
  if (window) return called(isAnyTime(wish) ? null : window, scene, to);
  const nearest = nearestWindow(wish, place);
  if (!nearest) return close(say('noCall'));
  return {
    replies: [say('notThen', whenOf(nearest, scene))],
    ending: callBack.put({}, { call: nearest, ...(to ? { to } : {}) }),
  };
}

/** "No, in the afternoon", of a call on Thursday: Thursday's. */
function onThatDay({ part, day }: CallWish, scene: Scene): CallWish {
  const { call } = scene.memory.handOff ?? {};
  const { timeZone, at } = placeOf(scene);
  const namesDay = day !== null || part === null || /^to(day|morrow)/.test(part);
  if (namesDay || !call || call === 'any-time' || call.until < at) return { part, day };
  return { part, day: wallClock(timeZone, call.from).day };
}

function isAnyTime({ part, day }: CallWish): boolean {
  return part === null && day === null;
}

/** null: whenever the team can. */
function called(call: CallWindow | null, scene: Scene, to = phoneGiven(scene)): Acted {
  const wish: Effect = { kind: 'wish', wish: 'call-back', ...(call ? { call } : {}), ...(to ? { to } : {}) };
  const then = call && whenOf(call, scene);
  const told = then ? say(to ? 'willCallNumberThen' : 'willCallThen', then) : say(to ? 'willCallNumber' : 'willCall');
  return causing(close(told), wish, inTheirWords('callBack', scene));
}

/** What a hand-off that begins with it holds of it; nothing while it is only offered. */
export function wishOf(acted: Acted): Partial<Pick<HandOffRequest, 'wish' | 'call'>> {
  const effect = effectOf(acted, 'wish');
  return effect ? { wish: effect.wish, ...(effect.call ? { call: effect.call } : {}) } : {};
}

function placeOf({ services, shopper }: Scene) {
  const { hours } = services.merchant.support;
  return { hours, timeZone: shopper?.address.timeZone ?? hours.timeZone, at: services.calendar() };
}

/** On the shopper's own clock. */
function whenOf({ from, until }: CallWindow, scene: Scene) {
  const { timeZone } = placeOf(scene);
  const [begins, ends] = [wallClock(timeZone, from), wallClock(timeZone, until)];
  const today = scene.services.today(timeZone);
  return {
    day: { type: 'day', day: begins.day, today },
    time: { type: 'window', from: begins.minutes, to: ends.minutes },
  } as const;
}
