/** What a shopper changes or takes back of what they wrote: whoever has the conversation is told so; the bot has gone by the first words. */

import type { Question } from '../../vocabulary/outcome';
import { type Acted, close, done, type Part, replies, type Scene } from '../kit/define';
import { causing } from '../kit/effects';
import { askedShort } from './courtesy';

const SAYS = { firstWords: {}, changedTo: {}, tookBack: {} } as const;
const say = replies('ChangedWords', SAYS);

export const ChangedWords: Part = { name: 'ChangedWords', personal: false, says: SAYS, asks: {} };

/** Whatever was asked stays asked: a "yes" that is put in the place of other words agrees to nothing. */
export function wordsChanged(open: Question | null, { turn, memory }: Scene): Acted {
  const { heard } = turn;
  if (heard.kind !== 'changed') throw new Error('nothing was changed');
  if (memory.owner === 'human' && memory.handOff !== null) {
    const what = heard.to === null ? say('tookBack') : { headed: say('changedTo') };
    return causing(close(), { kind: 'for-person', what });
  }
  return heard.to === null ? close() : askedShort(done(say('firstWords')), open);
}
