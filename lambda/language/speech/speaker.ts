/** What every formatter of a value gets: the language's words, Intl's formatters, and the names of this outcome's goods. */

import type { ProductName } from '../../vocabulary/values';
import type { Formats } from './intl';
import type { PhraseName } from './phrases';
import type { SpeechPart } from './ssml';
import { type Form, fill, type Problem, type Templates } from './words';

export type Speaker = {
  readonly words: Templates;
  readonly formats: Formats;
  readonly names: SpokenNames;
  /** What went wrong in the reply being worded; its presence makes `say` use the safe sentence. */
  readonly problems: Problem[];
  /** The contexts in which sentences are said, where they have one of their own for it: the first that has. */
  readonly manners: readonly SayingManner[];
  /** Even the fewest words take too long: no size of a pack is told, and of many goods a few by name. */
  readonly isBare?: true;
  /** What is worded now stands in a question. */
  readonly isAsked?: true;
};

/** `brief`: the whole would take too long to hear; `short`: even the brief words would. */
export type SayingManner = 'short' | 'brief' | 'formal';

/** What the goods of one outcome are called, so that no two sound the same. */
export type SpokenNames = {
  /** `sized`: the sentence states the pack itself, so the name need not. */
  spoken(product: ProductName, sized: boolean): string;
  shown(product: ProductName): string;
};

type Phrase = {
  readonly form?: Form;
  readonly count?: number;
  readonly context?: string;
  readonly with?: Readonly<Record<string, readonly SpeechPart[] | string>>;
};

/** One of the language's own phrases, `format.<key>`, with its values filled in. */
export function phrase(speaker: Speaker, key: PhraseName, how: Phrase = {}): readonly SpeechPart[] {
  const { words, problems } = speaker;
  const full = `format.${key}`;
  const { form = 'speech', count, context = form === 'speech' ? mannerOf(speaker, full) : undefined } = how;
  const { with: values = {} } = how;
  const names = Object.keys(values);
  const template = words.template({ key: full, form, names, count, context });
  const locale = words.folder.name;
  if (template === null) {
    problems.push({ kind: 'key', locale, key: context === undefined ? full : `${full}_${context}` });
    return [];
  }
  for (const detail of template.missing) problems.push({ kind: 'variable', locale, key: full, detail });
  return fill(template.pieces, (at) => {
    const value = values[names[at] ?? ''] ?? [];
    return typeof value === 'string' ? [value] : value;
  });
}

/** A phrase that can hold nothing but text; what a draft lacks is its key, so that nothing goes unnoticed inside another. */
export function phraseText(speaker: Speaker, key: PhraseName, how: Phrase = {}): string {
  return phrase(speaker, key, how)
    .flatMap((part) => (typeof part === 'string' ? [part] : part.kind === 'lacking' ? [`[${part.key}]`] : []))
    .join('');
}

/** Whether the language has `format.<key>` for this context. */
export function hasPhrase({ words }: Speaker, key: PhraseName, context: string): boolean {
  return words.has(`format.${key}_${context}`);
}

/** The context a sentence without one is said in; undefined: it has none of its own for any of them. */
export function mannerOf({ words, manners }: Speaker, key: string): SayingManner | undefined {
  return manners.find((manner) => words.has(`${key}_${manner}`) || words.has(`${key}_${manner}_other`));
}
