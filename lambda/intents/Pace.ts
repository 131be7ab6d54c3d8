/** "Slower", "faster": only the device itself can do it, and hears it by its own name. */

import { replies } from './kit/define';
import { courtesy } from './parts/courtesy';

const SAYS = { how: {} } as const;
const say = replies('Pace', SAYS);

export const Pace = courtesy('Pace', SAYS, () => [say('how')]);
