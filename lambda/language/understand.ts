/** What a sentence means: the open question first, then the language's own sentences, then what it is most like. */

import { answerTo, byPlace } from './answers';
import { builtInByCore, builtInNear } from './built-ins';
import { byLikeness } from './by-likeness';
import { bySentences } from './by-sentences';
import type { Scorer } from './classifier/scorer';
import type { IntentSlots } from './grammar';
import type { HeardText, HearingContext } from './hear';
import type { Lexicon } from './lexicon';
import { type Sense, type Sentence, sentenceOf } from './slots';
import { readPhrase } from './words';

/** Beyond this a text is no request; it also bounds the work. */
const MOST_TOKENS = 60;
/** A no with words behind it that nobody understands. */
const MOSTLY_NO = 0.7;
export const NOT_UNDERSTOOD: HeardText = { intent: 'Fallback', slots: {}, score: 0, rivals: [] };

export type Understanding = HearingContext & {
  readonly sense: Sense;
  readonly intents: IntentSlots;
  /** null: nothing is learned of this language yet. */
  readonly score: Scorer | null;
};

export function understand(text: string, asked: Understanding): HeardText {
  const sentence = sentenceOf(text, asked.sense.lexicon);
  if (sentence.said.length === 0 || sentence.said.length > MOST_TOKENS) return NOT_UNDERSTOOD;
  const exact = inParts(sentence, asked);
  if (exact?.score === 1) return exact;
  return weighed(exact, sentence, asked);
}

/** Whether the words only open the skill. */
export function opens(sentence: Sentence, lexicon: Lexicon): boolean {
  if (lexicon.launch.has(sentence.said.join(' '))) return true;
  const bare = withoutCourtesy(sentence, lexicon);
  return bare.said.length < sentence.said.length && opens(bare, lexicon);
}

/** A sentence of ours about goods the shop does not know is a guess: it holds unless the words are like something else. */
function weighed(guess: HeardText | undefined, sentence: Sentence, asked: Understanding): HeardText {
  const likely = byLikeness(sentence, asked);
  if (guess && (!likely || likely.best === guess.intent)) return { ...guess, score: likely?.score ?? guess.score };
  const builtIn = builtInByCore(sentence, asked.sense);
  if (builtIn && !guess) return builtIn;
  if (likely?.isSure) return likely.heard;
  return guess ?? builtInNear(sentence, asked.sense) ?? likely?.heard ?? NOT_UNDERSTOOD;
}

/** As it stands, then without the courtesies around it, then without a leading yes or no. */
function inParts(sentence: Sentence, asked: Understanding, isRest = false): HeardText | undefined {
  const plain = answerTo(sentence, asked) ?? bySentences(sentence, asked.sense) ?? byPlace(sentence, asked);
  if (plain) return plain;
  const bare = withoutCourtesy(sentence, asked.sense.lexicon);
  if (bare.said.length < sentence.said.length && bare.said.length > 0) return inParts(bare, asked, isRest);
  return isRest ? undefined : afterYesOrNo(sentence, asked);
}

function withoutCourtesy(sentence: Sentence, lexicon: Lexicon): Sentence {
  const { said } = sentence;
  const lead = readPhrase(lexicon.before, said, 0);
  if (lead) return cut(sentence, lead.length, said.length);
  for (let length = Math.min(4, said.length); length > 0; length -= 1) {
    if (lexicon.after.has(said.slice(-length).join(' '))) return cut(sentence, 0, said.length - length);
  }
  return sentence;
}

function cut({ said, written }: Sentence, from: number, to: number): Sentence {
  return { said: said.slice(from, to), written: written.slice(from, to) };
}

/** "no, two bags": what follows counts. A no with words we do not know is still a no; a yes then is not a yes. */
function afterYesOrNo(sentence: Sentence, asked: Understanding): HeardText | undefined {
  const { yesPhrases, noPhrases } = asked.sense.lexicon;
  const yes = readPhrase(yesPhrases, sentence.said, 0);
  const lead = yes ?? readPhrase(noPhrases, sentence.said, 0);
  if (!lead || lead.length >= sentence.said.length) return undefined;
  const rest = inParts(cut(sentence, lead.length, sentence.said.length), asked, true);
  if (rest) return rest;
  return yes ? undefined : { ...NOT_UNDERSTOOD, intent: 'No', score: MOSTLY_NO };
}
