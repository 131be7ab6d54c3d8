/** Checks what is only written: `text.json` has nothing that is not said too, and states the same values. */

import { isTodo } from '../../lambda/language/locales/todo';
import { checkLost, likeOf, measuredBy } from './check-variables';
import { REPLIES, SHOWN } from './contract';
import type { Folder } from './folder';
import type { Finding } from './lines';
import { missingOf } from './missing';
import {
  type Sentence,
  type SentenceForm,
  type Sentences,
  sentencesOf,
  strayBraceIn,
  variablesIn,
} from './sentence-forms';

/** `text.json` holds only sentences that read differently from how they are said; they state the same values. */
export function checkText(folder: Folder, mine: Sentences): readonly Finding[] {
  const own = sentencesOf(folder.file('text.json')?.value);
  const [said, written] = [measuredBy(folder, 'speech.json'), measuredBy(folder, 'text.json')];
  const unread = [...SHOWN].flatMap(([key, names]) => {
    const lost = names.find((name) => mine.has(key) && !variablesOf(mine.get(key)).includes(name));
    if (lost === undefined || own.has(key) || folder.isDraft) return [];
    return [missingOf(folder, { file: 'text.json', path: key.split('.') }, `: only in writing {{${lost}}} is told`)];
  });
  return [
    ...unread,
    ...[...own.values()].flatMap((sentence) => [
      ...checkWritten(folder, sentence, mine),
      ...checkLost(folder, 'text.json', sentence, likeOf(written, sentence.key).length > 0 ? written : said),
    ]),
  ];
}

function checkWritten(folder: Folder, { key, forms }: Sentence, mine: Sentences): readonly Finding[] {
  const known = new Set([...(REPLIES.get(key) ?? variablesOf(mine.get(key))), 'shop', 'count', 'number']);
  const told = (form: SentenceForm, message: string) => folder.finding('text.json', form.path, message);
  return forms.flatMap((form) => {
    if (!mine.has(key)) return folder.isDraft ? [] : [told(form, `${key} is not in speech.json`)];
    if (typeof form.text !== 'string') return [told(form, `${form.path.join('.')} must be a text`)];
    if (form.text.trim() === '') return [told(form, `${key} has no words`)];
    if (isTodo(form.text))
      return folder.isDraft ? [] : [told(form, `${form.path.join('.')} is not translated yet (TODO:)`)];
    const stray = variablesIn(form.text).filter((name) => !known.has(name));
    const brace = strayBraceIn(form.text);
    return [
      ...stray.map((name) => told(form, `${key} uses {{${name}}}, which it does not get`)),
      ...(brace ? [told(form, `${key} has ${JSON.stringify(brace)}; a variable is written {{name}}`)] : []),
    ];
  });
}

function variablesOf(sentence: Sentence | undefined): readonly string[] {
  return sentence?.forms.flatMap(({ text }) => variablesIn(text)) ?? [];
}
