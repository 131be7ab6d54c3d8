/** From typed words to an intent and its slots, by the language's own sentences; the open question is asked first. */

import type { Expected, IntentName, PlainDate, Slots } from '../turn';
import { answerTo, byPlace } from './answers';
import { bySentences } from './by-sentences';
import type { IntentSlots } from './grammar';
import { buildLexicon, type Lexicon, readLocaleJson } from './lexicon';
import { createMentions, type Mentions, type Nameable } from './mentions';
import type { Sentences } from './sentences';
import { enrichSlots, type Sense, type Sentence, sentenceOf } from './slots';
import { readPhrase, type Words } from './words';

export type HearingContext = {
  /** BCP 47. */
  readonly locale: string;
  /** What the open question takes; absent without one. */
  readonly expects?: readonly Expected[];
  readonly options?: readonly { readonly id: string; readonly label: string }[];
  /** The slot the question fills; without it, bare answers go to the first intent that has a fitting slot. */
  readonly elicits?: { readonly intent: IntentName; readonly slot: string };
  /** The catalogue in the locale. Pass the same array each time: its index is kept with it. */
  readonly products: readonly Nameable[];
};

export type HeardText = {
  readonly intent: IntentName;
  readonly slots: Slots;
  /** 1: a sentence of ours with all it names known to the shop; 0: not understood. */
  readonly score: number;
  readonly rivals: readonly { readonly intent: IntentName; readonly score: number }[];
  /** The id of the option the shopper chose. */
  readonly choice?: string;
};

export type Hearing = {
  /** Never throws; a language without sentences hears nothing. */
  hear(text: string, context: HearingContext): HeardText;
  /** Whether the words only open the skill: "open willow market". */
  launches(text: string, locale: string): boolean;
  /** Completes slots a voice channel filled: numbers, ordinals, days, `word:` products. Nothing resolved is changed. */
  enrich(slots: Slots, locale: string, products?: readonly Nameable[]): Slots;
};

export type HearingOptions = {
  /** The folder with one folder per language. */
  readonly directory: string;
  readonly intents: IntentSlots;
  /** The shop's calendar, for "yesterday" and "last monday". */
  readonly today: () => PlainDate;
  /** The skill's spoken name in a language, so that "ask willow market to …" can be typed as well. */
  readonly invocation?: (language: string) => string;
};

/** Beyond this a text is no request; it also bounds the work. */
const MOST_TOKENS = 40;
export const NOT_UNDERSTOOD: HeardText = { intent: 'Fallback', slots: {}, score: 0, rivals: [] };

/** Reads a language on its first use. Throws `TemplateError` then if one of its sentences cannot be read. */
export function createHearing(options: HearingOptions): Hearing {
  const lexicons = new Map<string, Lexicon | undefined>();
  const indexes = new WeakMap<readonly Nameable[], Map<string, Mentions>>();
  const types = Object.assign({}, ...Object.values(options.intents)) as Readonly<Record<string, string>>;
  const senseOf = (locale: string, products: readonly Nameable[]): Sense | undefined => {
    if (!lexicons.has(locale)) lexicons.set(locale, readLexicon(options, locale));
    const lexicon = lexicons.get(locale);
    if (!lexicon) return undefined;
    const kept = indexes.get(products) ?? new Map<string, Mentions>();
    indexes.set(products, kept);
    const mentions = kept.get(locale) ?? createMentions(products, lexicon.words);
    kept.set(locale, mentions);
    return { lexicon, mentions, today: options.today };
  };
  return {
    hear(text, context) {
      const sense = senseOf(context.locale, context.products);
      return sense ? understand(text, { ...context, sense, intents: options.intents }) : NOT_UNDERSTOOD;
    },
    launches(text, locale) {
      const lexicon = senseOf(locale, NO_PRODUCTS)?.lexicon;
      return lexicon ? opens(sentenceOf(text, lexicon), lexicon) : false;
    },
    enrich(slots, locale, products = NO_PRODUCTS) {
      const sense = senseOf(locale, products);
      return sense ? enrichSlots(slots, sense, types) : slots;
    },
  };
}

const NO_PRODUCTS: readonly Nameable[] = [];

function readLexicon(options: HearingOptions, locale: string): Lexicon | undefined {
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(locale)) return undefined;
  const sentences = readLocaleJson<Sentences>(options.directory, locale, 'sentences.json');
  const words = readLocaleJson<Words>(options.directory, locale, 'words.json');
  if (!sentences || !words) return undefined;
  const language = locale.split('-')[0] ?? locale;
  const invocation = options.invocation?.(language) ?? '';
  return buildLexicon({ sentences, words, slots: options.intents, language, invocation });
}

export type Understanding = HearingContext & { readonly sense: Sense; readonly intents: IntentSlots };

function understand(text: string, asked: Understanding): HeardText {
  const sentence = sentenceOf(text, asked.sense.lexicon);
  if (sentence.said.length === 0 || sentence.said.length > MOST_TOKENS) return NOT_UNDERSTOOD;
  return inParts(sentence, asked) ?? NOT_UNDERSTOOD;
}

/** As it stands, then without the courtesies around it, then without a leading yes or no. */
function inParts(sentence: Sentence, asked: Understanding, isRest = false): HeardText | undefined {
  const plain = answerTo(sentence, asked) ?? bySentences(sentence, asked.sense) ?? byPlace(sentence, asked);
  if (plain) return plain;
  const bare = withoutCourtesy(sentence, asked.sense.lexicon);
  if (bare.said.length < sentence.said.length && bare.said.length > 0) return inParts(bare, asked, isRest);
  return isRest ? undefined : afterYesOrNo(sentence, asked);
}

function opens(sentence: Sentence, lexicon: Lexicon): boolean {
  if (lexicon.launch.has(sentence.said.join(' '))) return true;
  const bare = withoutCourtesy(sentence, lexicon);
  return bare.said.length < sentence.said.length && opens(bare, lexicon);
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
  return yes ? undefined : { ...NOT_UNDERSTOOD, intent: 'No', score: 0.7 };
}
