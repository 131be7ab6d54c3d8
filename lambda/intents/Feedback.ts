/** What shoppers think of the shop: asked once after a settled matter, and heard whenever somebody says so. */

import type { Slots } from '../vocabulary/heard';
import type { Memory } from '../vocabulary/memory';
import type { Ending } from '../vocabulary/outcome';
import { isCalm } from './kit/calm';
import { type Acted, ask, done, type Intent, replies, type Scene } from './kit/define';
import { causing } from './kit/effects';
import { NO_STATE, type NoState } from './kit/state';
import { offerPerson } from './TalkToHuman';

const SLOTS = {
  product: 'Product',
  score: 'AMAZON.NUMBER',
  stars: 'AMAZON.NUMBER',
  most: 'AMAZON.NUMBER',
  opinion: 'Opinion',
} as const;

/** The bands are those of a net promoter score: the facts count these keys, and hold no figure of anybody's. */
const SAYS = {
  promoter: {},
  passive: {},
  detractor: {},
  praise: {},
  fine: {},
  sorry: {},
  idea: {},
  declined: {},
  quiet: {},
} as const;
const say = replies('Feedback', SAYS);

const score = ask<NoState, Record<never, never>>({
  id: 'Feedback.score',
  state: NO_STATE,
  commits: false,
  role: 'rates',
  with: {},
  expects: ['number', 'opinion'],
  elicits: { intent: 'Feedback', slot: 'score' },
  amendedBy: ['Feedback', 'Reorder'],
  ifLeft: 'drop',
  async answer(answer, _state, scene) {
    if (answer.kind === 'no') return done(say('declined'));
    if (answer.kind !== 'slots') return null;
    const { product, quantity, score: given = product ? undefined : quantity, stars, opinion } = answer.slots;
    if (given || stars) return rated(markIn({ ...answer.slots, ...(given ? { score: given } : {}) }), scene);
    if (opinion?.ids[0] === 'unsure') return done(say('declined'));
    return opinion ? (heardAs(opinion.ids[0], scene) ?? null) : null;
  },
});

export const Feedback: Intent = {
  name: 'Feedback',
  acts: null,
  aboutOrders: false,
  slots: SLOTS,
  personal: false,
  says: SAYS,
  asks: { score },
  async act(slots: Slots, scene) {
    return (
      rated(markIn(slots), scene) ?? heardAs(slots.opinion?.ids[0], scene) ?? { replies: [], ending: score.put({}, {}) }
    );
  },
};

/** "8/10" is no part of one, and "10/10" no whole. */
const OF_MOST = /^(\d{1,2})\s*[/⁄]\s*(\d{1,2})$/;
/** What marks are given of. */
const MARKS = [5, 10];

/** As of ten; undefined: none was said. */
function markIn({ score: given, stars, most }: Slots): number | undefined {
  if (stars?.number !== undefined) return stars.number * 2;
  const [, mark, of] = OF_MOST.exec(given?.said ?? '') ?? [];
  const said = mark === undefined ? given?.number : Number(mark);
  const highest = of === undefined ? (most?.number ?? 10) : Number(of);
  return said !== undefined && MARKS.includes(highest) ? (said * 10) / highest : undefined;
}

/** null: no number from 0 to 10. */
function rated(number: number | undefined, scene: Scene): Acted | null {
  if (number === undefined || !Number.isInteger(number) || number < 0 || number > 10) return null;
  if (number >= 9) return done(say('promoter'));
  return number >= 7 ? done(say('passive')) : complaint('detractor', scene);
}

/** null: neither praise nor a complaint, nor a wish to be left alone. */
function heardAs(opinion: string | undefined, scene: Scene): Acted | null {
  switch (opinion) {
    case 'good':
      return done(say('praise'));
    case 'fine':
      return done(say('fine'));
    case 'bad':
      return complaint('sorry', scene);
    case 'quiet':
      return causing(done(say('quiet')), { kind: 'unrated' });
    case 'idea':
      return offerPerson({ reason: 'asked', said: [say('idea')] }, scene);
    default:
      return null;
  }
}

/** An honest sentence, and somebody who can do something about it; a person who has the matter already is enough. */
function complaint(key: 'detractor' | 'sorry', scene: Scene): Acted {
  if (scene.memory.owner === 'human') return done(say(key));
  return offerPerson({ reason: 'complaint', said: [say(key)] }, scene);
}

const DAY_MS = 24 * 3_600_000;
/** Nobody is asked twice within so many days. At a speaker a question costs more: there it is asked more rarely. */
const APART_DAYS = { text: 7, speech: 30 } as const;

/** Longer after it was settled nobody knows what is being asked about. */
const RECENT_MS = 30 * DAY_MS;

/**
 * In place of "anything else?", once something else was told after a matter was settled, by a person or by us;
 * null: there is none, it was asked, or it would stand in the way.
 */
export function askAfter({ turn, memory, services }: Scene): Ending | null {
  const { owner, misses, advice } = memory;
  const since = settledSince(memory);
  // Whoever has not heard the answer yet cannot say how it was.
  if (since === null || owner === 'human' || misses.inARow > 0 || memory.unread.length > 0) return null;
  const { ratedAt } = advice;
  if (ratedAt === 'quiet') return null;
  const now = services.now();
  const isNew = now - since < RECENT_MS && (ratedAt === null || ratedAt < since);
  const isApart = ratedAt === null || now - ratedAt >= APART_DAYS[turn.form] * DAY_MS;
  const isFeedback = turn.heard.kind === 'intent' && turn.heard.intent === 'Feedback';
  return isNew && isApart && !isFeedback && isCalm(turn) ? score.put({}, {}) : null;
}

/** Since when there is something to ask about: the later of the two; null: nothing. */
function settledSince({ handOff, advice: { settledAt } }: Memory): number | null {
  const passed = handOff && !handOff.failed ? handOff.since : null;
  if (passed === null || settledAt === undefined) return passed ?? settledAt ?? null;
  return Math.max(passed, settledAt);
}
