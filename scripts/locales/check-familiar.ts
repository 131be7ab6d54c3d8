/** Checks how people are addressed like friends: each text is one of the language's, and none that is formal is left out. */

import { isTree } from '../../lambda/language/locales/locales';
import { SHOPPERS_PAGES } from '../../lambda/language/locales/pages';
import { isTodo } from '../../lambda/language/locales/todo';
import { literal } from '../../lambda/vocabulary/literal';
import type { Folder } from './folder';
import type { Finding } from './lines';
import { variablesOf } from './sentence-forms';
import { leavesOf } from './texts';

const FILE = 'familiar.json';
export const PARTS = ['speech', 'text', 'pages'] as const;

/** Nothing where the language has only one way to address people. */
export function checkFamiliar(folder: Folder): readonly Finding[] {
  const familiar = folder.file(FILE)?.value;
  const { formal } = (folder.file('language.json')?.value ?? {}) as { readonly formal?: unknown };
  const wrong = (message: string) => [folder.finding('language.json', ['formal'], message)];
  if (!isTree(familiar))
    return formal === undefined ? [] : wrong(`"formal" names words, and ${FILE}, which does without them, is missing`);
  const isFormal = formalWords(folder);
  if (!isFormal) return wrong('"formal" must name the words that only formal texts have, like ["Sie"]');
  const stray = Object.keys(familiar).filter((part) => !(PARTS as readonly string[]).includes(part));
  return [
    ...stray.map((part) => folder.finding(FILE, [part], `${part} is none of ${PARTS.join(', ')}`)),
    ...PARTS.flatMap((part) => checkPart(folder, { part, said: familiar[part], isFormal })),
  ];
}

/** What only formal texts have; null: the language names none. */
export function formalWords(folder: Folder): RegExp | null {
  const { formal } = (folder.file('language.json')?.value ?? {}) as { readonly formal?: unknown };
  const words = Array.isArray(formal) ? formal.filter((word) => typeof word === 'string' && word.trim() !== '') : [];
  if (words.length === 0 || words.length < (formal as readonly unknown[]).length) return null;
  return new RegExp(`(?<!\\p{L})(?:${words.map(literal).join('|')})(?!\\p{L})`, 'u');
}

type Part = { readonly part: (typeof PARTS)[number]; readonly said: unknown; readonly isFormal: RegExp };

function checkPart(folder: Folder, { part, said, isFormal }: Part): readonly Finding[] {
  if (said !== undefined && !isTree(said)) return [folder.finding(FILE, [part], `${part} must hold keys in braces`)];
  const strange = strangeIn(said ?? {}, [part]);
  if (strange.length > 0) return strange.map((path) => folder.finding(FILE, path, `${path.join('.')} must be a text`));
  const usual = keyed(usualOf(folder, part));
  const own = keyed(said);
  const of = (key: string, message: string) => folder.finding(FILE, [part, ...key.split('.')], `${key} ${message}`);
  const wrong = [...own].flatMap(([key, text]) => {
    const base = usual.get(key);
    if (base === undefined) return [of(key, `is no text of ${part}.json`)];
    if (text.trim() === '') return [of(key, 'has no words')];
    if (isTodo(text)) return [of(key, 'is not translated yet (TODO:)')];
    if (isFormal.test(text)) return [of(key, `is formal: "${isFormal.exec(text)?.[0]}"`)];
    return variablesOf(text) === variablesOf(base) ? [] : [of(key, `must have the variables of ${part}.json`)];
  });
  const left = [...usual].filter(([key, text]) => isFormal.test(text) && !own.has(key));
  return [...wrong, ...left.map(([key, text]) => of(key, `is missing; it is said formally: "${text}"`))];
}

/** Of the pages only those that shoppers read. */
function usualOf(folder: Folder, part: Part['part']): unknown {
  const value = folder.file(`${part}.json`)?.value;
  if (part !== 'pages' || !isTree(value)) return value;
  return Object.fromEntries(SHOPPERS_PAGES.map((page) => [page, value[page] ?? {}]));
}

/** What is neither a text nor holds texts. */
function strangeIn(node: unknown, path: readonly string[]): readonly (readonly string[])[] {
  if (typeof node === 'string') return [];
  return isTree(node) ? Object.entries(node).flatMap(([key, inner]) => strangeIn(inner, [...path, key])) : [path];
}

function keyed(node: unknown): ReadonlyMap<string, string> {
  return new Map(leavesOf(node).map(({ path, text }) => [path.join('.'), text]));
}
