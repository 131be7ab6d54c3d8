/** A call instead of an answer in writing: when it suits the shopper, as far as the team is there then. */

import * as z from 'zod/mini';
import { wallClock } from '../../services/commerce/hours';
import { type CallWish, callWindow, nearestWindow } from '../../services/hand-off/call-times';
import { shapeOf } from '../../services/shape';
import type { CallWindow } from '../../vocabulary/call-window';
import type { Slots } from '../../vocabulary/heard';
import type { Effect, HandOffRequest } from '../../vocabulary/outcome';
import { type Acted, ask, close, type Scene } from '../kit/define';
import { causing, effectOf } from '../kit/effects';
import { forPerson } from './hand-off-summary';
import { say } from './hand-off-words';
import { contactFor, where } from './to-phone';

/** `call`: what was offered in the place of a time at which nobody is there; absent: any time will do. */
type Offered = { readonly call?: CallWindow };

const WINDOW = z.object({ from: z.int(), until: z.int() });

export const callBack = ask<Offered, Record<never, never>>({
  id: 'TalkToHuman.callBack',
  state: shapeOf(z.object({ call: z.optional(WINDOW) })),
  commits: true,
  whilePerson: true,
  with: {},
  expects: ['yesno', 'time'],
  amendedBy: ['TalkToHuman'],
  ifLeft: 'drop',
  async answer(answer, { call }, scene) {
    if (answer.kind === 'no') return close(where(await contactFor(scene), scene));
    if (answer.kind === 'yes') return called(call ?? null, scene);
    const wish = answer.kind === 'slots' ? wishIn(answer.slots) : null;
    return wish && calledAt(wish, scene);
  },
});

/** null: no time was said. */
export function wishIn({ time, date }: Slots): CallWish | null {
  const part = time?.ids[0];
  const day = date?.date ?? null;
  if (part === undefined && day === null) return null;
  return { part: part === undefined || part === 'any' ? null : part, day };
}

/** As it was wished, or what comes nearest is offered. */
export function calledAt(wish: CallWish, scene: Scene): Acted {
  const place = placeOf(scene);
  const window = callWindow(wish, place);
  if (window) return called(isAnyTime(wish) ? null : window, scene);
  const nearest = nearestWindow(wish, place);
  if (!nearest) return close(say('noCall'));
  return { replies: [say('notThen', whenOf(nearest, scene))], ending: callBack.put({}, { call: nearest }) };
}

function isAnyTime({ part, day }: CallWish): boolean {
  return part === null && day === null;
}

/** null: whenever the team can. */
function called(call: CallWindow | null, scene: Scene): Acted {
  const wish: Effect = { kind: 'wish', wish: 'call-back', ...(call ? { call } : {}) };
  const told = call ? say('willCallThen', whenOf(call, scene)) : say('willCall');
  return causing(close(told), wish, forPerson('callBack'));
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
