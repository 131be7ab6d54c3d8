/** "How are you?", "is anyone there?": a friendly word, and on with what was asked. */

import type { Slots } from '../vocabulary/heard';
import { done, type Intent, replies } from './kit/define';
import { courtesy } from './parts/courtesy';

const SAYS = { friendly: {}, here: {} } as const;
const say = replies('SmallTalk', SAYS);

/** Whoever asks whether anybody is there wants an answer, and no person yet. */
export const SmallTalk: Intent = {
  ...courtesy('SmallTalk', SAYS, () => [say('friendly')]),
  slots: { presence: 'Presence' },
  act: async ({ presence }: Slots) => done(say(presence ? 'here' : 'friendly')),
};
