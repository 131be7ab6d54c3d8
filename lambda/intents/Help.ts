/** Help: inside a question about that question, else what this skill is for; always ends in a question. */

import type { Question, Reply } from '../vocabulary/outcome';
import { type Acted, type Intent, replies, type Scene } from './kit/define';
import { whatElse } from './parts/welcome';

const SAYS = { general: {}, generalAsks: {} } as const;
const say = replies('Help', SAYS);

export const Help: Intent = {
  name: 'Help',
  acts: null,
  aboutOrders: false,
  slots: {},
  personal: false,
  says: SAYS,
  asks: {},
  act: async (_slots, scene) => inGeneral(scene),
};

function inGeneral(scene: Scene): Acted {
  return { replies: [generalHelp(scene)], ending: whatElse() };
}

/** What this skill is for. */
export function generalHelp({ services }: Scene): Reply {
  return say(services.sells ? 'general' : 'generalAsks');
}

/** What the open question means and how to answer it, then the question once more; one about nothing yet needs all of it. */
export function helpWith(question: Question, scene: Scene): Acted {
  const { role } = scene.policyOf(question);
  if (role === 'opens' || role === 'closes') return inGeneral(scene);
  return {
    replies: [{ key: `${question.id}.help`, with: question.with }],
    ending: { kind: 'ask', question },
  };
}
