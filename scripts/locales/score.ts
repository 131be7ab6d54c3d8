/** `npm run locales score`: how well sentences are heard that the program has not been taught: every fifth way to say something is kept back. */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHearing } from '../../lambda/language/hearing/hear';
import { expand, type Sentences } from '../../lambda/language/hearing/sentences';
import type { Words } from '../../lambda/language/hearing/words';
import type { PlainDate } from '../../lambda/vocabulary/values';
import { goodsFor } from './catalogue';
import { INTENT_SLOTS } from './contract';
import { filledWith } from './filled';
import { localesOf, type Place } from './source';
import { topicsIn } from './topics';

export const KEPT_BACK = 5;
/** Any day. */
const SOME_DAY: PlainDate = '2026-01-15';

export type IntentScore = {
  readonly intent: string;
  readonly said: number;
  readonly right: number;
  /** Heard as something else, and what as; what is not understood is asked again, and is in neither. */
  readonly wrong: readonly { readonly text: string; readonly intent: string }[];
};

/** Of each intent with enough sentences, those that are heard worst first. */
export function scoresOf(place: Place, language: string): readonly IntentScore[] {
  const root = mkdtempSync(join(tmpdir(), 'earshot-score-'));
  try {
    return scoredIn(place, language, root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

function scoredIn(place: Place, language: string, root: string): readonly IntentScore[] {
  const directory = join(root, 'locales');
  cpSync(join(localesOf(place), language), join(directory, language), { recursive: true });
  const file = join(directory, language, 'sentences.json');
  const all = JSON.parse(readFileSync(file, 'utf8')) as Sentences;
  const isKept = (at: number) => at % KEPT_BACK === KEPT_BACK - 1;
  const taught = Object.entries(all).map(([key, list]) => [key, list.filter((_, at) => !isKept(at))] as const);
  writeFileSync(file, JSON.stringify(Object.fromEntries(taught)));
  const words = JSON.parse(readFileSync(join(directory, language, 'words.json'), 'utf8')) as Words;
  const hearing = createHearing({
    directory,
    intents: INTENT_SLOTS,
    today: () => SOME_DAY,
    topics: { of: (locale) => topicsIn(place, locale), isLearned: true },
    learning: { folders: [root], when: 'at once' },
  });
  const goods = goodsFor(language, localesOf(place));
  const fill = filledWith(language, words);
  const scores = Object.entries(all)
    .filter(([key]) => !key.includes('.') && key !== 'Fallback')
    .flatMap(([intent, list]): readonly IntentScore[] => {
      const texts = list.filter((_, at) => isKept(at)).map((template) => fill(expand(template)[0] ?? '', intent));
      if (texts.length === 0) return [];
      const heard = texts.map((text) => ({ text, intent: hearing.hear(text, { locale: language, goods }).intent }));
      const right = heard.filter((one) => one.intent === intent).length;
      const wrong = heard.filter((one) => one.intent !== intent && one.intent !== 'Fallback');
      return [{ intent, said: texts.length, right, wrong }];
    });
  return scores.toSorted((a, b) => a.right / a.said - b.right / b.said);
}

/** None is kept back of an intent with fewer sentences. */
export const NONE_KEPT_BACK = `no intent has ${KEPT_BACK} sentences yet, so none is kept back`;
