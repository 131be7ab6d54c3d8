/** Requests that are refused: "don't order coffee", "I don't want a person"; what is refused is heard without its negation. */

import { SHOP_INTENTS } from '../../vocabulary/intents';
import { assentIn } from './consent';
import type { Found, Understanding } from './heard';
import { NOT_UNDERSTOOD } from './heard';
import { cut, type Sentence } from './slots';
import { type Read, readPhrase } from './words';

type Hear = (sentence: Sentence) => Found | undefined;

/** A negation further in belongs to the sentence it stands in. */
const LATEST = 5;
/** Another way to say one of our sentences, with goods the shop does not know. */
const SURE = 0.7;

/** undefined: nothing is refused that anybody could ask for. `hear`: by sentences; `likely`: by what they are like. */
export function refusalIn(sentence: Sentence, asked: Understanding, hear: Hear, likely: Hear): Found | undefined {
  const { refusals } = asked.sense.lexicon;
  const partly = partlyRefused(sentence, asked, hear);
  if (partly) return partly;
  for (let at = 0; at < Math.min(LATEST, sentence.said.length - 1); at += 1) {
    const read = readPhrase(refusals(), sentence.said, at);
    if (!read || isDoubt(sentence, at, asked)) continue;
    const found = refusedBehind({ sentence, at, read }, asked, hear);
    if (found && (found.score === 1 || found.intent === 'No')) return { ...found, negated: true };
    const alike = at === 0 ? likely(cut(sentence, read.length, sentence.said.length)) : undefined;
    if (alike && isRequest(alike)) return { ...alike, negated: true };
    if (found) return { ...found, negated: true };
  }
  return undefined;
}

/** "Don't order tea, order coffee", "not coffee, tea": what is wanted instead is ordered. */
function partlyRefused(sentence: Sentence, { sense }: Understanding, hear: Hear): Found | undefined {
  const { words, split, refusals } = sense.lexicon;
  if (!readPhrase(refusals(), sentence.said, 0)) return undefined;
  const deed = split(words.deeds[0] ?? '');
  const heard = hear({ said: [...deed, ...sentence.said], written: [...deed, ...sentence.written] });
  if (heard?.score !== 1 || !heard.slots.product) return undefined;
  return { ...heard, read: { from: 0, to: sentence.said.length } };
}

/** "Not sure" refuses nothing. */
function isDoubt({ said }: Sentence, at: number, { sense }: Understanding): boolean {
  return readPhrase(sense.lexicon.labels(), said, at)?.value === 'hedge';
}

type Behind = { readonly sentence: Sentence; readonly at: number; readonly read: Read<readonly string[]> };

function refusedBehind({ sentence, at, read }: Behind, asked: Understanding, hear: Hear): Found | undefined {
  const rest = plainRest(cut(sentence, at + read.length, sentence.said.length), asked);
  if (rest.said.length === 0) return undefined;
  if (asked.expects?.includes('yesno') && isAssent(rest, asked)) return { ...NOT_UNDERSTOOD, intent: 'No', score: 1 };
  const heard = read.value.flatMap((asking) => {
    const lead = asking === '' ? [] : asked.sense.lexicon.split(asking);
    const one = hear({ said: [...lead, ...rest.said], written: [...lead, ...rest.written] });
    return one && isRequest(one) && one.score >= SURE && !isDetail(one) ? [one] : [];
  });
  const best = heard.find(({ score }) => score === 1) ?? heard[0];
  return best && { ...best, read: { from: at + read.length, to: sentence.said.length } };
}

/** "Don't order … ever again": a second negation only strengthens the first. */
function plainRest({ said, written }: Sentence, { sense }: Understanding): Sentence {
  const kept = said.map((_, at) => readPhrase(sense.lexicon.negations, said, at));
  const dropped = new Set(
    kept.flatMap((read, at) => (read ? Array.from({ length: read.length }, (_, next) => at + next) : [])),
  );
  return { said: said.filter((_, at) => !dropped.has(at)), written: written.filter((_, at) => !dropped.has(at)) };
}

function isAssent({ said }: Sentence, { sense, question }: Understanding): boolean {
  const answered = { said, question: question?.id, isSigned: false, echoes: () => false };
  return assentIn(answered, sense.lexicon.consent()) === 'yes';
}

/** "It doesn't arrive": what only asks about a purchase refuses nothing. */
function isDetail({ slots }: Found): boolean {
  return slots.detail !== undefined && !slots.product;
}

/** One of the shop's own intents. */
export function isRequest({ intent }: Found): boolean {
  return (SHOP_INTENTS as readonly string[]).includes(intent);
}
