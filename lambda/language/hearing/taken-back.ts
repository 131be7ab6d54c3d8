/** Requests that are taken back in the same breath: "cancel my order, no don't", "order coffee, actually no". */

import { assentIn } from './consent';
import { type Found, type Hear, NOT_UNDERSTOOD, type Understanding } from './heard';
import type { TakingBack } from './labels';
import { isRequest, SURE } from './refusals';
import { DOES } from './refused-inside';
import { cut, type Sentence } from './slots';

/** The most words of one of them. */
const LONGEST = 6;

/** undefined: nothing is taken back, or nothing was asked for before it. */
export function takenBackIn(sentence: Sentence, asked: Understanding, hear: Hear, likely: Hear): Found | undefined {
  const taking = asked.sense.lexicon.takingBack();
  if (!taking.lasts.has(sentence.said.at(-1) ?? '')) return undefined;
  // "Why not" is a sentence of its own.
  if (asked.sense.lexicon.builtIns().has(sentence.said.join(' '))) return undefined;
  // "It comes tomorrow, no?" asks; "or not" leaves it open.
  if (/\?\W*$/.test(sentence.written.at(-1) ?? '')) return undefined;
  const end = beginningOf(sentence.said, taking);
  // "No, just kidding", where something is to be chosen or told: none of it.
  if (end === 0 && isToChoose(asked)) return refusing(sentence);
  if (end === 0 || end === sentence.said.length || taking.or.has(sentence.said[end - 1] ?? '')) return undefined;
  const before = cut(sentence, 0, end);
  if (consents(before, asked) && hear(sentence)?.score !== 1) return refusing(sentence);
  const found = askedFor(before, hear, likely);
  if (!found || isLeftOpen(found, sentence.said[end] ?? '', taking)) return undefined;
  // "Die letzte Bestellung will ich nicht": in a sentence of its own the refusal asks for something else.
  const whole = hear(sentence);
  const isOwn = whole?.score === 1 && !whole.slots.left && whole.intent !== found.intent;
  return isOwn ? undefined : { ...found, negated: true };
}

function isToChoose({ options, expects = [] }: Understanding): boolean {
  const isTold = expects.some((one) => one === 'product' || one === 'number');
  return !expects.includes('yesno') && (options !== undefined || isTold);
}

function askedFor(before: Sentence, hear: Hear, likely: Hear): Found | undefined {
  const exact = hear(before);
  const found = exact && isRequest(exact) && exact.score >= SURE ? exact : likely(before);
  return found && isRequest(found) ? found : undefined;
}

/** "Has it been sent, or not?" asks the same; "order it, or rather not" orders nothing. */
function isLeftOpen({ intent }: Found, first: string, { or }: TakingBack): boolean {
  return or.has(first) && !DOES[intent];
}

/** "Order it", "yes": to what is asked, and where nothing is, to a purchase that could be. "Actually" is no yes to "anything else?": there only a deed is. */
function consents({ said }: Sentence, { sense, expects, question }: Understanding): boolean {
  const isYesTo = (id: string | undefined) =>
    assentIn({ said, question: id, isSigned: false, echoes: () => false }, sense.lexicon.consent()) === 'yes';
  if (!expects) return isYesTo(BUYING);
  return question?.commits ? isYesTo(question.id) : isYesTo(BUYING) && !isYesTo(undefined);
}

function refusing({ said }: Sentence): Found {
  return { ...NOT_UNDERSTOOD, intent: 'No', score: 1, read: { from: 0, to: said.length } };
}

/** The part that asks for the yes to a total. */
const BUYING = 'Purchase';

/** Where what takes back begins: one phrase of it behind the other, with what leads to them between. */
function beginningOf(said: readonly string[], { backs, turns }: TakingBack): number {
  let from = said.length;
  for (let isFirst = true; ; isFirst = false) {
    const length = lengthBefore(said, from, isFirst ? [backs] : [backs, turns]);
    if (length === 0) return from;
    from -= length;
  }
}

function lengthBefore(said: readonly string[], to: number, all: readonly ReadonlySet<string>[]): number {
  for (let length = Math.min(LONGEST, to); length > 0; length -= 1)
    if (all.some((set) => set.has(said.slice(to - length, to).join(' ')))) return length;
  return 0;
}
