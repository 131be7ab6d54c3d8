/** What shoppers think of the shop: asked once after a settled matter, and heard whenever somebody says so. */

import type { Slots } from '../vocabulary/heard';
import type { Ending } from '../vocabulary/outcome';
import { isCalm } from './kit/calm';
import { type Acted, ask, done, type Intent, type Scene } from './kit/define';
import { causing } from './kit/effects';
import { NO_STATE, type NoState } from './kit/state';
import { askHelped, helped } from './parts/feedback-helped';
import { markIn, withScore } from './parts/feedback-marks';
import { FEEDBACK_SAYS, sayFeedback as say } from './parts/feedback-words';
import { offerPerson } from './TalkToHuman';

const SLOTS = {
  product: 'Product',
  score: 'AMAZON.NUMBER',
  stars: 'AMAZON.NUMBER',
  most: 'AMAZON.NUMBER',
  opinion: 'Opinion',
} as const;

/** What a bare number is of. */
const OF = 10;

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
    const slots = withScore(answer.slots);
    const { score: given, stars, opinion } = slots;
    if (given || stars) return rated(markIn(slots, OF), scene);
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
  says: FEEDBACK_SAYS,
  asks: { score, helped },
  async act(slots: Slots, scene) {
    return (
      rated(markIn(slots, OF), scene) ??
      heardAs(slots.opinion?.ids[0], scene) ?? { replies: [], ending: score.put({}, {}) }
    );
  },
};

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
 * In place of "anything else?", once something else was told after a matter was settled: how well a person helped, or how
 * content one is with us; null: there is nothing, it was asked, or it would stand in the way.
 */
export function askAfter(scene: Scene): Ending | null {
  const { turn, memory, services } = scene;
  const isFeedback = turn.heard.kind === 'intent' && turn.heard.intent === 'Feedback';
  if (isFeedback || memory.misses.inARow > 0 || !isCalm(turn)) return null;
  return askHelped(memory, services.now()) ?? askScore(scene);
}

function askScore({ turn, memory: { owner, advice, unread }, services }: Scene): Ending | null {
  const { settledAt, ratedAt } = advice;
  // Whoever has not heard the answer yet cannot say how it was.
  if (settledAt === undefined || ratedAt === 'quiet' || owner === 'human' || unread.length > 0) return null;
  const now = services.now();
  const isNew = now - settledAt < RECENT_MS && (ratedAt === null || ratedAt < settledAt);
  const isApart = ratedAt === null || now - ratedAt >= APART_DAYS[turn.form] * DAY_MS;
  return isNew && isApart ? score.put({}, {}) : null;
}
