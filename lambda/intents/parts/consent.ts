/** What is said where a question that costs something got no plain yes, and where a request was refused. */

import * as z from 'zod/mini';
import { shapeOf } from '../../services/shape';
import type { Request, Slots } from '../../vocabulary/heard';
import type { Question, Reply } from '../../vocabulary/outcome';
import type { Json } from '../../vocabulary/values';
import { type Acted, ask, type Deed, done, type Part, replies, type Scene } from '../kit/define';
import { echo } from '../kit/echo';
import { MENTION } from '../kit/state';

const CONSENT = {
  mild: {},
  asked: {},
  wait: {},
  doubt: {},
  conditional: {},
  unclear: {},
  notThat: {},
  theirOrder: {},
  theirs: {},
} as const;
const sayConsent = replies('Consent', CONSENT);

/** A request that was only asked about, as JSON. */
type Wondered = { readonly [intent: string]: { readonly [slot: string]: Json } };

const total = ask<Wondered, Record<never, never>>({
  id: 'Consent.total',
  state: shapeOf(z.record(z.string(), z.record(z.string(), MENTION))),
  commits: false,
  with: {},
  expects: ['yesno'],
  ifLeft: 'drop',
  async answer(answer, wondered) {
    if (answer.kind === 'no') return done();
    const slots = answer.kind === 'yes' ? wondered.Reorder : undefined;
    return slots ? { instead: { intent: 'Reorder', slots: slots as Slots } } : null;
  },
});

export const Consent: Part = { name: 'Consent', personal: false, says: CONSENT, asks: { total } };

const REFUSED = {
  buys: {},
  buysThis: { said: 'name' },
  cancels: {},
  changes: {},
  refunds: {},
  sends: {},
  handsOver: {},
  tells: {},
} as const;
const sayRefused = replies('Refused', REFUSED);

export const Refused: Part = { name: 'Refused', personal: false, says: REFUSED, asks: {} };

/** Why no yes was heard, or that something else is meant. */
export type Short = 'mild' | 'asked' | 'wait' | 'doubt' | 'conditional' | 'unclear';

/** Nobody said yes or no: whoever is asked again is told what a yes would do. */
const NAMES: Readonly<Partial<Record<Short, true>>> = { unclear: true, conditional: true, mild: true, doubt: true };

/** The question is put again behind a word on what was said; with what it is about, where that may have been refused. */
export function putAgain(question: Question, why: Short, scene: Scene): Acted {
  const isNamed = NAMES[why] === true || mayRefuse(scene) || wavers(scene);
  return namedAgain(question, { said: sayConsent(why), isNamed, scene });
}

/** A change of what is asked is refused: that is asked again as it was, with what it is about where that may be meant. */
export function staysSo(question: Question, scene: Scene, isNamed = hasLeft(scene)): Acted {
  return namedAgain(question, { said: sayRefused('changes'), isNamed, scene });
}

type Again = { readonly said: Reply; readonly isNamed: boolean; readonly scene: Scene };

function namedAgain(question: Question, { said, isNamed, scene: { policyOf } }: Again): Acted {
  const again = { key: `${question.id}.reprompt`, with: question.with };
  const named = isNamed ? policyOf(question).named(question.state) : [];
  return { replies: [said, ...named, again], ending: { kind: 'ask', question } };
}

type Heard = { readonly turn: Pick<Scene['turn'], 'heard'> };

/** "In blue", "no, where is my parcel?": something is refused, or not understood, and nobody knows whether it is what is asked. */
export function mayRefuse({ turn: { heard } }: Heard): boolean {
  if (heard.kind !== 'intent') return false;
  // Where Amazon did not understand there are no words to look at.
  if (!heard.manner) return heard.intent === 'Fallback';
  // A bare no is the answer to what was asked, and to nothing else.
  const isRefusing = heard.intent !== 'No' && heard.manner.said.some(({ kind }) => kind === 'negation');
  return isRefusing || hasLeft({ turn: { heard } });
}

/** "Yes, no, wait": who comes back to it may not know any more what a yes means. */
function wavers({ turn: { heard } }: Heard): boolean {
  if (heard.kind !== 'intent' || !heard.manner?.waits) return false;
  return heard.manner.said.some(({ kind }) => kind === 'consent' || kind === 'negation');
}

function hasLeft({ turn: { heard } }: Heard): boolean {
  return heard.kind === 'intent' && heard.manner !== undefined && heard.manner.left.length > 0;
}

/** "No, the other one": what was offered is off, and something else is meant. */
export function notThat(): Reply {
  return sayConsent('notThat');
}

/** "Should I order coffee?" is for the shopper to say; what it would cost is told first. */
export function leaveToThem({ intent, slots }: Request, deed: Deed): Acted {
  if (deed !== 'buys') return done(sayConsent('theirs'));
  const told = sayConsent('theirOrder');
  const isNamed = slots.product !== undefined && slots.product.ids.length > 0;
  return isNamed ? { replies: [told], ending: total.put({}, { [intent]: asState(slots) }) } : done(told);
}

/** What was put there comes back unchanged. */
function asState(slots: Slots): Wondered[string] {
  return slots as Wondered[string];
}

/** What is asked of a cart and changes nothing in it. */
const OF_CART: Readonly<Record<string, true>> = { show: true, total: true, pay: true };

/** "Don't order coffee", "I don't want a person": nothing is started, and that is said. */
export function confirmRefusal(deed: Deed | null, slots: Slots, scene: Scene): Acted {
  const { product, act, checkout } = slots;
  const [asked] = (act ?? checkout)?.ids ?? [];
  if (deed === 'buys' && asked !== undefined && !OF_CART[asked]) return done(sayRefused('changes'));
  if (deed === 'buys')
    return done(product ? sayRefused('buysThis', { said: echo(product, scene) }) : sayRefused('buys'));
  return done(sayRefused(deed === 'hands-over' ? 'handsOver' : (deed ?? 'tells')));
}
