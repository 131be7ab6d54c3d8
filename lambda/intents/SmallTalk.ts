/** "How are you?", "nice weather": a friendly word, and on with what was asked. */

import { replies } from './kit/define';
import { courtesy } from './parts/courtesy';

const SAYS = { friendly: {} } as const;
const say = replies('SmallTalk', SAYS);

export const SmallTalk = courtesy('SmallTalk', SAYS, () => [say('friendly')]);
