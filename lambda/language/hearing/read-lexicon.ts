/** Reads what a language is heard by. */

import { languageOf } from '../../vocabulary/locales';
import type { Emergencies } from './emergencies';
import { NO_GOODS_NAMES } from './goods-words-in';
import type { IntentSlots } from './grammar';
import { buildLexicon, type Lexicon, type LexiconSource } from './lexicon';
import { type Askable, withTopics } from './topics';
import { readDigits, readEmergencies, readGoodsNames, readSentences, readWords } from './word-files';

type Read = {
  /** The folder with one folder per language. */
  readonly directory: string;
  readonly intents: IntentSlots;
  /** The skill's spoken name in a language. */
  readonly invocation?: (language: string) => string;
};

const NO_REPEATS = { repeats: {} };
const NO_SIGNS: Emergencies = { signs: [], harmless: [], alarms: [], apart: [] };

/** A language as its files were when they were read, with whatever the shop has written. Of the same it is the same. */
type WithWritten = (written: readonly Askable[]) => Lexicon;

/** undefined: nothing is heard in this locale. */
export function readLexicon(options: Read, locale: string): WithWritten | undefined {
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(locale)) return undefined;
  const sentences = readSentences(options.directory, locale);
  const own = readWords(options.directory, locale);
  if (!sentences || !own) return undefined;
  const emergencies = readEmergencies(options.directory, locale) ?? NO_SIGNS;
  const language = languageOf(locale);
  const invocation = options.invocation?.(language) ?? '';
  const goods = readGoodsNames(options.directory, locale) ?? NO_GOODS_NAMES;
  const digits = readDigits(options.directory, locale) ?? NO_REPEATS;
  const files = [sentences, own, emergencies, goods, digits];
  return (written) => {
    const made = JSON.stringify([written, options.intents, language, invocation]);
    return sharedLexicon(files, made, () => ({
      sentences,
      words: withTopics(own, written),
      emergencies,
      goods,
      repeats: digits.repeats,
      slots: options.intents,
      language,
      invocation,
    }));
  };
}

/** Lexicons of this process: a hundred houses opened by tests share one. */
const shared: { readonly files: readonly object[]; readonly made: string; readonly lexicon: Lexicon }[] = [];
const MOST_SHARED = 8;

/** `files`: the very values that were read; `made`: what else it is made of. */
function sharedLexicon(files: readonly object[], made: string, source: () => LexiconSource): Lexicon {
  const known = shared.find((one) => one.made === made && one.files.every((file, at) => file === files[at]));
  if (known) return known.lexicon;
  if (shared.length >= MOST_SHARED) shared.length = 0;
  const lexicon = buildLexicon(source());
  shared.push({ files, made, lexicon });
  return lexicon;
}
