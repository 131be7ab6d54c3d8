/** What is answered while a yes-or-no question is open: by the closed lists first, and by its manner where no sentence of ours is heard. */

import type { WordKind } from '../../vocabulary/heard';
import { answerTo } from './answers';
import { bySentences } from './by-sentences';
import { type Assent, assentIn, respelled } from './consent';
import type { Found, Understanding } from './heard';
import { NOT_UNDERSTOOD } from './heard';
import { inParts } from './in-parts';
import { orderReader } from './order-reader';
import { cut, isApart, type Sentence } from './slots';
import { readPhrase } from './words';

/** Half an assent: enough where a yes costs nothing. */
const MILD = 0.8;
/** A no with words behind it that nobody understands. */
const MOSTLY_NO = 0.7;

/** "Someone call me" consents where a call is offered, and asks for one where nothing is. */
const NOTHING_ASKED = '';

/** undefined: it is not all of the lists. */
export function answerByLists(sentence: Sentence, text: string, asked: Understanding): Found | undefined {
  const signed = signOf(text, asked);
  if (signed === 'doubt') return NOT_UNDERSTOOD;
  const answered = asked.sense.lexicon.consent();
  const isWord = (token: string) => asked.sense.lexicon.isWord(token) || asked.sense.mentions.knows(token);
  const said = respelled(sentence.said, answered, isWord);
  const meant: Sentence = { said, written: sentence.written };
  const echoes = (from: number, isAlone: boolean) => isEcho(cut(meant, from, said.length), isAlone, asked);
  const question = asked.expects ? asked.question?.id : NOTHING_ASKED;
  const assent = assentIn({ said, question, isSigned: signed === 'yes', echoes }, answered);
  if (signed === 'no') return assent === 'no' || said.length === 0 ? heardAs('no', sentence) : NOT_UNDERSTOOD;
  const found = assent && heardAs(assent, sentence);
  // "Please 👍": what is half a yes by itself is whole beside a thumb, unless its words doubt.
  return found && signed === 'yes' ? { ...found, read: { from: 0, to: said.length } } : found;
}

/** "Ok but not today": where all before "but" is a yes and all behind it a no, it is a no. */
export function refusedAfterAll(sentence: Sentence, text: string, asked: Understanding): Found | undefined {
  if (!asked.question?.commits) return undefined;
  const { but } = orderReader(asked.sense.lexicon.words);
  for (let at = 1; at < sentence.said.length - 1; at += 1) {
    const length = readPhrase(but, sentence.said, at)?.length ?? 0;
    if (length === 0) continue;
    const isYes = answerByLists(cut(sentence, 0, at), text, asked)?.intent === 'Yes';
    const behind = isYes ? answerByLists(cut(sentence, at + length, sentence.said.length), text, asked) : undefined;
    if (behind?.intent === 'No') return heardAs('no', sentence);
  }
  return undefined;
}

function heardAs(assent: Assent, { said }: Sentence): Found {
  const read = { from: 0, to: said.length };
  if (assent === 'yes') return { ...NOT_UNDERSTOOD, intent: 'Yes', score: 1, read };
  if (assent === 'no') return { ...NOT_UNDERSTOOD, intent: 'No', score: 1, read };
  return assent === 'mild' ? { ...NOT_UNDERSTOOD, intent: 'Yes', score: MILD } : NOT_UNDERSTOOD;
}

/** "None of them, thank you": of what is offered or asked for nothing is chosen, unless it answers in its own words. */
export function refusedByLists(sentence: Sentence, text: string, asked: Understanding): Found | undefined {
  const isChoice = asked.options !== undefined || asked.expects?.some((one) => one === 'product' || one === 'number');
  if (!isChoice) return undefined;
  const found = answerByLists(sentence, text, asked);
  if (found?.intent !== 'No') return undefined;
  // "Back", "skip", "thanks" are a no where one is needed, and say what they say where not.
  const own = inParts(sentence, asked);
  return own?.score === 1 && own.intent !== 'No' ? undefined : found;
}

/** "Sì domani", "great, another one": at a question of weight no wish, whatever its words could ask for. What ends the visit does. */
export function isIrony({ said }: Sentence, { question, sense }: Understanding): boolean {
  if (!question?.commits || sense.lexicon.builtIns().has(said.join(' '))) return false;
  const answered = { said, question: question.id, isSigned: false, echoes: () => false };
  return assentIn(answered, sense.lexicon.consent()) === 'irony';
}

/** "Order it", where another question than that is open: what was told is to be ordered, and a total is asked about first. */
export function ordersIt(sentence: Sentence, asked: Understanding): Found | undefined {
  const { question, expects, sense } = asked;
  if (!expects?.includes('yesno') || question?.commits) return undefined;
  const isYesTo = (id: string) =>
    assentIn({ said: sentence.said, question: id, isSigned: false, echoes: () => false }, sense.lexicon.consent()) ===
    'yes';
  const { words, split } = sense.lexicon;
  // "Send it" may be meant of many a thing: the plain word for ordering is not.
  const [plain = ''] = split(words.deeds[0] ?? '');
  const [first = ''] = sentence.said;
  const isOrder = first.startsWith(plain) || (first !== '' && plain.startsWith(first));
  if (!isOrder || !isYesTo(BUYING)) return undefined;
  return { ...NOT_UNDERSTOOD, intent: 'Reorder', score: 1, read: { from: 0, to: sentence.said.length } };
}

/** The part that asks for the yes to a total. */
const BUYING = 'Purchase';

type Sign = 'yes' | 'no' | 'doubt';

/** Thumbs and the like; of two that differ neither counts. */
function signOf(text: string, { sense }: Understanding): Sign | undefined {
  const { signs } = sense.lexicon.words.consent;
  const has = (all: string) => [...all].some((sign) => text.includes(sign));
  const found = (['yes', 'no', 'doubt'] as const).filter((sign) => has(signs[sign]));
  return found.length > 1 ? 'doubt' : found[0];
}

/** The very thing that was asked, named or meant. */
function isEcho(rest: Sentence, isAlone: boolean, asked: Understanding): boolean {
  if (rest.said.length === 0) return false;
  const bare = withoutEnd(rest, asked);
  return (!isAlone && (isThat(bare, asked) || areBoth(bare, asked))) || namesThose(bare, isAlone, asked);
}

/** "Two bags", where two were said; "order the coffee", where that was asked and nothing else. */
function namesThose(bare: Sentence, isAlone: boolean, asked: Understanding): boolean {
  const [only, ...others] = asked.question?.goods ?? [];
  const { lexicon } = asked.sense;
  // "Yes, the coffee", where dog food was said as well, is no yes to both.
  if (!only || others.length > 0) return false;
  if (isAlone && !readPhrase(lexicon.deeds, bare.said, 0)) return false;
  const heard = (isAlone ? undefined : answerTo(bare, asked)) ?? bySentences(bare, asked.sense);
  if (heard?.intent !== 'Reorder' || heard.score < 1) return false;
  const { product, quantity, unit, ...more } = heard.slots;
  if (Object.keys(more).length > 0 || !(product || quantity)) return false;
  if (product && !product.ids.includes(only.productId)) return false;
  if (quantity && quantity.number !== only.quantity) return false;
  // Two kilos are not two bags.
  const pack = asked.goods.packOf(only.productId);
  return !unit || unit.ids.some((id) => id === pack);
}

/** "Okay, that one", where one thing is asked about. */
function isThat({ said }: Sentence, { question, options = [], sense }: Understanding): boolean {
  const isOfOne = (question?.goods.length ?? 0) <= 1 && options.length === 0;
  return isOfOne && sense.lexicon.pronouns.has(said.join(' '));
}

/** "Yes, both", where two things are asked about. */
function areBoth({ said }: Sentence, { question, sense }: Understanding): boolean {
  const changes = sense.lexicon.values.get('Change');
  const read = changes && readPhrase(changes, said, 0);
  return question?.goods.length === 2 && read?.value === 'both' && read.length === said.length;
}

/** Courtesies at the end say nothing of goods. */
function withoutEnd(sentence: Sentence, asked: Understanding): Sentence {
  const { after } = asked.sense.lexicon;
  for (let length = Math.min(4, sentence.said.length - 1); length > 0; length -= 1) {
    if (!after.has(sentence.said.slice(-length).join(' '))) continue;
    return withoutEnd(cut(sentence, 0, sentence.said.length - length), asked);
  }
  return sentence;
}

/** No sentence of ours: a refusal in other words, or nothing that may be taken for a yes. undefined: it may ask for something. */
export function answerByManner(sentence: Sentence, asked: Understanding): Found | undefined {
  const kinds = kindsOf(sentence, asked);
  const has = (kind: WordKind) => kinds.includes(kind);
  const { small } = asked.sense.lexicon;
  const isAll = kinds.every((kind, at) => kind !== undefined || small.has(sentence.said[at] ?? ''));
  if (has('question')) return isAll ? NOT_UNDERSTOOD : undefined;
  // "No wait" takes a moment; "no wait, size three" wants something else.
  const isMore = !isAll && beginsWithNo(sentence, asked);
  if (has('consent') || (has('wait') && !isMore)) return NOT_UNDERSTOOD;
  if (has('negation') && isAll && !has('correction')) return { ...NOT_UNDERSTOOD, intent: 'No', score: MOSTLY_NO };
  if (beginsWithNo(sentence, asked) && !isNoneOfIt(sentence, kinds, asked))
    return { ...NOT_UNDERSTOOD, intent: 'No', score: MOSTLY_NO };
  return isAll && (has('hedge') || has('condition')) ? NOT_UNDERSTOOD : undefined;
}

/** "No sugar", "niente plastica": a no that no sign sets apart is one to what follows, and what that is nobody knows. */
function isNoneOfIt(sentence: Sentence, kinds: readonly (WordKind | undefined)[], { sense }: Understanding): boolean {
  const length = kinds.findIndex((kind) => kind !== 'negation');
  const next = kinds[length];
  const token = sentence.said[length] ?? '';
  return length > 0 && next === undefined && !isApart(sentence, { length }) && !sense.lexicon.small.has(token);
}

/** "No, the other one": what it is instead is not understood, but it is a no. */
function beginsWithNo({ said }: Sentence, { sense }: Understanding): boolean {
  const first = readPhrase(sense.lexicon.leads(), said.slice(0, 1), 0)?.value;
  return first === 'negation' || readPhrase(sense.lexicon.leads(), said, 0)?.value === 'negation';
}

function kindsOf({ said }: Sentence, { sense }: Understanding): readonly (WordKind | undefined)[] {
  const kinds = new Array<WordKind | undefined>(said.length).fill(undefined);
  const labels = sense.lexicon.labels();
  for (let at = 0; at < said.length; ) {
    const label = readPhrase(labels, said, at);
    if (label) kinds.fill(label.value, at, at + label.length);
    at += label?.length ?? 1;
  }
  return kinds;
}
