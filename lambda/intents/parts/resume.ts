/** "Last time you were looking at coffee. Shall we go on?": what an earlier visit left, asked about before it is asked again. */

import type { OpenQuestion } from '../../vocabulary/memory';
import { type Acted, type AnswerGiven, ask, done, type Ending, type Part, replies, type Scene } from '../kit/define';
import { soldOf } from '../kit/goods';
import { NO_STATE, type NoState } from '../kit/state';
import { productOf } from './later';

const SAYS = { rests: {} } as const;
const say = replies('Resume', SAYS);

/** Its yes leads to the question that waits beneath. */
const resuming = {
  state: NO_STATE,
  commits: false,
  role: 'resumes',
  expects: ['yesno'],
  ifLeft: 'drop',
  async answer({ kind }: AnswerGiven): Promise<Acted | null> {
    if (kind === 'no') return done(say('rests'));
    return kind === 'yes' ? done() : null;
  },
} as const;

const goOn = ask<NoState, Record<never, never>>({ id: 'Resume.goOn', with: {}, ...resuming });
/** The same, where it is known what was to be bought. */
const goOnWith = ask<NoState, { products: 'list' }>({
  id: 'Resume.goOnWith',
  with: { products: 'list' },
  ...resuming,
});

export const Resume: Part = { name: 'Resume', personal: false, says: SAYS, asks: { goOn, goOnWith } };

/** More are not named in one breath. */
const MOST_NAMED = 2;

/** "Last time you were ordering coffee. Shall we go on?" Short: the whole is asked when it is wanted. */
export async function goOnWhereLeft({ question }: OpenQuestion, scene: Scene): Promise<Ending> {
  const ids = scene
    .policyOf(question)
    .goods(question.state)
    .map(({ productId }) => productId);
  const goods = ids.length > 0 && ids.length <= MOST_NAMED ? await soldOf(ids, scene) : [];
  if (goods.length < Math.max(1, ids.length)) return goOn.put({}, {});
  return goOnWith.put({ products: { type: 'list', items: goods.map(productOf), join: 'and' } }, {});
}
