/** Checks the two signs around what somebody else wrote: what stands between others would be taken for our own question. */

import { isTree, nodeAt } from '../../lambda/language/locales/locales';
import { isTodo } from '../../lambda/language/locales/todo';
import type { Folder } from './folder';
import type { Finding } from './lines';

const MARKS = /^(?:“”|„“|„”|«»|»«)$/;

export function checkMarks(folder: Folder): readonly Finding[] {
  const speech = folder.file('speech.json')?.value;
  const marks = isTree(speech) ? nodeAt(speech, 'format.quoteMarks') : undefined;
  if (typeof marks !== 'string' || isTodo(marks) || MARKS.test(marks)) return [];
  const message = `format.quoteMarks must be the sign before and the sign behind a quotation, like “”, „“, „”, «» or »«`;
  return [folder.finding('speech.json', ['format', 'quoteMarks'], message)];
}
