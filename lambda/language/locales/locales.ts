/** Loads the words of every language: a folder each, a region's folder laid over its language's. */

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { languageOf } from '../../vocabulary/locales';
import { isOwnPhrase } from '../speech/phrases';
import { isPace, type Pace, USUAL_PACE } from '../speech/seconds';
import { jsonFile } from './json-file';
import { isTodo } from './todo';

/** A file of words: nested keys down to sentences. */
export type Tree = { readonly [key: string]: string | Tree };

/** One folder of words, with what it takes from its language's folder. */
export type Folder = {
  /** The folder's name: `it`, `es-MX`. */
  readonly name: string;
  /** The language part of the name: `it`, `es`. */
  readonly language: string;
  readonly speech: Tree;
  readonly text: Tree;
  /** Nobody's language yet: what is not translated in it is told by its key. */
  readonly isDraft: boolean;
  readonly pace: Pace;
};

export type LocaleFile = { readonly file: string; readonly message: string };

export type Locales = {
  readonly folders: readonly Folder[];
  /** Files that could not be read; the languages they belong to are left out, the others work on. */
  readonly broken: readonly LocaleFile[];
};

/** The language all others are measured by. */
export const SOURCE = 'en';
/** Every language needs this group before it can say anything. */
const NEEDED = 'format';
const FOLDER = /^[a-z]{2,3}(-[A-Z]{2})?$/;
const PLURAL = /_(ordinal_)?(zero|one|two|few|many|other)$/;
/** A wording by its letter; `formal`: as it is said where the shop speaks formally; `brief`, `short`: where there is no time for all. */
const VARIANT = /^[a-z](_(formal|brief|short))?(_(zero|one|two|few|many|other))?$/;

export function isTree(node: unknown): node is Tree {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}

/** Whether this node is a set of wordings of one sentence: `a`, `b`, `c`…, each perhaps with plural forms. */
export function isWordings(node: unknown): node is Tree {
  return isTree(node) && Object.keys(node).length > 0 && Object.keys(node).every((key) => VARIANT.test(key));
}

/** The node at a dotted key. */
export function nodeAt(tree: Tree, key: string): string | Tree | undefined {
  let node: string | Tree | undefined = tree;
  for (const step of key.split('.')) {
    node = isTree(node) && Object.hasOwn(node, step) ? node[step] : undefined;
  }
  return node;
}

/** Every key that a reply may name, without plural endings and letters of wordings, that has a translated text. */
export function sentenceKeys(tree: Tree, path = ''): Set<string> {
  const keys = new Set<string>();
  for (const [name, node] of Object.entries(tree)) {
    const key = path === '' ? name : `${path}.${name}`;
    if (isWordings(node)) {
      if (Object.values(node).some(isText)) keys.add(key);
    } else if (isTree(node)) {
      for (const inner of sentenceKeys(node, key)) keys.add(inner);
    } else if (isText(node)) keys.add(key.replace(PLURAL, ''));
  }
  return keys;
}

function isText(node: string | Tree): boolean {
  return node !== '' && !isTodo(node);
}

/** A region's words over its language's; a set of wordings is replaced as a whole. */
export function overlay(base: Tree, over: Tree): Tree {
  const merged: Record<string, string | Tree> = { ...base };
  for (const [key, node] of Object.entries(over)) {
    const below = merged[key];
    merged[key] =
      isTree(node) && isTree(below) && !isWordings(below) && !isWordings(node) ? overlay(below, node) : node;
  }
  return merged;
}

const EMPTY: Tree = {};

/** Reads a file of words. Throws when it is no JSON object; a file that is not there is empty. */
function readTree(file: string): Tree {
  if (!existsSync(file)) return EMPTY;
  const tree = jsonFile(file);
  if (!isTree(tree)) throw new Error('must hold an object of keys and sentences');
  return tree;
}

/** What every language has to have a text for, as the source language has it; null: that cannot be read. */
function neededKeys({ [NEEDED]: needed }: Tree): readonly string[] | null {
  return isTree(needed) ? [...neededIn(needed)].filter((key) => !isOwnPhrase(key)) : null;
}

function canSpeak({ [NEEDED]: own }: Tree, needed: readonly string[] | null): boolean {
  if (!isTree(own) || needed === null) return false;
  const has = neededIn(own);
  return needed.every((key) => has.has(key));
}

const keys = new WeakMap<Tree, ReadonlySet<string>>();

/** Of what every language needs; looked up once in a file that does not change. */
function neededIn(needed: Tree): ReadonlySet<string> {
  const known = keys.get(needed) ?? sentenceKeys(needed, NEEDED);
  keys.set(needed, known);
  return known;
}

/** What was made of a file goes with it; a folder of the same words is the same folder. */
const made = new WeakMap<Tree, Folder>();

function folderOf(own: Folder): Folder {
  const known = made.get(own.speech);
  const { name, text, isDraft, pace } = known ?? {};
  const isSame = name === own.name && text === own.text && isDraft === own.isDraft && pace === own.pace;
  if (known && isSame) return known;
  made.set(own.speech, own);
  return own;
}

type Info = Pick<Folder, 'isDraft' | 'pace'>;
type Words = Info & { readonly speech: Tree; readonly text: Tree };

function readFolders(
  directory: string,
  { drafts, familiarIn }: Wanted,
): { words: Map<string, Words>; broken: LocaleFile[] } {
  const words = new Map<string, Words>();
  const broken: LocaleFile[] = [];
  const all = existsSync(directory) ? readdirSync(directory).filter((name) => FOLDER.test(name)) : [];
  const folders = all.sort().map((name) => ({ name, info: infoIn(directory, name) }));
  for (const { name, info } of folders.filter((one) => drafts || !one.info.isDraft)) {
    const read = (file: string): Tree => {
      try {
        return readTree(join(directory, name, file));
      } catch (error) {
        broken.push({ file: `${name}/${file}`, message: error instanceof Error ? error.message : String(error) });
        return {};
      }
    };
    const own = { speech: read('speech.json'), text: read('text.json') };
    const said = familiarIn.includes(languageOf(name)) ? familiarly(own, read('familiar.json')) : own;
    words.set(name, { ...said, ...info });
  }
  return { words, broken };
}

/** What `language.json` says, or that of a region's language; one that cannot be read is a draft's. */
function infoIn(directory: string, name: string): Info {
  const file = [name, languageOf(name)].map((one) => join(directory, one, 'language.json')).find(existsSync);
  try {
    const { status, pace } = file ? readTree(file) : EMPTY;
    return { isDraft: status === 'draft', pace: isPace(pace) ? pace : USUAL_PACE };
  } catch {
    return { isDraft: true, pace: USUAL_PACE };
  }
}

/** As it is said to whoever is addressed like a friend, where those words differ. */
function familiarly({ speech, text }: Pick<Words, 'speech' | 'text'>, familiar: Tree): Pick<Words, 'speech' | 'text'> {
  const over = (base: Tree, node: string | Tree | undefined) => (isTree(node) ? overlay(base, node) : base);
  return { speech: over(speech, familiar.speech), text: over(text, familiar.text) };
}

/** `drafts`: read as well; `familiarIn`: languages spoken with the words of `familiar.json`, where there are any. */
type Wanted = { readonly drafts: boolean; readonly familiarIn: readonly string[] };

/** Reads all folders of `directory`. Never throws for one bad file. */
export function loadLocales(directory: string, { drafts = false, familiarIn = [] }: Partial<Wanted> = {}): Locales {
  const { words, broken } = readFolders(directory, { drafts, familiarIn });
  const needed = neededKeys(words.get(SOURCE)?.speech ?? {});
  const folders = [...words].map(([name, own]): Folder => {
    const language = name.slice(0, name.indexOf('-') < 0 ? name.length : name.indexOf('-'));
    const base = language === name ? undefined : words.get(language);
    const speech = base ? overlay(base.speech, own.speech) : own.speech;
    const text = base ? overlay(base.text, own.text) : own.text;
    return folderOf({ name, language, speech, text, isDraft: own.isDraft, pace: own.pace });
  });
  return { folders: folders.filter(({ isDraft, speech }) => isDraft || canSpeak(speech, needed)), broken };
}

/** The folder that speaks a locale: its region's, else its language's; never another language's. */
export function folderFor(folders: readonly Folder[], locale: string): Folder | null {
  const language = languageOf(locale);
  return folders.find(({ name }) => name === locale) ?? folders.find(({ name }) => name === language) ?? null;
}
