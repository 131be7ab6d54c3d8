/** "Thank you" is met kindly, and whatever was asked is asked again; where nothing more was needed, it says goodbye. */

import type { Question } from '../vocabulary/outcome';
import { type Acted, close, done, type Intent, replies, type Scene } from './kit/define';
import type { QuestionRole } from './kit/policy';
import { askedShort } from './parts/courtesy';
import { goodbye } from './parts/welcome';

const SAYS = { welcome: {} } as const;
const say = replies('Thanks', SAYS);

export const Thanks: Intent = {
  name: 'Thanks',
  acts: null,
  aboutOrders: false,
  slots: {},
  personal: false,
  says: SAYS,
  asks: {},
  act: async () => close(say('welcome')),
};

/** A thank you is no yes: nothing is bought by it. To "anything else?" it is a no. */
export function thankedAt(question: Question, scene: Scene): Acted {
  if (isOverBy(scene.policyOf(question).role)) return close(say('welcome'), ...goodbye(scene).replies);
  return askedShort(done(say('welcome')), question);
}

/** Whether a thank you ends what was asked. */
export function isOverBy(role: QuestionRole | null): boolean {
  return role === 'closes' || role === 'in-passing';
}
