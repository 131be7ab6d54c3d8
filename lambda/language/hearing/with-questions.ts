/** The shop's questions among the sentences of a language. */

import type { IntentName } from '../../vocabulary/intents';
import type { IntentSlots } from './grammar';
import type { Sentences } from './sentences';
import { type Askable, topicalIn } from './topics';

/** For whoever learns from examples; the same of the same. */
export function withQuestions(sentences: Sentences, askable: readonly Askable[], intents: IntentSlots): Sentences {
  const intent = topicalIn(intents);
  if (!intent || askable.length === 0) return sentences;
  const known = taught.get(sentences);
  if (known?.askable === askable && known.intent === intent) return known.whole;
  const questions = askable.flatMap((one) => one.questions);
  const whole = { ...sentences, [intent]: [...(sentences[intent] ?? []), ...questions] };
  taught.set(sentences, { askable, intent, whole });
  return whole;
}

type TaughtBy = { readonly askable: readonly Askable[]; readonly intent: IntentName; readonly whole: Sentences };
const taught = new WeakMap<Sentences, TaughtBy>();
