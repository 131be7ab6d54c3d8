/** A turn that is decided and worded, and has still to be written down. */

import type { Decision } from '../../dialogue/decide';
import type { Scene } from '../../intents/kit/define';
import type { Answer } from '../../vocabulary/answer';
import type { Turn } from '../../vocabulary/heard';
import type { Memory } from '../../vocabulary/memory';

export type Finished = {
  readonly decision: Decision;
  readonly answer: Answer;
  readonly wording: Memory['wording'];
  readonly scene: Scene;
  /** The turn as it came, before typed words became an intent. */
  readonly arrived: Turn;
  readonly version: number;
  readonly started: number;
};
