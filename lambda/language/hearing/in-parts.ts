/** A sentence of ours as it stands, without the courtesies around it, or behind what only leads to it. */

import type { WordKind } from '../../vocabulary/heard';
import { answerTo, byPlace, countOfTold } from './answers';
import { byGoods, byGoodsFor } from './by-goods';
import { askedAbout, bySentences } from './by-sentences';
import { countAndMore } from './count-and-more';
import { withoutCourtesy } from './courtesies';
import type { Found, Understanding } from './heard';
import { askedAfter } from './in-passing';
import { readNumber } from './numbers';
import { cut, isApart, type Sentence } from './slots';
import { type Read, readPhrase } from './words';

/** "No, wait, actually …". */
const MOST_LEADS = 3;

/** As it stands, then without the courtesies around it, then behind what only leads to it: "no, …", "wait, …". */
export function inParts(sentence: Sentence, asked: Understanding, leads = 0): Found | undefined {
  const plain = plainly(sentence, asked);
  const whole = plain && !(leads > 0 && plain.intent === 'Yes') ? readWhole(plain, sentence) : undefined;
  if (whole?.score === 1) return whole;
  const { bare, from } = withoutCourtesy(sentence, asked.sense.lexicon);
  const isBare = bare.said.length < sentence.said.length && bare.said.length > 0;
  // No goods are called "104232 please", nor "no, I mean a new order"; but "cancel 104232" is no number behind a no.
  const lead = leadOf(sentence, asked);
  const isSaidAround =
    isBare || lead?.value === 'correction' || (lead !== undefined && IS_ANSWER[lead.value] && isApart(sentence, lead));
  if (whole && !isSaidAround) return whole;
  const rest = isBare ? behind(inParts(bare, asked, leads), from) : behindLead(sentence, asked, leads);
  return rest?.score === 1 ? rest : (whole ?? rest);
}

/** "No, …", "yes, …", where a sign sets it apart. */
const IS_ANSWER: Readonly<Partial<Record<WordKind, true>>> = { negation: true, consent: true };

function readWhole(found: Found, { said }: Sentence): Found {
  return { ...found, read: { from: 0, to: said.length } };
}

/** While a question is open, only the closed list says yes to it. */
function plainly(sentence: Sentence, asked: Understanding): Found | undefined {
  const all =
    answerTo(sentence, asked) ??
    countAndMore(sentence, asked) ??
    bySentences(sentence, asked.sense, askedAbout(asked)) ??
    byPlace(sentence, asked) ??
    byGoods(sentence, asked) ??
    byGoodsFor(sentence, asked);
  const heard = all?.score === 1 ? all : (askedAfter(sentence, asked.sense) ?? all);
  if (heard && isOthersYes(heard, sentence, asked)) return undefined;
  return heard?.intent === 'Yes' && asked.expects?.includes('yesno') ? undefined : heard;
}

/** "Yes, tomorrow" is when to be called, where a call was offered; at another question it asks for nobody. */
function isOthersYes({ intent }: Found, sentence: Sentence, asked: Understanding): boolean {
  if (intent !== 'TalkToHuman' || !asked.question?.commits || askedAbout(asked).part === intent) return false;
  return leadOf(sentence, asked)?.value === 'consent';
}

/** What was read behind so many words, seen from the whole. */
function behind(found: Found | undefined, words: number): Found | undefined {
  if (!found?.read) return found;
  return { ...found, read: { from: found.read.from + words, to: found.read.to + words } };
}

/** "Don't" belongs to what follows; "no" to what was asked, or to the goods behind it: not to "no, order coffee". */
function isRefusal(sentence: Sentence, lead: Read<WordKind>, { sense, expects }: Understanding): boolean {
  const { said } = sentence;
  if (lead.value !== 'negation') return false;
  const refusing = readPhrase(sense.lexicon.refusals(), said, 0);
  if (!refusing) return false;
  const isOfItsOwn = isApart(sentence, lead) && refusing.length === lead.length;
  if (refusing.value.includes('')) return !(isOfItsOwn || isMoreBehind(sentence, lead, sense));
  return !expects && !isApart(sentence, lead) && !readPhrase(sense.lexicon.deeds, said, lead.length);
}

/** "Ne další dvě", "nie jeszcze jedną": a no of its own, and then how many more. */
function isMoreBehind({ said }: Sentence, { length }: Read<WordKind>, { lexicon }: Understanding['sense']): boolean {
  const more = lexicon.values.get('Amend');
  const read = more && readPhrase(more, said, length);
  return read?.value === 'more' && readNumber(lexicon.numbers, said, length + read.length) !== undefined;
}

function leadOf({ said }: Sentence, { sense }: Understanding): Read<WordKind> | undefined {
  return readPhrase(sense.lexicon.leads(), said, 0);
}

/** What a number behind it takes the place of another by. */
const PUTS_RIGHT: Readonly<Partial<Record<WordKind, true>>> = { negation: true, correction: true };

/** "no, two bags": what follows counts. A yes with anything behind it but a request is none. */
function behindLead(sentence: Sentence, asked: Understanding, leads: number): Found | undefined {
  const lead = leads < MOST_LEADS ? leadOf(sentence, asked) : undefined;
  if (!lead || lead.length >= sentence.said.length || isRefusal(sentence, lead, asked)) return undefined;
  // Of a yes there is none where nothing was asked.
  if (lead.value === 'consent' && !asked.expects) return undefined;
  const own = cut(sentence, lead.length, sentence.said.length);
  const count = PUTS_RIGHT[lead.value] ? countOfTold(own, asked) : undefined;
  const rest = count ?? inParts(own, asked, leads + 1);
  if (lead.value === 'consent' && rest?.intent === 'No') return undefined;
  // "No humans": one word, and no comma before it, is what is refused.
  const words = withoutCourtesy(own, asked.sense.lexicon).bare.said.length;
  if (rest?.intent === 'TalkToHuman' && lead.value === 'negation' && words === 1 && !isApart(sentence, lead))
    return undefined;
  return behind(rest, lead.length);
}
