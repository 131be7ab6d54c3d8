/** "Ich will meine Bestellung nicht stornieren", "objednávku nechci zrušit": a negation inside a request of ours refuses it. */

import type { IntentName } from '../../vocabulary/intents';
import type { Found, Hear, Understanding } from './heard';
import { putWords } from './put';
import type { Sentence } from './slots';
import { readPhrase } from './words';

/** Requests that do something; who tells or asks of something says "not" of that. */
export const DOES: Readonly<Partial<Record<IntentName, true>>> = {
  Reorder: true,
  CartCheckout: true,
  Replenish: true,
  CancelOrder: true,
  ChangeAddress: true,
  ReturnRefund: true,
  TalkToHuman: true,
  SendToPhone: true,
  MyData: true,
};

/** undefined: without its negation it is no request, or it asks whether it cannot be. */
export function refusedInside(sentence: Sentence, asked: Understanding, hear: Hear): Found | undefined {
  const { said } = sentence;
  const { refusals, negations } = asked.sense.lexicon;
  const isBefore = readPhrase(refusals(), said, 0) ?? readPhrase(negations, said, 0);
  if (isBefore || isQuestion(sentence, asked)) return undefined;
  for (let at = 1; at < said.length; at += 1) {
    for (const form of wantedForms(sentence, at, asked)) {
      const found = hear(form);
      // Courtesies around it are none of it.
      const isAround = found?.read && found.read.from < at && found.read.to >= at;
      if (found?.score === 1 && isAround && !found.slots.left && !found.negated && DOES[found.intent])
        return { ...found, read: { from: 0, to: said.length }, negated: true };
    }
  }
  return undefined;
}

function isQuestion({ said, written }: Sentence, { sense }: Understanding): boolean {
  const label = readPhrase(sense.lexicon.labels(), said, 0);
  return label?.value === 'question' || written.at(-1)?.includes('?') === true;
}

/** The sentence as it is said by somebody who wants it, where something is refused at this word. */
export function wantedForms(sentence: Sentence, at: number, { sense }: Understanding): readonly Sentence[] {
  const { refusals, negations, split } = sense.lexicon;
  const { said } = sentence;
  const refusal = readPhrase(refusals(), said, at);
  const length = readPhrase(negations, said, at)?.length ?? 0;
  const without = (gone: number, own: readonly string[]) => putWords(sentence, { from: at, to: at + gone }, own);
  const leads = (refusal?.value ?? []).map((lead) => without(refusal?.length ?? 0, split(lead)));
  // "Nerušte" takes its own word back: "zrušte" says more than nothing.
  return length > 0 ? [...leads, without(length, [])] : leads;
}
