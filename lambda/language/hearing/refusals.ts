/** Requests that are refused: "don't order coffee", "I don't want a person"; what is refused is heard without its negation. */

import { SHOP_INTENTS } from '../../vocabulary/intents';
import { assentIn } from './consent';
import { type Found, type Hear, NOT_UNDERSTOOD, type Understanding } from './heard';
import type { Lexicon } from './lexicon';
import { putWords, withLead } from './put';
import { cut, type Sentence } from './slots';
import { type Phrases, type Read, readPhrase } from './words';

/** A negation further in belongs to the sentence it stands in. */
const LATEST = 5;
/** Another way to say one of our sentences, with goods the shop does not know. */
export const SURE = 0.7;

/** undefined: nothing is refused that anybody could ask for. `hear`: by sentences; `likely`: by what they are like. */
export function refusalIn(sentence: Sentence, asked: Understanding, hear: Hear, likely: Hear): Found | undefined {
  const { refusals } = asked.sense.lexicon;
  const partly = partlyRefused(sentence, asked, hear) ?? nothingWanted(sentence, asked, hear);
  if (partly) return partly;
  for (let at = 0; at < Math.min(LATEST, sentence.said.length - 1); at += 1) {
    const read = readPhrase(refusals(), sentence.said, at);
    if (!read || isDoubt(sentence, at, asked)) continue;
    const found = refusedBehind({ sentence, at, read }, asked, hear);
    if (found && (found.score === 1 || found.intent === 'No')) return { ...found, negated: true };
    const alike = at === 0 ? likelyBehind(cut(sentence, read.length, sentence.said.length), asked, likely) : undefined;
    if (alike && isRequest(alike)) return { ...alike, negated: true };
    if (found) return { ...found, negated: true };
  }
  return undefined;
}

/** "Not ground": at a question of weight one word is too little to be like anything. */
function likelyBehind(rest: Sentence, { question, sense }: Understanding, likely: Hear): Found | undefined {
  const telling = rest.said.filter((token) => !sense.lexicon.small.has(token));
  return question?.commits && telling.length < 2 ? undefined : likely(rest);
}

/** "Don't order tea, order coffee", "not coffee, tea": what is wanted instead is ordered. */
function partlyRefused(sentence: Sentence, { sense }: Understanding, hear: Hear): Found | undefined {
  const { words, split, refusals, deeds, numbers, noise } = sense.lexicon;
  const refusal = readPhrase(refusals(), sentence.said, 0);
  if (!refusal) return undefined;
  // "Don't cancel tea, no, coffee" orders neither.
  const behind = sentence.said.slice(refusal.length).find((token) => !noise.has(token)) ?? '';
  const isOfGoods = sense.mentions.knows(behind) || numbers.phrases.has(behind) || /^\d/.test(behind);
  if (!isOfGoods && !readPhrase(deeds, sentence.said, refusal.length)) return undefined;
  const deed = split(words.deeds[0] ?? '');
  const heard = hear(withLead(deed, sentence));
  if (heard?.score !== 1 || !heard.slots.product) return undefined;
  return { ...heard, read: { from: 0, to: sentence.said.length } };
}

/** "Recommend nothing", "send nothing to my phone": the same with something in its place is what is refused. */
function nothingWanted(sentence: Sentence, { sense }: Understanding, hear: Hear): Found | undefined {
  // Most sentences have no such word, and are not heard once more for it.
  if (placeIn(sentence.said, sense.lexicon.nothing()) < 0) return undefined;
  for (const form of withSomething(sentence, sense.lexicon, sense.lexicon.nothing())) {
    const heard = hear(form);
    if (heard?.score === 1 && isRequest(heard))
      return { ...heard, read: { from: 0, to: sentence.said.length }, negated: true };
  }
  // "Order nothing": there is nothing else it could be said of.
  const plain = hear(sentence);
  const none = plain?.slots.product?.said;
  const isNone = none !== undefined && isAll(sense.lexicon.split(none), sense.lexicon.nothing());
  return plain && isNone && isRequest(plain) ? { ...plain, negated: true } : undefined;
}

function isAll(said: readonly string[], all: Phrases<unknown>): boolean {
  return said.length > 0 && readPhrase(all, said, 0)?.length === said.length;
}

/** Where the first of these stands; -1: none does. */
function placeIn(said: readonly string[], all: Phrases<unknown>): number {
  return said.findIndex((_, from) => readPhrase(all, said, from) !== undefined);
}

/** The sentence with what it wants none of put as if it were wanted. */
function withSomething(sentence: Sentence, { split }: Lexicon, all: Phrases<readonly string[]>): readonly Sentence[] {
  const from = placeIn(sentence.said, all);
  const read = from < 0 ? undefined : readPhrase(all, sentence.said, from);
  if (!read) return [];
  const gone = { from, to: from + read.length };
  return read.value.map((text) => putWords(sentence, gone, text === '' ? [] : split(text)));
}

/** "Not sure" refuses nothing. */
function isDoubt({ said }: Sentence, at: number, { sense }: Understanding): boolean {
  return readPhrase(sense.lexicon.labels(), said, at)?.value === 'hedge';
}

type Behind = { readonly sentence: Sentence; readonly at: number; readonly read: Read<readonly string[]> };

function refusedBehind({ sentence, at, read }: Behind, asked: Understanding, hear: Hear): Found | undefined {
  const whole = cut(sentence, at + read.length, sentence.said.length);
  const rest = plainRest(whole, asked);
  if (rest.said.length === 0) return undefined;
  if (asked.expects?.includes('yesno') && isAssent(rest, asked)) return { ...NOT_UNDERSTOOD, intent: 'No', score: 1 };
  // "Don't stop messaging me": a request of its own may begin with such a word.
  const begins = readPhrase(asked.sense.lexicon.negations, whole.said, 0) !== undefined;
  const asItStands = begins ? heardBehind([whole], read.value, { asked, hear }) : [];
  const heard = heardBehind([rest], read.value, { asked, hear });
  const best =
    [...asItStands, ...heard].find(({ score }) => score === 1) ??
    heardOtherwise(whole, rest, { asked, hear }) ??
    heard[0];
  return best && { ...best, read: { from: at + read.length, to: sentence.said.length } };
}

type With = { readonly asked: Understanding; readonly hear: Hear };

/** The requests that these are behind words that ask for them. */
function heardBehind(all: readonly Sentence[], leads: readonly string[], { asked, hear }: With): readonly Found[] {
  return leads.flatMap((asking) => {
    const lead = asking === '' ? [] : asked.sense.lexicon.split(asking);
    return all.flatMap((rest) => {
      const one = hear(withLead(lead, rest));
      return one && isRequest(one) && one.score >= SURE && !isDetail(one) ? [one] : [];
    });
  });
}

/** "Don't … anything", "no ordering …": as it would be said by somebody who asks for it. */
function heardOtherwise(whole: Sentence, rest: Sentence, given: With): Found | undefined {
  const { lexicon } = given.asked.sense;
  const something = withSomething(whole, lexicon, lexicon.anything());
  const forms = [rest, ...something].flatMap((one) => asking(one, lexicon));
  return heardBehind([...something, ...forms], [''], given).find(({ score }) => score === 1);
}

/** A verb as it is where it asks: "ordering" is "order", "svuotarlo" is "svuotalo". */
export function asking({ said, written }: Sentence, { words }: Lexicon): readonly Sentence[] {
  const [verb = ''] = said;
  return Object.entries(words.negation.verbs).flatMap(([ending, others]) => {
    if (!verb.endsWith(ending)) return [];
    const stem = verb.slice(0, -ending.length);
    return others.map((other) => ({ said: [stem + other, ...said.slice(1)], written }));
  });
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
