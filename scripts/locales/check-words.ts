/** Checks the small words of a language: the same entries as the others, nothing empty, nothing said for two things. */

import { expand } from '../../lambda/language/hearing/sentences';
import { normalise, type Words } from '../../lambda/language/hearing/words';
import { isTodo } from '../../lambda/language/locales/todo';
import { checkTemplates } from './check-templates';
import { checkTree } from './check-tree';
import { unreadIn } from './check-unread';
import { ELICITED } from './contract';
import type { Folder } from './folder';
import type { Finding } from './lines';

const FILE = 'words.json';

export function checkWords(folder: Folder): readonly Finding[] {
  if (!folder.file(FILE)) return [folder.finding('language.json', [], `${FILE} is missing`)];
  const shape = checkShape(folder);
  if (shape.length > 0) return shape;
  const words = folder.file(FILE)?.value as Words;
  return [
    ...checkPrompts(folder, words),
    ...(folder.isDraft ? [] : checkTree(folder, FILE).empty),
    ...checkTwice(folder, words),
  ];
}

/** Whether the small words can be used at all: nothing is heard with half of them. */
export function areWordsUsable(folder: Folder): boolean {
  return folder.file(FILE) !== undefined && checkShape(folder).length === 0;
}

function checkShape(folder: Folder): readonly Finding[] {
  const { shape } = checkTree(folder, FILE);
  if (shape.length > 0) return shape;
  const unread = unreadIn(folder, FILE);
  return unread.length > 0 ? unread : checkTemplates(folder).filter(({ file }) => file.endsWith(FILE));
}

function checkPrompts(folder: Folder, { prompts }: Words): readonly Finding[] {
  const missing = ELICITED.filter((key) => !prompts[key]?.trim());
  const todo = ELICITED.filter((key) => isTodo(prompts[key]) && !folder.isDraft);
  return [
    ...missing.map((key) => folder.finding('words.json', ['prompts', key], `prompts.${key} has no words`)),
    ...todo.map((key) =>
      folder.finding('words.json', ['prompts', key], `prompts.${key} is not translated yet (TODO:)`),
    ),
    ...Object.keys(prompts)
      .filter((key) => !ELICITED.includes(key))
      .map((key) => folder.finding('words.json', ['prompts', key], `prompts.${key} is asked by nobody`)),
  ];
}

const ANSWERS = ['yes', 'mild', 'no', 'irony'] as const;

function spelledOut({ consent }: Words): readonly (readonly [string, readonly string[]])[] {
  return ANSWERS.map((kind) => [kind, consent[kind].flatMap(expand)] as const);
}

/** One word for two numbers, two days or two values would be understood as either. */
function checkTwice(folder: Folder, words: Words): readonly Finding[] {
  const groups: readonly (readonly [string, readonly (readonly [string, readonly string[]])[]])[] = [
    ['consent', spelledOut(words)],
    ['numbers', words.numbers.map((texts, number) => [String(number), texts] as const)],
    ['weekdays', words.weekdays.map((texts, day) => [String(day), texts] as const)],
    ['months', words.months.map((texts, month) => [String(month + 1), texts] as const)],
    ['ordinals', Object.entries(words.ordinals)],
    ...Object.entries(words.values).map(([type, ids]) => [`values.${type}`, Object.entries(ids)] as const),
  ];
  return groups.flatMap(([group, entries]) => {
    const owners = new Map<string, string>();
    return entries.flatMap(([id, texts]) =>
      texts.flatMap((text) => {
        const key = normalise(text, words.apostrophe);
        const owner = owners.get(key);
        owners.set(key, id);
        const clash = owner !== undefined && owner !== id;
        return clash ? [folder.finding('words.json', group.split('.'), `"${text}" means ${owner} and ${id}`)] : [];
      }),
    );
  });
}
