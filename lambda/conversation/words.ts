/** Words that stand alone: nothing is asked by them, and nobody counts how they were worded. */

import type { Voice } from '../language/speech/say';
import type { Answer, SaidWords } from '../vocabulary/answer';
import type { Card, Reply } from '../vocabulary/outcome';

type Alone = { readonly replies: readonly Reply[]; readonly card?: Card };
/** `seed` chooses among wordings. */
type Spoken = { readonly locale: string; readonly seed?: string };

export function sayAlone({ replies, card }: Alone, { locale, seed = '' }: Spoken, voice: Voice): SaidWords {
  const outcome = { replies, ending: { kind: 'close' }, ...(card ? { card } : {}) } as const;
  const { wording, ...said } = voice.say(outcome, { locale, wording: {}, seed });
  return said;
}

/** An answer that says nothing and asks nothing. */
export function silence(owner: Answer['owner']): Answer {
  return { said: null, question: null, intent: null, slots: {}, replies: [], owner };
}
