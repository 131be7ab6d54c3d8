/** What is answered by the closed lists while a yes-or-no question is open. */

import { answerTo } from './answers';
import { bySentences } from './by-sentences';
import { type Assent, assentIn } from './consent';
import type { Found, Understanding } from './heard';
import { NOT_UNDERSTOOD } from './heard';
import { inParts } from './in-parts';
import { orderReader } from './order-reader';
import { respelled } from './respelled';
import { cut, type Sentence } from './slots';
import { readPhrase } from './words';

/** Half an assent: enough where a yes costs nothing. */
const MILD = 0.8;

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
  const wholeBy = asked.question?.wholeBy;
  const assent = assentIn(
    { said, question, isOfPart: wholeBy !== undefined, isSigned: signed === 'yes', echoes },
    answered,
  );
  // "Yes, everything" is no yes to a part.
  if (assent === 'more') return { ...NOT_UNDERSTOOD, intent: wholeBy ?? 'Fallback', score: 1, read: readAll(sentence) };
  if (signed === 'no') return assent === 'no' || said.length === 0 ? heardAs('no', sentence) : NOT_UNDERSTOOD;
  const found = assent && heardAs(assent, sentence);
  // "Please 👍": what is half a yes by itself is whole beside a thumb, unless its words doubt.
  return found && signed === 'yes' ? { ...found, read: readAll(sentence) } : found;
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

function readAll({ said }: Sentence) {
  return { from: 0, to: said.length };
}

function heardAs(assent: Exclude<Assent, 'more'>, sentence: Sentence): Found {
  const read = readAll(sentence);
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
