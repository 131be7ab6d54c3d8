/** A child is greeted and asked to fetch a grown-up. */

import { replies } from './kit/define';
import { courtesy } from './parts/courtesy';

const SAYS = { grownUp: {} } as const;
const say = replies('Child', SAYS);

export const Child = courtesy('Child', SAYS, () => [say('grownUp')]);
