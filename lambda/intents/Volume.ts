/** "Louder", "quieter": only the device itself can do it, and hears it by its own name. */

import { replies } from './kit/define';
import { courtesy } from './parts/courtesy';

const SAYS = { how: {} } as const;
const say = replies('Volume', SAYS);

export const Volume = courtesy('Volume', SAYS, () => [say('how')]);
