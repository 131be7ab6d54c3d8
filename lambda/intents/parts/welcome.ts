/** Opens and closes a visit: the welcome, "anything else?", the way back to a question that was left. */

import type { IntentName } from '../../vocabulary/intents';
import type { OpenQuestion } from '../../vocabulary/memory';
import type { Reply } from '../../vocabulary/outcome';
import { type Acted, ask, close, done, type Ending, type Part, replies, type Scene } from '../kit/define';
import { NO_STATE, type NoState } from '../kit/state';
import { nameOnce } from './own-name';

const SAYS = {
  first: {},
  firstAsks: {},
  bot: {},
  returning: {},
  returningAsks: {},
  brief: {},
  goodbye: {},
  startOver: {},
  resume: {},
  leftover: {},
  backName: { name: 'name' },
  goodbyeName: { name: 'name' },
  nothingAsked: {},
  linked: { topic: 'topic' },
} as const;
const say = replies('Welcome', SAYS);

const what = ask<NoState, Record<never, never>>({
  id: 'Welcome.what',
  state: NO_STATE,
  commits: false,
  role: 'opens',
  with: {},
  expects: [],
  ifLeft: 'drop',
  answer: async (answer, _state, scene) => (answer.kind === 'no' ? goodbye(scene) : null),
});

const more = ask<NoState, Record<never, never>>({
  id: 'Welcome.more',
  state: NO_STATE,
  commits: false,
  role: 'closes',
  with: {},
  expects: ['yesno'],
  ifLeft: 'drop',
  async answer(answer, _state, scene) {
    if (answer.kind === 'no') return goodbye(scene);
    return answer.kind === 'yes' ? { replies: [], ending: whatElse() } : null;
  },
});

/** What was just told and a whole purchase that waits would be too much for one breath. */
const carryOn = ask<NoState, Record<never, never>>({
  id: 'Welcome.carryOn',
  state: NO_STATE,
  commits: false,
  with: {},
  expects: ['yesno'],
  ifLeft: 'drop',
  async answer(answer) {
    if (answer.kind === 'no') return close(say('goodbye'));
    return answer.kind === 'yes' ? done() : null;
  },
});

export const Welcome: Part = { name: 'Welcome', personal: false, says: SAYS, asks: { what, more, carryOn } };

/** "We hadn't finished something. Shall we go on with it?" */
export function shallWeGoOn(): Ending {
  return carryOn.put({}, {});
}

/** "What would you like to do?" */
export function whatElse(): Ending {
  return what.put({}, {});
}

/** "Anything else?" */
export function anythingElse(): Ending {
  return more.put({}, {});
}

/** From the third visit on, a welcome of a breath. */
const BRIEF_FROM_VISIT = 3;

/** The welcome of a launch without a request, shorter each time; behind news it is a breath as well. */
export function welcome(scene: Scene): Acted {
  const { memory, late, services } = scene;
  const { visits } = memory;
  const name = nameOnce(scene);
  if (name) return { replies: [say('backName', { name })], ending: whatElse() };
  const isBrief = visits >= BRIEF_FROM_VISIT || (visits > 1 && late.length > 0);
  const again = services.sells ? 'returning' : 'returningAsks';
  const greeting = visits <= 1 ? firstWelcome(scene) : say(isBrief ? 'brief' : again);
  return { replies: [greeting], ending: whatElse() };
}

/** "A program answers here." */
export function botSays(): Reply {
  return say('bot');
}

/** The first welcome, which says so in text. */
export function firstWelcome({ services }: Scene): Reply {
  return say(services.sells ? 'first' : 'firstAsks');
}

/** A word of welcome before something that matters more. */
export function welcomed(acted: Acted, scene: Scene): Acted {
  const name = nameOnce(scene);
  const hello = name ? say('backName', { name }) : say('brief');
  return { ...acted, replies: [hello, ...acted.replies] };
}

export function startOver(): Acted {
  return { replies: [say('startOver')], ending: whatElse() };
}

/** By name where the visit has not said it yet. */
export function goodbye(scene: Scene): Acted {
  const name = nameOnce(scene);
  return close(name ? say('goodbyeName', { name }) : say('goodbye'));
}

/** Said before a question that waited while something else was settled. */
export function backTo(): Reply {
  return { ...say('resume'), spare: true };
}

/** Said before a question that an earlier visit left open. */
export function leftFrom(_open: OpenQuestion): Reply {
  return say('leftover');
}

/** "Yes", "no" or "the second one" when nothing had been asked. */
export function nothingAsked(): Acted {
  return { replies: [say('nothingAsked')], ending: whatElse() };
}

/** "Your account is linked. You wanted to find an order.": said before what they asked for as a stranger. */
export function nowLinked(intent: IntentName, acted: Acted): Acted {
  const linked: Reply = { ...say('linked', { topic: { type: 'topic', intent } }), spare: true };
  return { ...acted, replies: [linked, ...acted.replies] };
}
