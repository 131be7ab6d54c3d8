/** What a sentence means: the open question first, then the language's own sentences, then what it is most like. */

import { accountFor } from './accounting';
import { answerTo, byPlace } from './answers';
import { builtInByCore, builtInNear } from './built-ins';
import { byLikeness } from './by-likeness';
import { bySentences } from './by-sentences';
import type { Found, HeardText, Understanding } from './heard';
import { NOT_UNDERSTOOD } from './heard';
import type { Lexicon } from './lexicon';
import { type Sense, type Sentence, sentenceOf } from './slots';
import type { Spelling } from './spelling';
import { unclearNumber } from './unclear-number';
import { readPhrase } from './words';

/** A longer text is none of our sentences; of a letter the beginning says what is wanted. Both bound the work. */
const MOST_IN_SENTENCE = 40;
const MOST_READ = 120;
const MOST_CHARACTERS = 2_000;
/** One of our sentences with slips in it. */
const MISSPELT = 0.95;
/** A no with words behind it that nobody understands. */
const MOSTLY_NO = 0.7;

export function understand(text: string, asked: Understanding): HeardText {
  const sentence = cut(sentenceOf(text.slice(0, MOST_CHARACTERS), asked.sense.lexicon), 0, MOST_READ);
  const found = sentence.said.length === 0 ? NOT_UNDERSTOOD : find(sentence, asked);
  return { ...found, manner: accountFor({ sentence, text }, found, asked.sense) };
}

/** Whatever else was said, and whatever is being asked. */
const EMERGENCY: Found = { intent: 'Emergency', slots: {}, score: 1, rivals: [] };

function find(sentence: Sentence, asked: Understanding): Found {
  if (asked.sense.lexicon.isEmergency()(sentence.said)) return EMERGENCY;
  const exact = sentence.said.length > MOST_IN_SENTENCE ? undefined : inParts(sentence, asked);
  if (exact?.score === 1) return exact;
  const { spelling, boldSpelling } = asked.sense.lexicon;
  const right = corrected(sentence, spelling(), asked.sense);
  const meant = right.said.length > MOST_IN_SENTENCE ? undefined : inParts(right, asked);
  if (meant?.score === 1) return { ...meant, score: MISSPELT };
  const bold = corrected(sentence, boldSpelling(), asked.sense);
  const guessed = bold.said.length > MOST_IN_SENTENCE ? undefined : inParts(bold, asked);
  if (guessed && (guessed.score === 1 || namesGoods(guessed))) {
    return { ...guessed, score: MISSPELT };
  }
  const heard = weighed(meant, right, asked);
  const isAsked = heard.intent === 'Fallback' && asked.expects?.includes('number');
  return (isAsked ? unclearNumber(sentence, asked.sense) : undefined) ?? heard;
}

/** A sentence of ours about goods the shop does not know is a guess: it holds unless the words are like something else. */
function weighed(guess: Found | undefined, sentence: Sentence, asked: Understanding): Found {
  const builtIn = builtInByCore(sentence, asked.sense);
  if (builtIn) return builtIn;
  const likely = byLikeness(sentence, asked);
  if (guess && (!likely || likely.best === guess.intent)) {
    return { ...guess, score: likely?.score ?? guess.score };
  }
  if (likely?.isSure) return likely.heard;
  return guess ?? builtInNear(sentence, asked.sense) ?? likely?.heard ?? NOT_UNDERSTOOD;
}

/** A sentence of ours whose goods are known, now that its other words are set right. */
function namesGoods({ slots }: Found): boolean {
  return (slots.product?.ids.length ?? 0) > 0;
}

/** What is a word for goods stays as it is: the catalogue has a spelling of its own. */
function corrected({ said, written }: Sentence, spell: Spelling, { mentions }: Sense): Sentence {
  return {
    said: said.map((token) => (mentions.knows(token) ? token : spell(token))),
    written,
  };
}

/** Whether the words only open the skill. */
export function opens(sentence: Sentence, lexicon: Lexicon): boolean {
  if (lexicon.launch.has(sentence.said.join(' '))) return true;
  const { bare } = withoutCourtesy(sentence, lexicon);
  return bare.said.length < sentence.said.length && opens(bare, lexicon);
}

/** As it stands, then without the courtesies around it, then without a leading yes or no. */
function inParts(sentence: Sentence, asked: Understanding, isRest = false): Found | undefined {
  const plain = answerTo(sentence, asked) ?? bySentences(sentence, asked.sense) ?? byPlace(sentence, asked);
  if (plain) return { ...plain, read: { from: 0, to: sentence.said.length } };
  const { bare, from } = withoutCourtesy(sentence, asked.sense.lexicon);
  if (bare.said.length < sentence.said.length && bare.said.length > 0)
    return behind(inParts(bare, asked, isRest), from);
  return isRest ? undefined : afterYesOrNo(sentence, asked);
}

type Bare = { readonly bare: Sentence; readonly from: number };

function withoutCourtesy(sentence: Sentence, lexicon: Lexicon): Bare {
  const { said } = sentence;
  const lead = readPhrase(lexicon.before, said, 0);
  if (lead) return { bare: cut(sentence, lead.length, said.length), from: lead.length };
  for (let length = Math.min(4, said.length); length > 0; length -= 1) {
    if (lexicon.after.has(said.slice(-length).join(' ')))
      return { bare: cut(sentence, 0, said.length - length), from: 0 };
  }
  return { bare: sentence, from: 0 };
}

/** What was read behind so many words, seen from the whole. */
function behind(found: Found | undefined, words: number): Found | undefined {
  if (!found?.read) return found;
  return { ...found, read: { from: found.read.from + words, to: found.read.to + words } };
}

function cut({ said, written }: Sentence, from: number, to: number): Sentence {
  return { said: said.slice(from, to), written: written.slice(from, to) };
}

/** "no, two bags": what follows counts. A no with words we do not know is still a no; a yes then is not a yes. */
function afterYesOrNo(sentence: Sentence, asked: Understanding): Found | undefined {
  const { yesPhrases, noPhrases } = asked.sense.lexicon;
  const yes = readPhrase(yesPhrases, sentence.said, 0);
  const lead = yes ?? readPhrase(noPhrases, sentence.said, 0);
  if (!lead || lead.length >= sentence.said.length) return undefined;
  const rest = inParts(cut(sentence, lead.length, sentence.said.length), asked, true);
  if (rest) return behind(rest, lead.length);
  return yes ? undefined : { ...NOT_UNDERSTOOD, intent: 'No', score: MOSTLY_NO };
}
