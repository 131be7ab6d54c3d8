/** "Yes but express", "the other coffee", "not three": in few words, what is being bought is wished otherwise. */

import type { Slots, WordKind } from '../../vocabulary/heard';
import { readAmount } from './amounts';
import { changeOf, goodsOf, isNamed } from './at-purchase';
import { askedAbout } from './by-sentences';
import type { Found, Hear, Understanding } from './heard';
import { listed } from './listed';
import { orderReader } from './order-reader';
import { cut, isApart, type Sense, type Sentence, slotOf } from './slots';
import { type Phrases, type Read, readPhrase } from './words';

/** "Yes, but by express": how it comes, and nothing else beside a yes or a no. Asked, it is another matter. */
export function howItComes(sentence: Sentence, { sense }: Understanding, hear: Hear): Found | undefined {
  const speeds = sense.lexicon.values.get('ShippingSpeed');
  const { said, written } = sentence;
  const places = speeds ? said.flatMap((_, at) => readPhrase(speeds, said, at)?.length ?? []) : [];
  if (!speeds || places.length === 0 || written.at(-1)?.includes('?')) return undefined;
  const refused = refusedAt(sentence, sense);
  const from =
    refused || beginnings(sentence, sense, ({ length }, at) => !isApart(sentence, { length: at + length })).at(-1);
  if (from === undefined) return undefined;
  const at = said.findIndex((_, place) => place >= from && isSpeed(sentence, place, sense, speeds));
  const length = at < 0 ? 0 : (readPhrase(speeds, said, at)?.length ?? 0);
  if (length === 0 || !(isIdle(said, { from, to: at }, sense) && isIdle(said, { from: at + length }, sense)))
    return undefined;
  // Some such words say it of the goods: "the cheapest".
  const whole = hear(sentence);
  if (whole?.score === 1 && whole.intent === 'Reorder') return undefined;
  const speed = slotOf(sense, sentence, { slot: 'speed', type: 'ShippingSpeed', from: at, to: at + length });
  const found = changeOf(sentence, { speed });
  return refused ? { ...found, read: { from, to: said.length }, negated: true } : found;
}

/** "Not by express": how many words refuse what follows; 0: none do. */
function refusedAt(sentence: Sentence, { lexicon }: Sense): number {
  const refusal = readPhrase(lexicon.refusals(), sentence.said, 0);
  return refusal && !isApart(sentence, refusal) ? refusal.length : 0;
}

/** "Yes, quickly" is in a hurry, and wants no other delivery. */
function isSpeed({ said }: Sentence, at: number, { lexicon }: Sense, speeds: Phrases<string>): boolean {
  const isHurry = listed(lexicon.words.order.idle, lexicon.words).has(said[at] ?? '');
  return !isHurry && readPhrase(speeds, said, at) !== undefined;
}

/** "No, the other coffee": of the kind that is being bought, or just was, another one. */
export function theOther(sentence: Sentence, asked: Understanding): Found | undefined {
  const { goods, isBuying } = askedAbout(asked);
  const { sense } = asked;
  const changes = sense.lexicon.values.get('Change');
  const otherAt = (at: number) => changes && readPhrase(changes, sentence.said, at);
  const isOther = (at: number) => otherAt(at)?.value === 'other';
  const from = beginnings(sentence, sense, isOfIt(sentence, sense)).find(isOther);
  const other = from === undefined ? undefined : otherAt(from);
  if (from === undefined || !other) return undefined;
  const product = goodsOf(cut(sentence, from + other.length, sentence.said.length), sense);
  const isOfThese = !isBuying || product?.ids.some((id) => goods.includes(id));
  if (!product || !isNamed(product, sense) || !isOfThese) return undefined;
  const change = slotOf(sense, sentence, { slot: 'change', type: 'Change', from, to: from + other.length });
  return changeOf(sentence, { change, product });
}

/** "Nie tę drugą" refuses the other one; "no the other one" refuses what is being bought. */
export function isOfIt(sentence: Sentence, { lexicon }: Sense) {
  // "Nie te" refuses these, "nie, te" does not.
  const isParted = ({ length }: Read<WordKind>, at: number) =>
    sentence.said.some((_, place) => place >= at && place < at + length && isApart(sentence, { length: place + 1 }));
  return (lead: Read<WordKind>, at: number) =>
    !isParted(lead, at) && readPhrase(lexicon.refusals(), sentence.said, at)?.value.includes('') === true;
}

/** The most digits of a count: longer is the number of an order. */
const LONGEST_COUNT = 3;

/** "Nicht drei", "nie trzy": so many are not wanted. With a sign behind it, "no, three", it puts right. */
export function notSoMany(sentence: Sentence, { sense, expects, options }: Understanding): Found | undefined {
  const { lexicon } = sense;
  const { said } = sentence;
  const lead = readPhrase(lexicon.refusals(), said, 0);
  const isOther = expects?.includes('number') && !expects.includes('yesno');
  if (!lead || (options && !expects?.includes('yesno')) || isOther || isApart(sentence, lead)) return undefined;
  const reader = { order: orderReader(lexicon.words), units: lexicon.values.get('Unit') ?? new Map() };
  const from = lead.length;
  const amount = readAmount(reader, sentence, from);
  if (!amount?.value.number || from + amount.length !== said.length) return undefined;
  if (said.some((token) => /^\d+$/.test(token) && token.length > LONGEST_COUNT)) return undefined;
  const quantity = { said: said.slice(from).join(' '), ids: [], number: amount.value.number };
  const slots: Slots = { quantity };
  return { ...changeOf(sentence, slots), read: { from, to: said.length }, negated: true };
}

type IsRefused = (lead: Read<WordKind>, at: number) => boolean;

/** "Yes, but …", "no, wait, …": where what is wished may begin, the earliest first; empty: it is what is refused. */
export function beginnings({ said }: Sentence, { lexicon }: Sense, isRefused: IsRefused): readonly number[] {
  const { but } = orderReader(lexicon.words);
  const places = [0];
  for (let from = 0; from < said.length; ) {
    const lead = readPhrase(lexicon.leads(), said, from);
    const joint = Math.max(lengthOf(but, said, from), lengthOf(lexicon.before, said, from));
    if (lead && lead.length > joint && lead.value === 'negation' && isRefused(lead, from)) return [];
    from += Math.max(lead?.length ?? 0, joint) || said.length;
    if (from < said.length) places.push(from);
  }
  return places;
}

function lengthOf(all: Phrases<true>, said: readonly string[], at: number): number {
  return readPhrase(all, said, at)?.length ?? 0;
}

type Stretch = { readonly from: number; readonly to?: number };

/** Only words that lead to a delivery, name it, or say nothing. */
function isIdle(said: readonly string[], { from, to = said.length }: Stretch, { lexicon }: Sense): boolean {
  const { by, delivery, but } = orderReader(lexicon.words);
  const idle = [by, delivery, but, lexicon.before];
  for (let at = from; at < to; ) {
    const length = Math.max(...idle.map((all) => lengthOf(all, said, at)));
    const isCourtesy = lexicon.noise.has(said[at] ?? '') || lexicon.after.has(said[at] ?? '');
    if (length === 0 && !isCourtesy) return false;
    at += Math.max(length, 1);
  }
  return true;
}
