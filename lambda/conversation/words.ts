/** Words that stand alone: nobody counts how they were worded. */

import type { Voice } from '../language/speech/say';
import type { Answer, SaidWords } from '../vocabulary/answer';
import type { Card, Ending, Reply } from '../vocabulary/outcome';

type Alone = { readonly replies: readonly Reply[]; readonly card?: Card; readonly ending?: Ending };
/** `seed` chooses among wordings. */
type Spoken = { readonly locale: string; readonly seed?: string };

export function sayAlone(
  { replies, card, ending = { kind: 'close' } }: Alone,
  { locale, seed = '' }: Spoken,
  voice: Voice,
): SaidWords {
  const outcome = { replies, ending, ...(card ? { card } : {}) };
  const { wording, ...said } = voice.say(outcome, { locale, wording: {}, seed });
  return said;
}

/** An answer that says nothing and asks nothing. */
export function silence(owner: Answer['owner']): Answer {
  return { said: null, question: null, intent: null, slots: {}, replies: [], owner };
}
