/** The sentences of one intent: read, written, and each heard among all others. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { EditedSentences, HeardSentence } from '../../lambda/console/localiser-protocol';
import type { Sentences } from '../../lambda/language/hearing/sentences';
import type { Words } from '../../lambda/language/hearing/words';
import { writeWhole } from '../../lambda/language/locales/whole-file';
import { goodsFor } from './catalogue';
import { hearingFor } from './check-heard';
import { areSentencesUsable, checkSentences } from './check-sentences';
import { wrongSignIn } from './check-signs';
import { covering } from './covering';
import { textOf } from './file-text';
import { filledWith } from './filled';
import { openFolder } from './folder';
import { inTrial } from './in-trial';
import { asJsonText } from './json-text';
import { readLined } from './lines';
import { localesOf, type Place } from './source';

export const SENTENCES = 'sentences.json';
/** More sentences of a template nobody looks at. */
const MOST_HEARD = 4;

/** Throws, with file and line, what cannot be read. */
export function sentencesIn(place: Place, language: string): Sentences {
  const file = `${language}/${SENTENCES}`;
  const path = join(localesOf(place), file);
  if (!existsSync(path)) throw new Error(`there is no file locales/${file}`);
  const { lined, findings = [] } = readLined(path, file) ?? {};
  const [wrong] = findings;
  if (!lined) throw new Error(`locales/${file}:${wrong?.line ?? 1}: ${wrong?.message ?? 'cannot be read'}`);
  return lined.value as Sentences;
}

/** Of an intent that takes sentences. */
export function sentencesFor(place: Place, { language, intent }: Omit<EditedSentences, 'sentences'>) {
  const all = sentencesIn(place, language);
  const own = Object.hasOwn(all, intent) ? all[intent] : undefined;
  if (!own) throw new Error(`${intent} takes no sentences in locales/${language}/${SENTENCES}`);
  return own;
}

export function writeSentences(place: Place, edit: EditedSentences): void {
  const { language, intent, sentences } = edit;
  sentencesFor(place, edit);
  const path = join(localesOf(place), language, SENTENCES);
  const before = textOf(path, `${language}/${SENTENCES}`);
  writeWhole(path, asJsonText({ ...sentencesIn(place, language), [intent]: sentences }, before));
}

/** `from`: those before it are not heard, which takes long. */
export function heardFrom(place: Place, edit: EditedSentences, from = 0): readonly HeardSentence[] {
  sentencesFor(place, edit);
  return inTrial(place, edit.language, [SENTENCES], (trial) => {
    writeOnLines(trial, edit);
    return hearersOf(trial, place, edit)
      .slice(from)
      .map((hear) => hear());
  });
}

/**
 * What is wrong is told by its line, so each sentence has one; and of what two intents have it is told at the later, so this one
 * is the last.
 */
function writeOnLines(trial: Place, { language, intent, sentences }: EditedSentences): void {
  const { [intent]: _, ...others } = sentencesIn(trial, language);
  const all = JSON.stringify({ ...others, [intent]: sentences }, null, 2);
  writeWhole(join(localesOf(trial), language, SENTENCES), all);
}

/** Bare answers to a question are heard only while it is asked: of them nothing but the writing is looked at. */
function hearersOf(
  trial: Place,
  real: Place,
  { language, intent, sentences }: EditedSentences,
): readonly (() => HeardSentence)[] {
  const { folder } = openFolder(trial, language);
  const file = folder.file(SENTENCES);
  const told = checkSentences({ ...folder, isDraft: true });
  // One that cannot be read keeps all others from being heard.
  const hearing = areSentencesUsable(folder) ? hearingFor(trial) : null;
  const goods = goodsFor(language, localesOf(real));
  const fill = filledWith(language, folder.file('words.json')?.value as Words);
  return sentences.map((template, at) => (): HeardSentence => {
    const line = file?.lineOf([intent, at]);
    const wrong = told.filter((one) => one.file === `${language}/${SENTENCES}` && one.line === line);
    const unsaid = template.trim() === '' ? 'it has no words' : wrongSignIn(template, language);
    if (unsaid !== undefined) return { template, wrong: [unsaid], heard: [] };
    if (!hearing || wrong.length > 0 || intent.includes('.'))
      return { template, wrong: wrong.map(({ message }) => message), heard: [] };
    const heard = covering(template).map((sentence) => {
      const text = fill(sentence, intent);
      const { intent: as, score, slots } = hearing.hear(text, { locale: language, goods });
      const isNobodys = intent === 'Fallback' && !(score === 1 && !slots.topic);
      return { text, intent: isNobodys ? 'Fallback' : as };
    });
    const others = heard.filter((one) => one.intent !== intent);
    const first = others[0];
    return {
      template,
      wrong: first ? [`“${first.text}” is heard as ${first.intent}, not as ${intent}`] : [],
      heard: [...others, ...heard.filter((one) => one.intent === intent)].slice(0, MOST_HEARD),
    };
  });
}
