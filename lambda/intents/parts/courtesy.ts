/** What asks a shop for nothing is met kindly: whatever was asked is asked again, and nothing comes of it. */

import type { Slots } from '../../vocabulary/heard';
import { COURTESIES, type IntentName } from '../../vocabulary/intents';
import type { Question, Reply } from '../../vocabulary/outcome';
import { type Acted, done, type Intent, type Part, replies, type Scene } from '../kit/define';
import { isSaidOnce } from '../kit/once';
import { whatElse } from './welcome';

const SAYS = { person: {} } as const;
const say = replies('Courtesy', SAYS);

export const Courtesy: Part = { name: 'Courtesy', personal: false, says: SAYS, asks: {} };

/** One kind of it: its answer, and no more. */
export function courtesy(name: IntentName, says: Intent['says'], answer: (scene: Scene) => readonly Reply[]): Intent {
  const plain = { acts: null, aboutOrders: false, personal: false, slots: {}, asks: {} } as const;
  return { name, ...plain, says, act: async (_slots: Slots, scene: Scene) => done(...answer(scene)) };
}

const NAMES: ReadonlySet<IntentName> = new Set<IntentName>(COURTESIES);

export function isCourtesy(name: IntentName): boolean {
  return NAMES.has(name);
}

/** Asks again, in short, what is open; where nothing is, what else it may be. */
export function askedShort(acted: Acted, open: Question | null): Acted {
  const ending = open ? ({ kind: 'ask', question: open } as const) : whatElse();
  if (ending.kind !== 'ask') return acted;
  const { question } = ending;
  const again = { key: `${question.id}.reprompt`, with: question.with };
  return { ...acted, replies: [...acted.replies, again], ending };
}

/** Whoever is angry hears once a visit that there are people, and never while one has the matter. */
export function personOnce({ memory, turn }: Scene): readonly Reply[] {
  const isKnown = memory.owner === 'human' || isSaidOnce('people', { memory, turn });
  return isKnown ? [] : [say('person')];
}

export function tellsOfPerson(said: readonly Reply[]): boolean {
  return said.some(({ key }) => key === say('person').key);
}
