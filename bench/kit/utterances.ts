/** What hearing is measured on: others' utterances where they are at hand, else our own sentences, held out in turn. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { classesOf } from '../../lambda/language/hearing/classifier/classes';
import { NONE, samplesOf } from '../../lambda/language/hearing/classifier/samples';
import { scorer } from '../../lambda/language/hearing/classifier/scorer';
import { train } from '../../lambda/language/hearing/classifier/train';
import type { Sentences } from '../../lambda/language/hearing/sentences';
import { readSentences, readWords } from '../../lambda/language/hearing/word-files';
import type { Words } from '../../lambda/language/hearing/words';
import { SHOP_INTENTS } from '../../lambda/vocabulary/intents';
import { goodsFor } from '../../scripts/locales/catalogue';
import { INTENT_SLOTS } from '../../scripts/locales/contract';
import { type Heard, type Measured, summary } from './hearing-quality';

export type Utterance = { readonly text: string; readonly intent: string; readonly also: readonly string[] };
export type Utterances = {
  readonly inScope: readonly Utterance[];
  readonly outOfScope: readonly Utterance[];
  readonly builtIns: readonly Utterance[];
};

type Line = { readonly text: string; readonly lang: string; readonly intent: string; readonly also?: string[] };

export function developmentSets(folder: string, language: string): Utterances {
  const read = (file: string) =>
    readFileSync(join(folder, file), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line)
      .filter(({ lang }) => lang === language)
      .map(({ text, intent, also = [] }) => ({ text, intent, also }));
  return {
    inScope: read(`${language}.inscope.jsonl`),
    outOfScope: read(`${language}.oos.jsonl`),
    builtIns: read('builtins.jsonl'),
  };
}

const FOLDS = 5;

/** Each template is heard by a classifier that never met it. */
export function ownSentences(language: string): Measured {
  const locales = join(__dirname, '..', '..', 'locales');
  const all = readSentences(locales, language) ?? {};
  const words = readWords(locales, language) as Words;
  const heard = Array.from({ length: FOLDS }, (_, fold) => {
    const part = (isOwn: boolean): Sentences =>
      Object.fromEntries(
        [...SHOP_INTENTS, NONE].map((key) => [
          key,
          (all[key] ?? []).filter((_template, at) => (at % FOLDS === fold) === isOwn),
        ]),
      );
    const lesson = { words, intents: INTENT_SLOTS, goods: goodsFor(language).sample, language };
    const learned = { ...lesson, sentences: part(false) };
    const score = scorer(train(samplesOf(learned)), classesOf(learned));
    return samplesOf({ ...lesson, sentences: part(true) }).map(({ tokens, label }): Heard => {
      const scored = score(tokens);
      const none = scored.find((one) => one.label === NONE)?.margin ?? 0;
      const [best] = scored.filter((one) => one.label !== NONE).sort((a, b) => b.margin - a.margin);
      const over = (best?.margin ?? 0) - none;
      return {
        wanted: { text: '', intent: label, also: [] },
        intent: best?.label ?? '',
        score: over,
        accepted: over > 0.9,
      };
    });
  }).flat();
  const isNone = ({ wanted }: Heard) => wanted.intent === NONE;
  return summary(
    heard.filter((one) => !isNone(one)),
    heard.filter(isNone),
    null,
  );
}
