/** How far an answer falls short of a plain yes. */

import type { Short } from '../intents/parts/consent';
import type { Manner } from '../vocabulary/heard';

export function isPlain({ left, negated, corrects, hedged, asks, waits, conditional, guessed }: Manner): boolean {
  return left.length === 0 && !(negated || corrects || hedged || asks || waits || conditional || guessed);
}

export function shortOf(isAssent: boolean, { hedged, asks, waits, conditional }: Manner): Short {
  if (waits) return 'wait';
  if (asks) return 'asked';
  if (conditional) return 'conditional';
  if (hedged) return isAssent ? 'mild' : 'doubt';
  return 'unclear';
}
