/** From typed words to an intent and its slots, by the language's own sentences; the open question is asked first. */

import { type GoodsTables, NO_GOODS } from '../../vocabulary/goods-tables';
import type { Request } from '../../vocabulary/heard';
import { SHOP_INTENTS } from '../../vocabulary/intents';
import { languageOf } from '../../vocabulary/locales';
import type { PlainDate } from '../../vocabulary/values';
import { placed } from './by-topic';
import { type Classifiers, createClassifiers, type Learning } from './classifier/classifiers';
import { type Completed, complete } from './complete';
import { opens } from './courtesies';
import type { IntentSlots } from './grammar';
import type { HeardText, HearingContext } from './heard';
import { NOT_UNDERSTOOD } from './heard';
import type { Lexicon } from './lexicon';
import { mentionsIn } from './mentions';
import { readLexicon } from './read-lexicon';
import { type Sense, sentenceOf } from './slots';
import { keptToLearn, type ToLearn } from './to-learn';
import { type Askable, topicsOf } from './topics';
import { understand } from './understand';
import { withQuestions } from './with-questions';

export type Hearing = {
  /** Never throws; a language without sentences hears nothing. */
  hear(text: string, context: HearingContext): HeardText;
  /** Reads the language, and learns it with these goods; resolves when it has learned it, and the next to be heard waits for nothing. */
  prepare(locale: string, goods: GoodsTables): Promise<void>;
  /** Reads all of a language's files and sentences now, so that what is wrong with one is thrown here. */
  read(locale: string): void;
  /** Whether words nobody understood may tell of an emergency. */
  alarms(text: string, locale: string): boolean;
  /** Whether the words only open the skill: "open willow market". */
  launches(text: string, locale: string): boolean;
  /**
   * Completes what a voice channel heard: numbers, ordinals, days, goods line by line. Nothing resolved is changed, but
   * a value that is a request of its own ("help" as a product) means itself.
   */
  complete(request: Request, locale: string, goods?: GoodsTables): Completed;
};

export type HearingOptions = {
  /** The folder with one folder per language. */
  readonly directory: string;
  readonly intents: IntentSlots;
  /** The shop's calendar, for "yesterday" and "last monday". */
  readonly today: () => PlainDate;
  /** The skill's spoken name in a language, so that "ask willow market to …" can be typed as well. */
  readonly invocation?: (language: string) => string;
  /** What the shop has written. */
  readonly topics?: {
    /** In a locale: the very same array until it changes. */
    of(locale: string): readonly Askable[];
    /** Other wordings of its questions are learned, too: not of a source that changes while this runs. */
    readonly isLearned: boolean;
  };
  /** Other wordings than the sentences are understood too; without it, only those. */
  readonly learning?: Learning;
};

/** Reads a language on its first use. Throws `LocaleFileError` then if a file is not whole, `TemplateError` once a sentence that cannot be read is needed. */
export function createHearing(options: HearingOptions): Hearing {
  const lexiconOf = lexiconsOf(options);
  const classifiers = options.learning && createClassifiers(options.learning);
  const toLearn = keptToLearn(options.directory);
  const taught = { ...options, toLearn };
  const types = Object.assign({}, ...Object.values(options.intents)) as Readonly<Record<string, string>>;
  const topicsFor = (locale: string, lexicon: Lexicon) => {
    const written = options.topics?.of(locale) ?? NOTHING_WRITTEN;
    return written.length === 0 ? null : topicsOf(written, lexicon);
  };
  const senseOf = (locale: string, goods: GoodsTables): Sense | undefined => {
    const lexicon = lexiconOf(locale);
    return lexicon && { lexicon, mentions: mentionsIn(goods, lexicon.words, lexicon.goodsWords), today: options.today };
  };
  return {
    hear(text, context) {
      const sense = senseOf(context.locale, context.goods);
      if (!sense) return NOT_UNDERSTOOD;
      const score = scorerFor(context, classifiers, taught);
      const topics = topicsFor(context.locale, sense.lexicon);
      return understand(text, { ...context, sense, intents: options.intents, score, topics });
    },
    async prepare(locale, goods) {
      this.read(locale);
      this.hear('', { locale, goods });
      await classifiers?.learned(locale);
      const lexicon = lexiconOf(locale);
      if (!lexicon || isReady(lexicon, goods)) return;
      for (const asked of FIRST_ASKED) this.hear(NOBODYS_WORDS, { ...asked, locale, goods });
    },
    read(locale) {
      const lexicon = lexiconOf(locale);
      toLearn(locale);
      if (lexicon) readWhole(lexicon, options.intents);
    },
    alarms(text, locale) {
      const lexicon = lexiconOf(locale);
      return lexicon ? lexicon.emergencies().mayBe(lexicon.split(text.slice(0, MOST_ALARMING))) : false;
    },
    launches(text, locale) {
      const sense = senseOf(locale, NO_GOODS);
      return sense ? opens(sentenceOf(text, sense.lexicon), sense) : false;
    },
    complete(request, locale, goods = NO_GOODS) {
      const sense = senseOf(locale, goods);
      if (!sense) return request;
      const whole = complete(request, sense, types);
      const { topic, ...others } = whole.slots;
      const topics = topic && topicsFor(locale, sense.lexicon);
      if (!topic || !topics) return whole;
      return { ...whole, slots: { ...others, topic: placed(topic, topics, sense.lexicon.split) } };
    },
  };
}

/** Of each locale as it was first read, whatever its files are by now: what the shop writes is heard while a localiser has one in the works. */
function lexiconsOf(options: HearingOptions): (locale: string) => Lexicon | undefined {
  const read = new Map<string, ReturnType<typeof readLexicon>>();
  const lexicons = new Map<string, { readonly written: readonly Askable[]; readonly lexicon: Lexicon | undefined }>();
  return (locale) => {
    const written = options.topics?.of(locale) ?? NOTHING_WRITTEN;
    const known = lexicons.get(locale);
    if (known?.written === written) return known.lexicon;
    if (!read.has(locale)) read.set(locale, readLexicon(options, locale));
    const lexicon = read.get(locale)?.(written);
    lexicons.set(locale, { written, lexicon });
    return lexicon;
  };
}

/** What a language makes of its files on their first use holds the loop for a moment: the first shopper's words do not wait for it. */
const FIRST_ASKED = [{}, { expects: ['yesno'], question: { id: '', goods: [], commits: true } }] as const;
const ready = new WeakMap<Lexicon, WeakSet<GoodsTables>>();

/** Whether another house of this process has done so. From now on it has. */
function isReady(lexicon: Lexicon, goods: GoodsTables): boolean {
  const known = ready.get(lexicon) ?? new WeakSet();
  ready.set(lexicon, known);
  const before = known.has(goods);
  known.add(goods);
  return before;
}

/** In no language. */
const NOBODYS_WORDS = 'qx 7 qxq xqqx qxxq';

const NOTHING_WRITTEN: readonly Askable[] = [];
/** Characters; it bounds the work. */
const MOST_ALARMING = 2_000;

/** What is otherwise made when words first need it. */
function readWhole(lexicon: Lexicon, intents: IntentSlots): void {
  lexicon.grammar();
  lexicon.emergencies();
  for (const [intent, slots] of Object.entries(intents))
    for (const slot of Object.keys(slots)) lexicon.answers.get(`${intent}.${slot}`);
  for (const type of Object.keys(lexicon.words.values)) lexicon.values.get(type);
}

/** null: nothing but the exact sentences is understood. A shop that shows no goods now is learned when it does. */
function scorerFor(
  { locale, goods }: HearingContext,
  all: Classifiers | undefined,
  options: HearingOptions & { toLearn: ToLearn },
) {
  if (!all || goods.size === 0) return null;
  return all.of(locale, () => {
    const language = languageOf(locale);
    const own = options.toLearn(locale);
    const sentences = withQuestions(
      own.sentences,
      options.topics?.isLearned ? options.topics.of(language) : NOTHING_WRITTEN,
      options.intents,
    );
    return { sentences, words: own.words, intents: shopsOf(options.intents), goods: goods.sample, language };
  });
}

const shops = new WeakMap<IntentSlots, IntentSlots>();

/** Without Amazon's own; the same for the same. */
function shopsOf(intents: IntentSlots): IntentSlots {
  const known = shops.get(intents);
  const own = known ?? Object.fromEntries(SHOP_INTENTS.map((name) => [name, intents[name] ?? {}]));
  shops.set(intents, own);
  return own;
}
