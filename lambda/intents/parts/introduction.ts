/** Whoever is written to by a program is told so (Regulation (EU) 2024/1689, article 50). */

import { PUSH_CHANNELS } from '../../vocabulary/heard';
import type { Outcome, Reply } from '../../vocabulary/outcome';
import { generalHelp } from '../Help';
import type { Scene } from '../kit/define';
import { botSays, firstWelcome } from './welcome';

/** Once on each channel. The web chat says it on its page; a voice that is Alexa's is known to be one. null: not now. */
export function introduction({ replies, ending }: Outcome, scene: Scene): readonly Reply[] | null {
  const { turn, memory } = scene;
  const isWritten = PUSH_CHANNELS.some((name) => name === turn.channel);
  const isSilent = replies.length === 0 && ending.kind !== 'ask';
  if (!isWritten || isSilent || memory.introduced?.includes(turn.channel)) return null;
  // Their text says it already.
  const sayingSo = [firstWelcome(scene), generalHelp(scene)].map(({ key }) => key);
  return replies.some(({ key }) => sayingSo.includes(key)) ? [] : [botSays()];
}
