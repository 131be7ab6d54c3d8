/** The texts of a file of replies as sentences: each with its wordings, its plural forms and its manners. */

import { isTree, isWordings, type Tree } from '../../lambda/language/locales/locales';

/** One sentence with all its forms: wordings and plurals of one key. */
export type Sentence = { readonly key: string; readonly forms: readonly Form[] };
type Form = {
  readonly path: readonly string[];
  readonly text: unknown;
  /** Its letter, where there are several; `brief`, `short`, `formal`; and `one`, `few`…: each may be empty. */
  readonly wording: string;
  readonly manner: string;
  readonly plural: string;
};
export type SentenceForm = Form;
export type Sentences = ReadonlyMap<string, Sentence>;

/** The same sentence as a shop says it that speaks formally, and where the whole would take too long to hear. */
const MANNER = /_(formal|brief|short)$/;
export const PLURAL = /_(zero|one|two|few|many|other)$/;
const VARIABLE = /\{\{\s*([^{}\s]*)\s*\}\}/g;

export function sentencesOf(value: unknown): Sentences {
  const found = new Map<string, Sentence>();
  if (isTree(value)) collect(value, [], found);
  return found;
}

function collect(tree: Tree, path: readonly string[], found: Map<string, Sentence>): void {
  for (const [name, node] of Object.entries(tree)) {
    if (isWordings(node)) addWordings(node, [...path, name], found);
    else if (isTree(node)) collect(node, [...path, name], found);
    else add(found, { path: [...path, name], text: node, wording: '' });
  }
}

function addWordings(node: Tree, path: readonly string[], found: Map<string, Sentence>): void {
  for (const [name, text] of Object.entries(node))
    add(found, { path: [...path, name], text, wording: name.charAt(0) }, path.join('.'));
}

function add(found: Map<string, Sentence>, form: Omit<Form, 'manner' | 'plural'>, at?: string): void {
  const name = form.path.at(-1) ?? '';
  const plural = PLURAL.exec(name)?.[1] ?? '';
  const manner = MANNER.exec(name.replace(PLURAL, ''))?.[1] ?? '';
  const key = at ?? form.path.join('.').replace(PLURAL, '').replace(MANNER, '');
  found.set(key, { key, forms: [...(found.get(key)?.forms ?? []), { ...form, manner, plural }] });
}

export function variablesIn(text: unknown): readonly string[] {
  return typeof text === 'string' ? [...text.matchAll(VARIABLE)].map((match) => match[1] ?? '') : [];
}

/** Each once, in one order: two texts that say the same variables have the same. */
export function variablesOf(text: string): string {
  return [...new Set(variablesIn(text))]
    .sort()
    .map((name) => `{{${name}}}`)
    .join(', ');
}

/** A brace that belongs to no `{{variable}}`; undefined: there is none. */
export function strayBraceIn(text: string): string | undefined {
  return /[{}]+\S*/.exec(text.replace(VARIABLE, ''))?.[0];
}
