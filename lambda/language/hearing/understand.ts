/** What a sentence means: the open question first, then the language's own sentences, then what it is most like. */

import type { WordKind } from '../../vocabulary/heard';
import type { IntentName } from '../../vocabulary/intents';
import { accountFor } from './accounting';
import { answerTo, byPlace } from './answers';
import { builtInByCore, builtInNear, builtInTwice } from './built-ins';
import { byGoods, namesGoods, ofWhom, withWholeName } from './by-goods';
import { byLikeness } from './by-likeness';
import { askedAbout, bySentences } from './by-sentences';
import { byTopic } from './by-topic';
import { corrected } from './corrected';
import { withoutCourtesy } from './courtesies';
import { type Found, type HeardText, NOT_UNDERSTOOD, type Understanding } from './heard';
import { askedAfter } from './in-passing';
import { refusalIn } from './refusals';
import { cut, type Sentence, sentenceOf } from './slots';
import { unclearNumber } from './unclear-number';
import { wonderIn } from './wonders';
import { type Read, readPhrase } from './words';
import { answerByLists, answerByManner } from './yes-or-no';

/** A longer text is none of our sentences; of a letter the beginning says what is wanted. Both bound the work. */
const MOST_IN_SENTENCE = 40;
const MOST_READ = 120;
const MOST_CHARACTERS = 2_000;
/** "No, wait, actually …". */
const MOST_LEADS = 3;
/** One of our sentences with slips in it. */
const MISSPELT = 0.95;

export function understand(text: string, asked: Understanding): HeardText {
  const sentence = cut(sentenceOf(text.slice(0, MOST_CHARACTERS), asked.sense.lexicon), 0, MOST_READ);
  const named = withWholeName(sentence, find(sentence, text, asked), asked);
  const found = ofWhom(sentence, byTopic(sentence, asked, named), asked);
  return { ...found, manner: accountFor({ sentence, text }, found, asked.sense) };
}

/** A thumb answers without a word. */
function byPicture(sentence: Sentence, text: string, asked: Understanding): Found {
  return (asked.expects?.includes('yesno') ? answerByLists(sentence, text, asked) : undefined) ?? NOT_UNDERSTOOD;
}

/** Whatever else was said, and whatever is being asked. */
const EMERGENCY: Found = { intent: 'Emergency', slots: {}, score: 1, rivals: [] };

function find(sentence: Sentence, text: string, asked: Understanding): Found {
  if (sentence.said.length === 0) return byPicture(sentence, text, asked);
  if (asked.sense.lexicon.isEmergency()(sentence.said)) return EMERGENCY;
  const listed = asked.expects?.includes('yesno') ? answerByLists(sentence, text, asked) : undefined;
  const ended = listed && endsInstead(listed, sentence, asked);
  if (listed) return ended ?? listed;
  const isLong = sentence.said.length > MOST_IN_SENTENCE;
  const hear = onceInParts(asked);
  const exact = isLong ? undefined : hear(sentence);
  if (exact?.score === 1 && !exact.slots.left) return exact;
  const wondered = isLong || asked.question?.commits ? undefined : wonderIn(sentence, asked, hearAlone(asked));
  if (wondered) return wondered;
  if (exact?.score === 1) return exact;
  const refused = isLong ? undefined : refusalIn(sentence, asked, hearAlone(asked), sureLikeness(asked));
  if (refused) return refused;
  const unasked = asked.expects ? undefined : answerByLists(sentence, text, asked);
  return (unasked?.read ? unasked : undefined) ?? misheard(sentence, asked, hear) ?? unclear(sentence, asked, hear);
}

/** "Forget it" is a no that ends the visit; "great, thanks" is only a yes where one is needed. */
function endsInstead({ intent }: Found, sentence: Sentence, asked: Understanding): Found | undefined {
  const exact =
    intent === 'No' || (intent === 'Yes' && !asked.question?.commits) ? inParts(sentence, asked) : undefined;
  // "Cancel my order" is a no only where an order is being made.
  const refusing: readonly IntentName[] = askedAbout(asked.question).isBuying
    ? ['Stop', 'Cancel']
    : ['Stop', 'Cancel', 'CancelOrder'];
  const wanted: readonly IntentName[] = intent === 'No' ? refusing : ['Thanks'];
  return exact?.score === 1 && wanted.includes(exact.intent) ? exact : undefined;
}

/** What is refused is heard as it would be with no question open. */
function hearAlone({ expects, options, elicits, ...asked }: Understanding) {
  const { spelling } = asked.sense.lexicon;
  return (rest: Sentence): Found | undefined =>
    inParts(rest, asked) ?? inParts(corrected(rest, spelling(), asked.sense), asked);
}

function sureLikeness(asked: Understanding) {
  return (rest: Sentence): Found | undefined => {
    const likely = byLikeness(rest, asked);
    return likely?.isSure ? likely.heard : undefined;
  };
}

type Hear = (sentence: Sentence) => Found | undefined;

/** Most words are spelled right: the same sentence is read once, however often it is tried with others set right. */
function onceInParts(asked: Understanding): Hear {
  const known = new Map<string, Found | undefined>();
  return (sentence) => {
    const key = sentence.said.join(' ');
    if (!known.has(key)) known.set(key, inParts(sentence, asked));
    return known.get(key);
  };
}

/** One of our sentences with slips in it. */
function misheard(sentence: Sentence, asked: Understanding, hear: Hear): Found | undefined {
  if (sentence.said.length > MOST_IN_SENTENCE) return undefined;
  // A yes of ours in so many words is no other sentence with slips in it, though it consents to nothing here.
  if (asked.expects?.includes('yesno') && bySentences(sentence, asked.sense)?.intent === 'Yes') return undefined;
  const { spelling, boldSpelling } = asked.sense.lexicon;
  const meant = hear(corrected(sentence, spelling(), asked.sense));
  if (meant?.score === 1 && meant.intent !== 'Yes') return { ...meant, score: MISSPELT };
  const guessed = hear(corrected(sentence, boldSpelling(), asked.sense));
  const isHeard = guessed && guessed.intent !== 'Yes' && (guessed.score === 1 || namesGoods(guessed));
  return isHeard ? { ...guessed, score: MISSPELT } : undefined;
}

/** No sentence of ours in so many words. */
function unclear(sentence: Sentence, asked: Understanding, hear: Hear): Found {
  const right = corrected(sentence, asked.sense.lexicon.spelling(), asked.sense);
  const guess = right.said.length > MOST_IN_SENTENCE ? undefined : hear(right);
  const answer = asked.expects?.includes('yesno') ? answerByManner(sentence, asked) : undefined;
  if (answer?.intent === 'Fallback') return answer;
  const heard = weighed(guess ?? answer, right, asked);
  const isAsked = heard.intent === 'Fallback' && asked.expects?.includes('number');
  return (isAsked ? unclearNumber(sentence, asked.sense) : undefined) ?? heard;
}

/** A sentence of ours about goods the shop does not know is a guess: it holds unless the words are like something else. */
function weighed(guess: Found | undefined, sentence: Sentence, asked: Understanding): Found {
  const builtIn = builtInTwice(sentence, asked.sense) ?? builtInByCore(sentence, asked.sense);
  if (builtIn) return builtIn;
  const likely = byLikeness(sentence, asked);
  if (guess && (!likely || likely.best === guess.intent)) {
    return { ...guess, score: likely?.score ?? guess.score };
  }
  if (likely?.isSure) return likely.heard;
  return guess ?? builtInNear(sentence, asked.sense) ?? likely?.heard ?? NOT_UNDERSTOOD;
}

/** As it stands, then without the courtesies around it, then behind what only leads to it: "no, …", "wait, …". */
function inParts(sentence: Sentence, asked: Understanding, leads = 0): Found | undefined {
  const plain = plainly(sentence, asked);
  if (plain && !(leads > 0 && plain.intent === 'Yes')) return { ...plain, read: { from: 0, to: sentence.said.length } };
  const { bare, from } = withoutCourtesy(sentence, asked.sense.lexicon);
  if (bare.said.length < sentence.said.length && bare.said.length > 0) return behind(inParts(bare, asked, leads), from);
  return leads < MOST_LEADS ? behindLead(sentence, asked, leads) : undefined;
}

/** While a question is open, only the closed list says yes to it. */
function plainly(sentence: Sentence, asked: Understanding): Found | undefined {
  const all =
    answerTo(sentence, asked) ??
    bySentences(sentence, asked.sense, askedAbout(asked.question)) ??
    byPlace(sentence, asked) ??
    byGoods(sentence, asked);
  const heard = all?.score === 1 ? all : (askedAfter(sentence, asked.sense) ?? all);
  return heard?.intent === 'Yes' && asked.expects?.includes('yesno') ? undefined : heard;
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
  if (!refusing || refusing.value.includes('')) return refusing !== undefined;
  return !expects && !isApart(sentence, lead) && !readPhrase(sense.lexicon.deeds, said, lead.length);
}

function isApart({ written }: Sentence, { length }: Read<WordKind>): boolean {
  return /[,;.!]$/.test(written[length - 1] ?? '');
}

/** "no, two bags": what follows counts. A yes with anything behind it but a request is none. */
function behindLead(sentence: Sentence, asked: Understanding, leads: number): Found | undefined {
  const lead = readPhrase(asked.sense.lexicon.leads(), sentence.said, 0);
  if (!lead || lead.length >= sentence.said.length || isRefusal(sentence, lead, asked)) return undefined;
  // Of a yes there is none where nothing was asked.
  if (lead.value === 'consent' && !asked.expects) return undefined;
  const rest = inParts(cut(sentence, lead.length, sentence.said.length), asked, leads + 1);
  if (lead.value === 'consent' && rest?.intent === 'No') return undefined;
  // "No humans": one word, and no comma before it, is what is refused.
  const words = withoutCourtesy(cut(sentence, lead.length, sentence.said.length), asked.sense.lexicon).bare.said.length;
  if (rest?.intent === 'TalkToHuman' && lead.value === 'negation' && words === 1 && !isApart(sentence, lead))
    return undefined;
  return behind(rest, lead.length);
}
