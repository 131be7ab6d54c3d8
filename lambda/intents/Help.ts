/** Help: inside a question about that question, else what this skill is for; always ends in a question. */

import type { Question, Reply } from '../vocabulary/outcome';
import { type Acted, type Intent, replies, type Scene } from './kit/define';
import { whatElse } from './parts/welcome';

const SAYS = { general: {} } as const;
const say = replies('Help', SAYS);

export const Help: Intent = {
  name: 'Help',
  acts: null,
  aboutOrders: false,
  slots: {},
  personal: false,
  says: SAYS,
  asks: {},
  act: async () => inGeneral(),
};

function inGeneral(): Acted {
  return { replies: [generalHelp()], ending: whatElse() };
}

/** What this skill is for. */
export function generalHelp(): Reply {
  return say('general');
}

/** What the open question means and how to answer it, then the question once more; one about nothing yet needs all of it. */
export function helpWith(question: Question, { policyOf }: Scene): Acted {
  const { role } = policyOf(question);
  if (role === 'opens' || role === 'closes') return inGeneral();
  return {
    replies: [{ key: `${question.id}.help`, with: question.with }],
    ending: { kind: 'ask', question },
  };
}
