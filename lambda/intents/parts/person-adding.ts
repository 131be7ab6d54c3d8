/** What the shopper may tell the person who has the conversation, and what comes after what that one wrote. */

import type { Reply } from '../../vocabulary/outcome';
import { type Acted, ask, done, type Scene } from '../kit/define';
import { isMine } from '../kit/questions';
import { NO_STATE, type NoState } from '../kit/state';
import { sayPerson as say } from './person-words';
import { shallWeGoOn } from './welcome';

export const add = ask<NoState, Record<never, never>>({
  id: 'Person.add',
  state: NO_STATE,
  commits: false,
  with: {},
  expects: ['yesno'],
  amendedBy: ['TalkToHuman'],
  ifLeft: 'drop',
  async answer(answer) {
    if (answer.kind === 'yes') return { replies: [], ending: what.put({}, {}) };
    return answer.kind === 'no' ? done(say('notNow')) : null;
  },
});

/** Amazon fills a free text only after a carrier phrase: "tell them …" is heard as what TalkToHuman passes on. */
export const what = ask<NoState, Record<never, never>>({
  id: 'Person.what',
  state: NO_STATE,
  commits: false,
  role: 'takes-words',
  with: {},
  expects: [],
  ifLeft: 'drop',
  answer: async (answer) => (answer.kind === 'no' ? done(say('notNow')) : null),
});

/** After the answer was read, or put off: the person may be told something, otherwise what waited goes on. */
export function next(said: readonly Reply[], scene: Scene): Acted {
  const { owner, questions } = scene.memory;
  if (owner === 'human') return { replies: said, ending: add.put({}, {}) };
  const isLeft = questions.some((open) => open.unheard && isMine(open, scene.turn));
  return isLeft ? { replies: said, ending: shallWeGoOn() } : done(...said);
}
