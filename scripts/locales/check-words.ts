/** Checks the small words of a language: the same entries as the others, nothing empty, nothing said for two things. */

import { expand } from '../../lambda/language/hearing/sentences';
import { normalise, type Words } from '../../lambda/language/hearing/words';
import { isTodo } from '../../lambda/language/locales/todo';
import { ELICITED } from './contract';
import type { Folder } from './folder';
import type { Finding } from './lines';
import { emptyOf } from './missing';
import { MEASURE } from './source';

const CONSENTS = ['yes', 'besides', 'mild', 'no', 'question', 'wait', 'condition', 'irony'] as const;
const LISTS = [
  'hedges',
  'corrections',
  'pronouns',
  'deeds',
  'launch',
  'noise',
  'filler',
  'before',
  'after',
  'ordinalMarks',
  'positions',
  'past',
  'coming',
  'carriers',
] as const;

export function checkWords(folder: Folder): readonly Finding[] {
  const own = folder.file('words.json');
  if (!own) return [folder.finding('language.json', [], 'words.json is missing')];
  const words = own.value as Words;
  const measure = folder.file('words.json', MEASURE)?.value as Words;
  const shape = checkShape(folder, words, measure);
  if (shape.length > 0) return shape;
  return [
    ...checkPrompts(folder, words),
    ...(folder.isDraft ? [] : checkFilled(folder, words)),
    ...checkTwice(folder, words),
  ];
}

/** Whether the small words can be used at all: nothing is heard with half of them. */
export function areWordsUsable(folder: Folder): boolean {
  const own = folder.file('words.json')?.value as Words | undefined;
  const measure = folder.file('words.json', MEASURE)?.value as Words;
  return own !== undefined && checkShape(folder, own, measure).length === 0;
}

function checkShape(folder: Folder, words: Words, measure: Words): readonly Finding[] {
  const same = (path: readonly string[], mine: object | undefined, theirs: object) => [
    ...Object.keys(theirs)
      .filter((key) => !(key in (mine ?? {})))
      .map((key) => folder.finding('words.json', path, `${[...path, key].join('.')} is missing`)),
    ...Object.keys(mine ?? {})
      .filter((key) => !(key in theirs))
      .map((key) => folder.finding('words.json', [...path, key], `${[...path, key].join('.')} is not known`)),
  ];
  const top = same([], words, measure);
  if (top.length > 0) return top;
  const types = same(['values'], words.values, measure.values);
  const consent = same(['consent'], words.consent, measure.consent);
  const endings = same(['endings'], words.endings, measure.endings);
  if (consent.length + endings.length > 0) return [...consent, ...endings];
  const at = same(['consent', 'at'], words.consent.at, measure.consent.at);
  const ids = Object.entries(measure.values).flatMap(([type, ids]) => same(['values', type], words.values[type], ids));
  const counts = [
    ...(words.numbers.length === 101
      ? []
      : [folder.finding('words.json', ['numbers'], 'numbers must go from 0 to 100')]),
    ...(words.weekdays.length === 7 ? [] : [folder.finding('words.json', ['weekdays'], 'weekdays must be seven')]),
  ];
  return [...types, ...at, ...ids, ...counts];
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

function checkFilled(folder: Folder, words: Words): readonly Finding[] {
  const empty = (path: readonly (string | number)[], list: readonly string[] | undefined) =>
    list && list.length > 0 && list.every((text) => text.trim() !== '')
      ? []
      : [emptyOf(folder, { file: 'words.json', path })];
  const isCountry = (id: string) => /^[A-Z]{2}$/.test(id);
  return [
    ...LISTS.flatMap((list) => empty([list], words[list])),
    ...CONSENTS.flatMap((list) => empty(['consent', list], words.consent[list])),
    ...Object.entries(words.consent.at).flatMap(([key, texts]) => empty(['consent', 'at', key], texts)),
    ...empty(['negation', 'words'], words.negation.words),
    ...empty(['endings', 'names'], words.endings.names),
    ...Object.entries(words.negation.refusals).flatMap(([key, texts]) => empty(['negation', 'refusals', key], texts)),
    ...words.numbers.flatMap((spellings, number) => empty(['numbers', number], spellings)),
    ...words.weekdays.flatMap((spellings, day) => empty(['weekdays', day], spellings)),
    ...Object.entries(words.ordinals).flatMap(([value, texts]) => empty(['ordinals', value], texts)),
    ...Object.entries(words.days).flatMap(([value, texts]) => empty(['days', value], texts)),
    ...Object.entries(words.values).flatMap(([type, ids]) =>
      Object.entries(ids).flatMap(([id, texts]) => (isCountry(id) ? [] : empty(['values', type, id], texts))),
    ),
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
