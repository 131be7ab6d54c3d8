/** An insult is not paid back: an apology, and once a visit that a person can be had. */

import { replies } from './kit/define';
import { courtesy, personOnce } from './parts/courtesy';

const SAYS = { sorry: {} } as const;
const say = replies('Insult', SAYS);

export const Insult = courtesy('Insult', SAYS, (scene) => [say('sorry'), ...personOnce(scene)]);
