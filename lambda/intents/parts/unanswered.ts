/** Who writes to people while nobody is there hears it once: from when somebody answers, and how to have the bot meanwhile. */

import type { Memory } from '../../vocabulary/memory';
import type { Reply } from '../../vocabulary/outcome';
import type { Scene } from '../kit/define';
import { haveBack } from './person';
import { notThere } from './team-there';
import { botSays } from './welcome';

export type Unanswered = { readonly replies: readonly Reply[]; readonly handOff: Memory['handOff'] };

/** null: somebody has it or is there, or it was said before. */
export async function unanswered(scene: Scene): Promise<Unanswered | null> {
  const { handOff } = scene.memory;
  if (!handOff || handOff.agent) return null;
  // "Is this a robot?" is asked of the bot, whoever the words are for.
  const { heard } = scene.turn;
  if (heard.kind === 'intent' && heard.intent === 'Help') return { replies: [botSays(), haveBack()], handOff };
  if (handOff.toldToWait) return null;
  const when = await notThere(scene);
  return when.length === 0 ? null : { replies: [...when, haveBack()], handOff: { ...handOff, toldToWait: true } };
}
