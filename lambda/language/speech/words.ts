/** The sentences of one folder through i18next, cut open where values go, so that values never pass through it. */

import { createInstance } from 'i18next';
import type { Folder, Tree } from '../locales/locales';
import { isTodo } from '../locales/todo';
import type { SpeechPart } from './ssml';

/** `speech` is said; `text` is shown, and is the same sentence unless `text.json` has its own. */
export type Form = 'speech' | 'text';

export type Problem = {
  readonly kind: 'key' | 'variable' | 'locale' | 'file';
  readonly locale: string;
  /** The sentence's key, the locale asked for, or the file. */
  readonly key: string;
  /** The variable the sentence wants and the reply does not have, or the reason. */
  readonly detail?: string;
};

type Wanted = {
  readonly key: string;
  readonly form: Form;
  /** The names of the values the reply has, in the order they are filled in. */
  readonly names: readonly string[];
  readonly count?: number | undefined;
  readonly context?: string | undefined;
};

/** The place of a value: its index among the names, whether it begins a sentence, and whether that is a question. */
type Place = { readonly at: number; readonly begins: boolean; readonly asks: boolean };
/** Text, or the place of a value; or what a draft lacks. */
type Piece = string | Place | Lacking;
type Lacking = Extract<SpeechPart, { readonly kind: 'lacking' }>;

/** A sentence in pieces. null: the language has no such sentence. */
export type Template = {
  readonly pieces: readonly Piece[];
  /** Variables the sentence wants and nobody gave. */
  readonly missing: readonly string[];
} | null;

export type Templates = {
  readonly folder: Folder;
  template(wanted: Wanted): Template;
  /** Whether `speech.json` has exactly this key. */
  has(key: string): boolean;
};

// Values stand in for themselves as one private-use character each while i18next works.
const FIRST = 0xe000;
const STAND_IN = /([\uE000-\uF8FF])/;
/** The sentence ends as a question. */
const ASKS = /^[^.!…]*[?？؟]/;
const ABSENT = '\uF8FF';
/** More than all sentences of a language in all their plural forms; a bound, not a tuning knob. */
const CACHE = 8000;

function open(folder: Folder, missing: string[]) {
  const i18n = createInstance();
  void i18n.init({
    lng: folder.name,
    fallbackLng: false,
    load: 'currentOnly',
    initAsync: false,
    ns: ['speech', 'text'],
    defaultNS: 'speech',
    nsSeparator: false,
    resources: { [folder.name]: { speech: folder.speech, text: folder.text } },
    returnEmptyString: false,
    returnNull: false,
    // A group of sentences comes back as itself, instead of as a remark in English.
    returnObjects: true,
    interpolation: { escapeValue: false },
    missingInterpolationHandler: (_text, match: RegExpExecArray) => {
      missing.push((match[1] ?? '').trim());
      return '';
    },
  });
  return i18n;
}

function cut(sentence: string): readonly Piece[] {
  const pieces = sentence.split(STAND_IN);
  return pieces.flatMap((piece, at): readonly Piece[] => {
    if (piece === '') return [];
    if (!STAND_IN.test(piece)) return [piece];
    const before = pieces.slice(0, at).join('');
    const begins = before === '' || /[.!?…]\s*$/.test(before);
    return [{ at: piece.charCodeAt(0) - FIRST, begins, asks: ASKS.test(pieces.slice(at + 1).join('')) }];
  });
}

/** The dotted keys of all sentences that are not empty. */
function keysOf(tree: Tree, path = ''): readonly string[] {
  return Object.entries(tree).flatMap(([name, node]) => {
    if (typeof node !== 'string') return keysOf(node, `${path}${name}.`);
    return node === '' ? [] : [path + name];
  });
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, at) => name === other[at]);
}

type Kept = { readonly names: readonly string[]; readonly template: Template };

const opened = new WeakMap<Folder, Templates>();

/** The folder's words; every voice that speaks them shares what was found. */
export function wordsOf(folder: Folder): Templates {
  const known = opened.get(folder);
  if (known) return known;
  const words = createWords(folder);
  opened.set(folder, words);
  return words;
}

/** By the key to look for in its file. */
function lacking(key: string): Template {
  return { pieces: [{ kind: 'lacking', key }], missing: [] };
}

/** Opens one i18next over a folder's words; templates are found once and kept. */
function createWords(folder: Folder): Templates {
  const missing: string[] = [];
  const i18n = open(folder, missing);
  const plural = new Intl.PluralRules(folder.name);
  const keys = new Set(keysOf(folder.speech));
  const cache = new Map<string, Kept>();

  function find({ key, form, names, count, context }: Wanted): Template {
    missing.length = 0;
    const replace = Object.fromEntries(names.map((name, at) => [name, String.fromCharCode(FIRST + at)]));
    const sentence: unknown = i18n.t(key, {
      ns: form === 'text' ? ['text', 'speech'] : ['speech'],
      defaultValue: ABSENT,
      replace,
      ...(count === undefined ? {} : { count }),
      ...(context === undefined ? {} : { context }),
    });
    const isThere = typeof sentence === 'string' && sentence !== ABSENT;
    if (folder.isDraft && (!isThere || isTodo(sentence)))
      return lacking(keys.has(`${key}_${context}`) ? `${key}_${context}` : key);
    if (!isThere) return null;
    return { pieces: cut(sentence), missing: [...missing] };
  }

  return {
    folder,
    has: (key) => keys.has(key),
    template(wanted) {
      const { key, form, names, count, context } = wanted;
      const category = count === undefined ? '' : count === 0 ? 'zero' : plural.select(count);
      const id = `${form} ${key} ${context ?? ''} ${category}`;
      const kept = cache.get(id);
      // A sentence is nearly always said with the same values, so comparing them beats naming them in the key.
      if (kept && same(kept.names, names)) return kept.template;
      if (cache.size >= CACHE) cache.clear();
      const template = find(wanted);
      cache.set(id, { names, template });
      return template;
    },
  };
}

/** Puts values into a template; `value` gives the parts of a name and hears where it stands. */
export function fill(
  pieces: readonly Piece[],
  value: (at: number, place: Place) => readonly SpeechPart[],
): readonly SpeechPart[] {
  const parts: SpeechPart[] = [];
  for (const piece of pieces) {
    const last = parts.at(-1);
    if (typeof piece !== 'string') parts.push(...('kind' in piece ? [piece] : value(piece.at, piece)));
    // What is only shown leaves a gap in speech: "Here it is {{link}}." must not end on " .".
    else if (typeof last === 'string' && last.endsWith(' ') && /^[.,]/.test(piece))
      parts.push(`${parts.pop()}`.trimEnd(), piece);
    else parts.push(piece);
  }
  return parts;
}
