/** Nothing was understood: ask again briefly, then with an example, then offer a person with the context kept. */

import type { Question, Reply } from '../turn';
import { type Acted, type Intent, replies, type Scene } from './define';
import { offerPerson } from './TalkToHuman';
import { whatElse } from './welcome';

const SAYS = { sorry: {}, offer: {} } as const;
const say = replies('Fallback', SAYS);

/** Misses after which a person is offered: in a row, and in one session. */
const IN_A_ROW = 3;
const IN_ALL = 5;

export const Fallback: Intent = {
  name: 'Fallback',
  slots: {},
  personal: false,
  says: SAYS,
  asks: {},
  act: async (_slots, scene) => miss(null, scene),
};

/** The next rung of the ladder. `scene.memory.misses` counts the misses before this one. */
export function miss(open: Question | null, scene: Scene): Acted {
  const { inARow, inAll } = scene.memory.misses;
  if (inARow + 1 >= IN_A_ROW || inAll + 1 >= IN_ALL) {
    return offerPerson({ reason: 'not-understood', said: [say('offer')] }, scene);
  }
  const question = open ?? questionOf(whatElse());
  const again = (rung: 'reprompt' | 'guide'): Reply => ({ key: `${question.id}.${rung}`, with: question.with });
  const said = inARow === 0 ? [say('sorry'), again('reprompt')] : [again('guide')];
  return { replies: said, ending: { kind: 'ask', question } };
}

function questionOf(ending: ReturnType<typeof whatElse>): Question {
  if (ending.kind !== 'ask') throw new Error('a welcome always asks');
  return ending.question;
}
