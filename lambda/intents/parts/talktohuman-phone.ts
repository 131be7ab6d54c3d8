/** The number for a call, where none is known or another is wished for: asked for, read back in groups, and kept once it is right. */

import * as z from 'zod/mini';
import { COUNTRIES, groupedPhone } from '../../services/privacy/phone-plans';
import { shapeOf } from '../../services/shape';
import type { Slots } from '../../vocabulary/heard';
import type { Reply } from '../../vocabulary/outcome';
import { isKeptPhone, isOpenPhone, type Phone } from '../../vocabulary/phones';
import { type Acted, type AnswerGiven, ask, close, type Scene, withBefore } from '../kit/define';
import { say } from './hand-off-words';
import { type CallAsked, calledAt, callOff, PHONE, wishIn } from './talktohuman-call';
import { canBeCalled, takesPhones } from './team-there';
import { card, codeOnCard, contactFor, where, writtenFrom } from './to-phone';

/** `misses`: how often no number came of it. */
type Asked = { readonly wish: CallAsked; readonly misses: number };
type ReadBack = Asked & { readonly phone: Phone };

const WISH = z.object({ part: z.nullable(z.string()), day: z.nullable(z.string()) });
const ASKED = z.object({ wish: WISH, misses: z.int() });

/** After so many the call is given up: nobody is asked in circles. */
const MOST_MISSES = 2;

const WAYS = {
  whilePerson: true,
  role: 'takes-phone',
  elicits: { intent: 'TalkToHuman', slot: 'phone' },
  amendedBy: ['TalkToHuman'],
  ifLeft: 'drop',
} as const;

export const phone = ask<Asked, Record<never, never>>({
  ...WAYS,
  id: 'TalkToHuman.phone',
  state: shapeOf(ASKED),
  commits: false,
  with: {},
  expects: ['phone', 'time'],
  async answer(answer, asked, scene) {
    if (answer.kind === 'no') return close(where(await contactFor(scene), scene));
    return answer.kind === 'slots' ? amended(answer, asked, scene) : null;
  },
});

export const rightPhone = ask<ReadBack, { readonly number: 'phone' }>({
  ...WAYS,
  id: 'TalkToHuman.rightPhone',
  state: shapeOf(z.extend(ASKED, { phone: PHONE })),
  commits: true,
  with: { number: 'phone' },
  expects: ['yesno', 'phone', 'time'],
  async answer(answer, { phone: given, ...asked }, scene) {
    if (answer.kind === 'yes') return isKeptPhone(given) ? calledAt(asked.wish, scene, given) : missed(asked, scene);
    if (answer.kind === 'no') return missed(asked, scene);
    return answer.kind === 'slots' ? amended(answer, { ...asked, phone: given }, scene) : null;
  },
});

/** None is known that the desk could call, or another one was given. */
export function needsPhone(scene: Scene): boolean {
  return scene.saidPhone !== null || (takesPhones(scene) && !canBeCalled(scene));
}

/** Which number to call; or the one that was given with the wish, or that they write from, read back. */
export async function phoneAsked(wish: CallAsked, scene: Scene): Promise<Acted> {
  const asked = { wish, misses: 0 };
  if (scene.saidPhone !== null) return readBack(asked, scene);
  const own = groupedPhone((await writtenFrom(scene)) ?? '', COUNTRIES);
  if (own === null) return { replies: [], ending: phone.put({}, asked) };
  const given = { type: 'phone', number: own } as const;
  return { replies: [], ending: rightPhone.put({ number: given }, { ...asked, phone: given }) };
}

type Amending = Extract<AnswerGiven, { kind: 'slots' }>;

/** A number; another time for the call; or none any more. null: something else is wanted. */
async function amended(
  { slots }: Amending,
  asked: Asked & Partial<Pick<ReadBack, 'phone'>>,
  scene: Scene,
): Promise<Acted | null> {
  if (slots.call) return callOff(scene);
  const { phone: given, ...state } = asked;
  const wish = wishIn(slots) ?? asked.wish;
  if (scene.saidPhone !== null) return readBack({ ...state, wish }, scene);
  if (!hasTime(slots)) return null;
  // One that cannot be read back is asked for again.
  const ending =
    given && isOpenPhone(given)
      ? rightPhone.put({ number: given }, { ...state, wish, phone: given })
      : phone.put({}, { ...state, wish });
  return { replies: [], ending };
}

function hasTime({ time, date }: Slots): boolean {
  return time !== undefined || date !== undefined;
}

/** What cannot be a number is said to be none. */
function readBack(asked: Asked, scene: Scene): Acted | Promise<Acted> {
  const [, region] = /-([A-Z]{2})$/.exec(scene.turn.locale) ?? [];
  const number = groupedPhone(scene.saidPhone ?? '', region ? [region, ...COUNTRIES] : COUNTRIES);
  if (number === null) return missed(asked, scene, say('notNumber'));
  const given = { type: 'phone', number } as const;
  return { replies: [], ending: rightPhone.put({ number: given }, { ...asked, phone: given }) };
}

async function missed({ wish, misses }: Asked, scene: Scene, ...why: readonly Reply[]): Promise<Acted> {
  if (misses + 1 < MOST_MISSES) {
    return { replies: why, ending: phone.put({}, { wish, misses: misses + 1 }) };
  }
  return withBefore([...why, say('noNumber')], await otherWay(scene));
}

/** Where the answer comes instead; at a speaker without a phone to write to, also how to go on in writing. */
async function otherWay(scene: Scene): Promise<Acted> {
  const contact = await contactFor(scene);
  const told = close(where(contact, scene));
  if (contact || scene.turn.form === 'text') return told;
  const { lines, scan, effects } = codeOnCard(scene);
  return { ...told, ...scan, effects, card: card(say('cardTitle'), lines) };
}
