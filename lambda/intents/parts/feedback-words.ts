/** What is said to what shoppers think. */

import { replies } from '../kit/define';

/** The bands are those of a net promoter score: the facts count these keys, and hold no figure of anybody's. */
export const FEEDBACK_SAYS = {
  promoter: {},
  passive: {},
  detractor: {},
  praise: {},
  fine: {},
  sorry: {},
  idea: {},
  declined: {},
  oneToFive: {},
  quiet: {},
} as const;
export const sayFeedback = replies('Feedback', FEEDBACK_SAYS);
