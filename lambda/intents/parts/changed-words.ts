/** What a shopper changes or takes back of what they wrote: to a person it goes where it can, and the bot has gone by the first words. */

import type { LineStanding } from '../../vocabulary/changed-line';
import type { Question } from '../../vocabulary/outcome';
import { type Acted, close, done, type Part, replies, type Scene } from '../kit/define';
import { causing } from '../kit/effects';
import { askedShort } from './courtesy';

const SAYS = { firstWords: {}, changedTo: {}, tookBack: {}, acted: {}, late: {}, answered: {} } as const;
const say = replies('ChangedWords', SAYS);

export const ChangedWords: Part = { name: 'ChangedWords', personal: false, says: SAYS, asks: {} };

/** As people are told of it. */
export const TOOK_BACK = say('tookBack');
export const CHANGED_TO = say('changedTo');

/** Whatever was asked stays asked: a "yes" that is put in the place of other words agrees to nothing. */
export function wordsChanged(open: Question | null, { turn, memory }: Scene): Acted {
  const { heard } = turn;
  if (heard.kind !== 'changed') throw new Error('nothing was changed');
  const { of, to } = heard;
  if (of) return ofLine(of.standing ?? 'gone', { ref: of.ref, to }, open);
  if (memory.owner === 'human' && memory.handOff !== null) {
    const what = to === null ? TOOK_BACK : { headed: CHANGED_TO };
    return causing(close(), { kind: 'for-person', what });
  }
  return to === null ? close() : askedShort(done(say('firstWords')), open);
}

/** Whoever wishes words away that cannot go is told what can be done instead. */
function ofLine(
  standing: LineStanding,
  changed: { readonly ref: string; readonly to: string | null },
  open: Question | null,
): Acted {
  if (standing === 'gone') return close();
  if (standing === 'with-person') return causing(close(), { kind: 'unsaid', ...changed });
  return open ? askedShort(done(say(standing)), open) : close(say(standing));
}
