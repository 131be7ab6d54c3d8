/** What a sentence means: the open question first, then the language's own sentences, then what it is most like. */

import { childAlso } from './a-child';
import { accountFor } from './accounting';
import { builtInByCore, builtInNear, builtInTwice } from './built-ins';
import { namesGoods, ofWhom, withWholeName } from './by-goods';
import { byLikeness, isLikeNothing } from './by-likeness';
import { answerByManner } from './by-manner';
import { bySentences } from './by-sentences';
import { byTopic } from './by-topic';
import { changedIn, rightOrWrong } from './changed-in';
import { corrected } from './corrected';
import { countAndUnknown } from './count-and-more';
import { withoutCurses } from './curses';
import { inDialect } from './dialect';
import { isElsewhere } from './elsewhere';
import { type Found, type Hear, type HeardText, NOT_UNDERSTOOD, type Understanding } from './heard';
import { inParts } from './in-parts';
import { meantInstead } from './instead-of-no';
import { mostly } from './mostly';
import { keptAlone } from './none-of';
import { oneOption } from './one-option';
import { byOrderNumber } from './order-number';
import { withOtherAddress } from './other-address';
import { hearAlone, isDenied, refusalOf } from './refused';
import { remedyNamed } from './remedy-named';
import { saidTogether, thanksIn } from './said-together';
import { cut, type Sentence, sentenceOf } from './slots';
import { tooDearIn } from './too-dear';
import { twoWishes } from './two-wishes';
import { unclearNumber } from './unclear-number';
import { notSoMany } from './wished-otherwise';
import { wonderIn } from './wonders';
import { answerByLists, isIrony, ordersIt, refusedAfterAll, refusedByLists } from './yes-or-no';

/** A longer text is none of our sentences; of a letter the beginning says what is wanted. Both bound the work. */
const MOST_IN_SENTENCE = 40;
const MOST_READ = 120;
const MOST_CHARACTERS = 2_000;
const MISSPELT = 0.95;

export function understand(text: string, asked: Understanding): HeardText {
  const asWritten = cut(sentenceOf(text.slice(0, MOST_CHARACTERS), asked.sense.lexicon), 0, MOST_READ);
  const spoken = (one: Sentence) => inDialect(one, (plain) => find(plain, text, asked), asked.sense);
  const { sentence, heard } = withoutCurses(asWritten, spoken, asked.sense);
  const named = withWholeName(sentence, heard, asked);
  const found = withOtherAddress(sentence, ofWhom(sentence, byTopic(sentence, asked, named), asked), asked);
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
  if (asked.sense.lexicon.emergencies().isSure(sentence.said)) return EMERGENCY;
  const listed =
    oneOption(sentence, asked) ??
    tooDearIn(sentence, asked) ??
    (asked.expects?.includes('yesno') ? answerByLists : refusedByLists)(sentence, text, asked);
  const kept = listed?.intent === 'No' ? keptAlone(sentence, asked) : undefined;
  if (kept) return kept;
  if (listed) return meantInstead(listed, sentence, { asked, refusalOf }) ?? listed;
  const refused = asked.expects?.includes('yesno') ? refusedAfterAll(sentence, text, asked) : undefined;
  if (refused) return refused;
  if (isIrony(sentence, asked)) return NOT_UNDERSTOOD;
  return sentence.said.length > MOST_IN_SENTENCE ? ofLetter(sentence, text, asked) : ofSentence(sentence, text, asked);
}

function ofSentence(sentence: Sentence, text: string, asked: Understanding): Found {
  const hear = onceInParts(asked);
  const remedy = remedyNamed(sentence, asked, hearAlone(asked));
  if (remedy && isWhole(remedy, sentence)) return remedy;
  const changed = changedIn(sentence, asked, hear);
  if (changed) return changed;
  const exact = hear(sentence);
  if (exact?.intent === 'Fallback') return ofNobody(exact, sentence, asked);
  const right = rightOrWrong(sentence, asked, hear);
  if (right) return right;
  const denied = exact && isDenied(exact, sentence, asked) ? refusalOf(sentence, asked) : undefined;
  if (denied) return denied;
  if (exact?.score === 1 && !exact.slots.left && isWhole(exact, sentence)) return exact;
  const wishes = ofTwo(sentence, asked, hear);
  if (wishes) return wishes;
  if (exact?.score === 1 && !exact.slots.left) return exact;
  const wondered = asked.question?.commits ? undefined : wonderIn(sentence, asked, hearAlone(asked));
  if (wondered) return wondered;
  if (exact?.score === 1) return exact;
  const numbered = byOrderNumber(sentence, asked.sense, hear);
  if (numbered) return numbered;
  return (
    remedy ??
    notSoMany(sentence, asked) ??
    saidTogether(sentence, asked.sense, hear) ??
    refusalOf(sentence, asked) ??
    unasked(sentence, text, asked) ??
    misheard(sentence, asked, hear) ??
    countAndUnknown(sentence, asked) ??
    unclear(sentence, asked, hear)
  );
}

/** One of two things that were said, or both. */
function ofTwo(sentence: Sentence, asked: Understanding, hear: Hear): Found | undefined {
  return childAlso(sentence, asked, hear) ?? twoWishes(sentence, asked, hear);
}

function isWhole({ read }: Found, { said }: Sentence): boolean {
  return read?.from === 0 && read.to === said.length;
}

/** What is longer than any sentence of ours is only like one. */
function ofLetter(sentence: Sentence, text: string, asked: Understanding): Found {
  return unasked(sentence, text, asked) ?? unclear(sentence, asked, onceInParts(asked));
}

/** A yes or no to nothing, or to something else than is asked. */
function unasked(sentence: Sentence, text: string, asked: Understanding): Found | undefined {
  const answer = asked.expects ? ordersIt(sentence, asked) : answerByLists(sentence, text, asked);
  if (!answer?.read) return undefined;
  const isThanks = answer.intent === 'Yes' && !asked.expects && thanksIn(sentence, asked.sense);
  return isThanks ? { ...answer, intent: 'Thanks' } : answer;
}

/** Most words are spelled right: the same sentence is read once, however often it is tried with others set right. */
function onceInParts(asked: Understanding): Hear {
  const known = new Map<string, Found | undefined>();
  return (sentence) => {
    const key = sentence.said.join(' ');
    if (!known.has(key)) known.set(key, inParts(sentence, asked));
    return known.get(key);
  };
}

/** A yes of ours in so many words, which consents to nothing here: neither another sentence with slips in it, nor like one. */
function isYesElsewhere(sentence: Sentence, { expects, sense }: Understanding): boolean {
  return expects?.includes('yesno') === true && bySentences(sentence, sense)?.intent === 'Yes';
}

/** One of our sentences with slips in it. */
function misheard(sentence: Sentence, asked: Understanding, hear: Hear): Found | undefined {
  if (isYesElsewhere(sentence, asked)) return undefined;
  const { spelling, boldSpelling } = asked.sense.lexicon;
  const meant = hear(corrected(sentence, spelling(), asked.sense));
  if (meant?.score === 1 && meant.intent !== 'Yes') return { ...meant, score: MISSPELT };
  const guessed = hear(corrected(sentence, boldSpelling(), asked.sense));
  const isHeard = guessed && guessed.intent !== 'Yes' && (guessed.score === 1 || namesGoods(guessed));
  return isHeard ? { ...guessed, score: MISSPELT } : undefined;
}

/** Nothing else is made of it; "hold on" is still an answer. */
function ofNobody(exact: Found, sentence: Sentence, asked: Understanding): Found {
  return byManner(sentence, asked) ?? exact;
}

/** "Hold on", "hmm": what it is, where a yes or a no is asked for. */
function byManner(sentence: Sentence, asked: Understanding): Found | undefined {
  return asked.expects?.includes('yesno') ? answerByManner(sentence, asked) : undefined;
}

function unclear(sentence: Sentence, asked: Understanding, hear: Hear): Found {
  const right = corrected(sentence, asked.sense.lexicon.spelling(), asked.sense);
  const guess = right.said.length > MOST_IN_SENTENCE ? undefined : hear(right);
  const answer = byManner(sentence, asked);
  if (answer?.intent === 'Fallback') return answer;
  const heard = weighed(guess ?? answer, right, asked);
  // A no to what is asked, and more that nobody understands: whatever that is like, what was asked is refused.
  if (answer && asked.question?.commits && heard.read === undefined) return answer;
  const isAsked = heard.intent === 'Fallback' && asked.expects?.includes('number');
  return (isAsked ? unclearNumber(sentence, asked.sense) : undefined) ?? heard;
}

/** A sentence of ours about goods the shop does not know is a guess: it holds unless the words are like something else. */
function weighed(guess: Found | undefined, sentence: Sentence, asked: Understanding): Found {
  const builtIn = builtInTwice(sentence, asked.sense) ?? builtInByCore(sentence, asked.sense);
  if (builtIn) return builtIn;
  if (guess && isElsewhere(guess.slots, asked.sense)) return NOT_UNDERSTOOD;
  const likely = isYesElsewhere(sentence, asked) ? undefined : byLikeness(sentence, asked);
  if (guess && likely && isLikeNothing(guess, likely, asked)) return builtInNear(sentence, asked.sense) ?? likely.heard;
  if (guess && (!likely || likely.best === guess.intent)) {
    return { ...guess, score: likely?.score ?? guess.score };
  }
  if (likely?.isSure) return likely.heard;
  return (
    guess ?? builtInNear(sentence, asked.sense) ?? mostly(sentence, asked.sense) ?? likely?.heard ?? NOT_UNDERSTOOD
  );
}
