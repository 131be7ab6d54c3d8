/** What a shop sets for orders that are spoken: `limits` in shop/shop.json. */

import * as z from 'zod/mini';
import { oneLimit } from './policy-file';

export const limitsShape = z.strictObject({
  quantity: z.int().check(z.positive(), z.maximum(10_000)),
  voiceCodeFrom: oneLimit,
  sameOrderMinutes: z.number().check(z.nonnegative(), z.maximum(1_440)),
  /** A large order of a voice Alexa knows is confirmed by her own PIN first; the skill asks Amazon for that. */
  alexaPin: z._default(z.boolean(), false),
});
