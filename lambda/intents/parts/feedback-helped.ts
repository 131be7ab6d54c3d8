/** "From one to five, how well did Marta help you?": asked once of each hand-off, in writing as soon as she is done. */

import * as z from 'zod/mini';
import { shapeOf } from '../../services/shape';
import type { Slots } from '../../vocabulary/heard';
import { HELP_RATINGS, type HelpRating } from '../../vocabulary/help-rating';
import type { Memory } from '../../vocabulary/memory';
import type { Ending } from '../../vocabulary/outcome';
import type { Instant } from '../../vocabulary/values';
import { type Acted, ask, done, type Scene } from '../kit/define';
import { causing } from '../kit/effects';
import { offerPerson } from '../TalkToHuman';
import { markIn, withScore } from './feedback-marks';
import { sayFeedback as say } from './feedback-words';

type Helped = { readonly handOff: string };
/** They cannot say; or do not want to be asked, ever. */
type Unrated = 'unsure' | 'quiet';

export const helped = ask<Helped, { readonly person: 'name' }>({
  id: 'Feedback.helped',
  state: shapeOf<Helped>(z.object({ handOff: z.string() })),
  commits: false,
  role: 'rates-help',
  with: { person: 'name' },
  expects: ['number', 'opinion'],
  elicits: { intent: 'Feedback', slot: 'score' },
  amendedBy: ['Feedback', 'Reorder'],
  ifLeft: 'drop',
  async answer(answer, { handOff }, scene) {
    if (answer.kind === 'no') return done(say('declined'));
    const rating =
      answer.kind === 'option'
        ? HELP_RATINGS.find((one) => String(one) === answer.option)
        : answer.kind === 'slots'
          ? ratingIn(answer.slots)
          : undefined;
    if (rating === 'unsure') return done(say('declined'));
    if (rating === 'quiet') return causing(done(say('quiet')), { kind: 'unrated' });
    if (rating === undefined) return answer.kind === 'slots' && isNumber(answer.slots) ? askedAnew(scene) : null;
    return causing(thanked(rating, scene), { kind: 'rated', handOff, rating });
  },
});

/** The word for it, where no number is said. */
const BY_OPINION: Readonly<Record<string, HelpRating | Unrated>> = {
  ...{ good: 5, fine: 3, bad: 1 },
  ...{ unsure: 'unsure', quiet: 'quiet' },
};

function ratingIn(slots: Slots): HelpRating | Unrated | undefined {
  const mark = markIn(withScore(slots), HELP_RATINGS.length);
  const rating = mark === undefined ? undefined : Math.round(mark / 2);
  return HELP_RATINGS.find((one) => one === rating) ?? BY_OPINION[slots.opinion?.ids[0] ?? ''];
}

/** "Nine", "minus three": a number that is on no scale of ours is not brought to one. */
function isNumber(slots: Slots): boolean {
  const { score, stars } = withScore(slots);
  return (score?.number ?? stars?.number) !== undefined;
}

function askedAnew({ memory: { handOff } }: Scene): Acted | null {
  return handOff?.agent === undefined
    ? null
    : { replies: [say('oneToFive')], ending: toRate(handOff.agent, handOff.id) };
}

/** Whoever was helped badly may have somebody else. */
function thanked(rating: HelpRating, scene: Scene): Acted {
  if (rating >= 4) return done(say('praise'));
  return rating === 3 ? done(say('fine')) : offerPerson({ reason: 'complaint', said: [say('sorry')] }, scene);
}

/** Longer after a hand-off began nobody knows any more how it was. */
const RECENT_MS = 30 * 24 * 3_600_000;

/** null: nobody helped, it was asked before, or what they wrote has not been heard yet. */
export function askHelped({ owner, handOff, unread, advice }: Memory, now: Instant): Ending | null {
  if (owner === 'human' || !handOff?.agent || handOff.rating !== 'due') return null;
  if (advice.ratedAt === 'quiet' || unread.length > 0 || now - handOff.since >= RECENT_MS) return null;
  return toRate(handOff.agent, handOff.id);
}

function toRate(name: string, handOff: string): Ending {
  const options = HELP_RATINGS.map((number) => ({ id: String(number), label: { type: 'number', number } }) as const);
  return helped.put({ person: { type: 'name', name } }, { handOff }, options);
}

/** The same as soon as they are done, of somebody who writes; null: not now. What was left open goes first. */
export function askHelpedInWriting(memory: Memory, now: Instant): Ending | null {
  return memory.handOff?.inWriting ? askHelped({ ...memory, unread: [] }, now) : null;
}
