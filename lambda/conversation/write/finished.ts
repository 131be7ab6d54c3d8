/** A turn that is decided and worded, and has still to be written down. */

import type { Decision } from '../../dialogue/decide';
import type { Scene } from '../../intents/kit/define';
import type { Answer } from '../../vocabulary/answer';
import type { Turn } from '../../vocabulary/heard';
import type { Memory } from '../../vocabulary/memory';
import type { Instant } from '../../vocabulary/values';
import type { OrderReceipt } from '../owed';

export type Finished = {
  readonly decision: Decision;
  readonly answer: Answer;
  /** Said from what lies sealed: it is written down in a seal alone. */
  readonly unsealed: readonly string[];
  readonly wording: Memory['wording'];
  readonly scene: Scene;
  /** The turn as it came, before typed words became an intent, and when. */
  readonly arrived: Turn & { readonly at: Instant };
  /** Of orders that are told in this turn, though not placed in it. */
  readonly receipts: readonly OrderReceipt[];
  /** That the memory was read at. */
  readonly version: number;
  /** The conversation was erased meanwhile, and whoever reads along has seen it up to here; 0: it was not. */
  readonly follows: number;
};
