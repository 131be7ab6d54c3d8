/** Help: inside a question about that question, else what this skill is for; always ends in a question. */

import type { Question } from '../vocabulary/outcome';
import { type Acted, type Intent, replies } from './kit/define';
import { whatElse } from './parts/welcome';

const SAYS = { general: {} } as const;
const say = replies('Help', SAYS);

export const Help: Intent = {
  name: 'Help',
  slots: {},
  personal: false,
  says: SAYS,
  asks: {},
  act: async () => ({ replies: [say('general')], ending: whatElse() }),
};

/** What the open question means and how to answer it, then the question once more. */
export function helpWith(question: Question): Acted {
  if (question.id.startsWith('Welcome.')) return { replies: [say('general')], ending: whatElse() };
  return {
    replies: [{ key: `${question.id}.help`, with: question.with }],
    ending: { kind: 'ask', question },
  };
}
