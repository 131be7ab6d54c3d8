/** Somebody speaks of the law: it is taken seriously, nothing is said about it, and a person can be had. */

import { replies } from './kit/define';
import { courtesy, personOnce } from './parts/courtesy';

const SAYS = { heard: {} } as const;
const say = replies('LegalThreat', SAYS);

export const LegalThreat = courtesy('LegalThreat', SAYS, (scene) => [say('heard'), ...personOnce(scene)]);
