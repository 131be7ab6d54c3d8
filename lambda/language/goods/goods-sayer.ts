/** Says the goods of a shop in any language that has `goods.json`; what the merchant has corrected comes first. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Corrections, GoodCorrection, RawGood, SayGood, SpokenGood } from '../../vocabulary/goods';
import { languageOf } from '../../vocabulary/locales';
import { readGoodsWords } from './goods-words';
import { createLexicon, type GoodsLexicon } from './lexicon';
import { type Worked, workOut } from './say-good';

const ENDINGS = z.object({ endings: z.object({ names: z.array(z.string()) }) });

/** null: the language has no words for goods. Throws where its files are not as they have to be. */
export function readLexicon(directory: string, language: string): GoodsLexicon | null {
  const words = readGoodsWords(directory, language);
  if (words === null) return null;
  const { endings } = ENDINGS.parse(JSON.parse(readFileSync(join(directory, language, 'words.json'), 'utf8')));
  return createLexicon(words, endings.names);
}

/** `directory`: the folder that holds a folder per language; a language is read when goods are first said in it. */
export function createGoodsSayer(directory: string, corrections: Corrections): SayGood {
  const lexicons = new Map<string, GoodsLexicon | null>();
  const lexiconOf = (language: string): GoodsLexicon | null => {
    const known = lexicons.get(language);
    if (known !== undefined) return known;
    const lexicon = readLexicon(directory, language);
    lexicons.set(language, lexicon);
    return lexicon;
  };
  return (raw, locale) => {
    const asked = languageOf(locale);
    const correction = corrections.good(raw.id, asked);
    if (correction?.isHidden) return null;
    // A title is taken apart by the words of the language it is written in.
    const language = languageOf(raw.language ?? locale);
    const lexicon = lexiconOf(language) ?? lexiconOf(asked);
    const good = { ...(lexicon ? workOut(raw, lexicon, corrections.kind) : unread(raw, corrections)), language };
    return correction ? corrected(good, correction) : good;
  };
}

/** Without the words of its language a title is said as the shop writes it, shortened where it is spoken. */
function unread({ id, title, categories }: RawGood, { kind }: Corrections): Worked {
  return { name: { title }, words: [title.toLowerCase()], kind: kind(categories) ?? id };
}

function corrected(good: SpokenGood, { voiceTitle, words = [] }: GoodCorrection): SpokenGood {
  const own = voiceTitle === undefined ? [] : [voiceTitle.toLowerCase()];
  return {
    ...good,
    name: { ...good.name, ...(voiceTitle === undefined ? {} : { voiceTitle }) },
    words: [...new Set([...words, ...good.words, ...own])],
  };
}
