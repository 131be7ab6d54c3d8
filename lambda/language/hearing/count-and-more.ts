/** "Two bags and tea", where something is being bought: so much of that, and something besides. */

import type { Slots } from '../../vocabulary/heard';
import { slotsOfLines } from '../../vocabulary/lines';
import { readAmount } from './amounts';
import { changeOf } from './at-purchase';
import { askedAbout } from './by-sentences';
import { readDay } from './dates';
import { described } from './described';
import type { Found, Hear, Understanding } from './heard';
import { ordered } from './lines-together';
import { listed } from './listed';
import { allOut, keptAlone, noneOf } from './none-of';
import { meantOf, type ReadLine } from './of-these';
import { orderReader } from './order-reader';
import { readLines } from './read-lines';
import { cut, isApart, type Sense, type Sentence, slotOf } from './slots';
import { swapped } from './swapped';
import { swappedInCart } from './swapped-in-cart';
import { andMore, saysMore, twoChanges } from './two-changes';
import { howItComes, theOther } from './wished-otherwise';
import { type Phrases, readPhrase, tokens } from './words';

/** undefined: something else is said, or nothing is being bought. */
export function countAndMore(sentence: Sentence, asked: Understanding): Found | undefined {
  const all = readAt(cut(sentence, noBefore(sentence, asked.sense), sentence.said.length), asked);
  const areNamed = all?.news.every((own) => asked.sense.mentions.exactly(own).length > 0);
  return all && areNamed ? { intent: 'Reorder', slots: all.slots, score: 1, rivals: [] } : undefined;
}

/** How many words a no takes that a sign sets apart: "no, two bags and tea". */
function noBefore(sentence: Sentence, { lexicon }: Sense): number {
  const lead = readPhrase(lexicon.leads(), sentence.said, 0);
  return lead?.value === 'negation' && isApart(sentence, lead) ? lead.length : 0;
}

/** The same with goods nobody sells, "two bags and unicorn food": they are named again, and nothing comes of them. */
export function countAndUnknown(sentence: Sentence, asked: Understanding): Found | undefined {
  const all = readAt(sentence, asked);
  if (!all?.news.every((own) => isNoun(own, asked.sense) && isThing(own, sentence, asked.sense))) return undefined;
  const read = { from: 0, to: sentence.said.length };
  return { intent: 'Reorder', slots: all.slots, score: 1, rivals: [], read };
}

/** A purchase that is changed in a way of its own, none of which looks again whether something is being bought; undefined: it is not, or in one that any sentence has. */
export function changedOtherwise(sentence: Sentence, asked: Understanding, hear: Hear): Found | undefined {
  const { isBuying, told } = askedAbout(asked);
  // Right after a purchase these are of what was bought.
  if (!isBuying && (asked.expects || told !== 'Purchase')) return swappedInCart(sentence, asked, hear);
  const ofAny = theOther(sentence, asked) ?? twoChanges(sentence, asked, hear);
  if (!isBuying) return ofAny;
  return (
    howItComes(sentence, asked, hear) ??
    described(sentence, asked) ??
    otherCount(sentence, asked, hear) ??
    otherDay(sentence, asked) ??
    allOut(sentence, asked) ??
    keptAlone(sentence, asked) ??
    noneOf(sentence, asked) ??
    swapped(sentence, asked) ??
    ofAny ??
    andMore(sentence, asked, hear) ??
    addMore(sentence, asked, hear)
  );
}

/** "Add two more bags of dog food": "two more bags of dog food" says it all. */
function addMore(sentence: Sentence, asked: Understanding, hear: Hear): Found | undefined {
  const { sense } = asked;
  const changes = sense.lexicon.values.get('Amend');
  const lead = changes && readPhrase(changes, sentence.said, 0);
  if (lead?.value !== 'add') return undefined;
  const rest = cut(sentence, lead.length, sentence.said.length);
  const found = saysMore(rest, sense) ? hear(rest) : undefined;
  const isMore = found?.intent === 'Reorder' && found.score === 1 && found.slots.amend?.ids[0] === 'more';
  return isMore && !found.slots.left ? { ...found, read: { from: 0, to: sentence.said.length } } : undefined;
}

/** "Not two, three and tea": the first number is refused, and what follows is meant of what is being bought. */
function otherCount(sentence: Sentence, asked: Understanding, hear: Hear): Found | undefined {
  const { lexicon } = asked.sense;
  const lead = readPhrase(lexicon.refusals(), sentence.said, 0);
  if (!lead) return undefined;
  const order = orderReader(lexicon.words);
  const amount = (at: number) =>
    readAmount({ order, units: lexicon.values.get('Unit') ?? NO_UNITS }, sentence, at)?.length ?? 0;
  const refused = amount(lead.length);
  const end = lead.length + refused;
  const from = end + (readPhrase(order.but, sentence.said, end)?.length ?? 0);
  if (refused === 0 || amount(from) === 0) return undefined;
  const found = hear(cut(sentence, from, sentence.said.length));
  const isCount = found?.intent === 'Reorder' && found.score === 1 && found.slots.quantity !== undefined;
  return isCount ? { ...found, read: { from: 0, to: sentence.said.length } } : undefined;
}

/** "Not tomorrow, on Thursday": a day that is put right asks when what is being bought comes, and refuses none of it. */
function otherDay(sentence: Sentence, asked: Understanding): Found | undefined {
  const { lexicon, today } = asked.sense;
  const lead = readPhrase(lexicon.refusals(), sentence.said, 0);
  if (!lead) return undefined;
  const order = orderReader(lexicon.words);
  const lengthAt = (phrases: Phrases<true>, at: number) => readPhrase(phrases, sentence.said, at)?.length ?? 0;
  const dayAt = (at: number) => {
    const from = at + lengthAt(order.on, at);
    const day = readDay(lexicon.days, sentence.said, { from, today });
    return day && { from, to: from + day.length };
  };
  const refused = dayAt(lead.length);
  const meant = refused && dayAt(refused.to + lengthAt(order.but, refused.to));
  if (meant?.to !== sentence.said.length) return undefined;
  const date = slotOf(asked.sense, sentence, { slot: 'date', type: 'AMAZON.DATE', from: meant.from, to: meant.to });
  return changeOf(sentence, { date });
}

const NO_UNITS: Phrases<string> = new Map();

type AtPurchase = { readonly slots: Slots; readonly news: readonly (readonly string[])[] };

function readAt(sentence: Sentence, asked: Understanding): AtPurchase | undefined {
  const about = askedAbout(asked);
  // "Two more and tea" is two changes.
  if (!about.isBuying || saysMore(sentence, asked.sense)) return undefined;
  const { sense } = asked;
  const text = ordered([readLines(sentence, { from: 0, to: sentence.said.length }, sense)]);
  const { lines, besides, slots } = meantOf(text, {}, { about, sense, isBehind: false });
  if (slots.amend?.ids[0] !== 'also' || Object.keys(besides).length > 0) return undefined;
  const news = lines.flatMap(({ product, isOfThese }: ReadLine) => (product && !isOfThese ? [product.said] : []));
  const { apostrophe } = sense.lexicon.words;
  return { slots: { ...slots, ...slotsOfLines(lines) }, news: news.map((said) => tokens(said, apostrophe)) };
}

/** "A helicopter", "unicorn food": an article before it, or a word of other goods in it. "Two and hurry" wants no hurry. */
function isThing(own: readonly string[], { said }: Sentence, { lexicon, mentions }: Sense): boolean {
  const at = said.findIndex((_, from) => own.every((token, next) => said[from + next] === token));
  const isLed =
    lexicon.noise.has(said[at - 1] ?? '') && !listed(lexicon.words.order.and, lexicon.words).has(said[at - 1] ?? '');
  return isLed || own.some(mentions.knows);
}

/** The most words of a name that nobody knows. */
const LONGEST_UNKNOWN = 4;

/** Words that are in no sentence of ours, and say nothing by themselves, may be what something is called. */
function isNoun(own: readonly string[], { lexicon, mentions }: Sense): boolean {
  const labels = lexicon.labels();
  const known = [...lexicon.vocabulary().values()];
  // "Cibo per unicorni": what only joins two words stands between them.
  const isJoint = (token: string, at: number) => at > 0 && at < own.length - 1 && lexicon.small.has(token);
  const isOpen = (token: string, at: number) =>
    mentions.knows(token) ||
    isJoint(token, at) ||
    !(readPhrase(labels, own, at) || lexicon.small.has(token) || known.some((all) => all.has(token)));
  return own.length > 0 && own.length <= LONGEST_UNKNOWN && own.every(isOpen);
}
