/** Checks what shoppers say: every template is read and belongs to one intent only. */

import {
  expand,
  mustBeReadable,
  type Sentences,
  slotsIn,
  TemplateError,
} from '../../lambda/language/hearing/sentences';
import type { Words } from '../../lambda/language/hearing/words';
import type { IntentName } from '../../lambda/vocabulary/intents';
import { LINES } from '../../lambda/vocabulary/lines';
import { wrongSignIn } from './check-signs';
import { checkTree } from './check-tree';
import { BUILT_INS, INTENT_SLOTS } from './contract';
import type { Folder } from './folder';
import type { Finding } from './lines';
import { missingOf } from './missing';
import { firstsOf } from './prints';
import { soundsOf } from './sounds';
import { MEASURE } from './source';

/** The fewest templates of an intent of ours, sentences of one of Amazon's, and of those nobody here can do. */
const FEWEST = { ours: 15, amazons: 5, nobodys: 150 } as const;
/** Screens' words, which need no variety. */
const FEW_ARE_ENOUGH: readonly string[] = ['NavigateHome', 'More', 'Next', 'Previous', 'StartOver'];

/** Further goods of one order: typed hearing reads them line by line, whatever the sentences say. */
const LATER: ReadonlySet<string> = new Set(LINES.slice(1).flatMap((names) => Object.values(names)));

/** All but how they are heard. */
export function checkSentences(folder: Folder): readonly Finding[] {
  const own = folder.file('sentences.json');
  const words = folder.file('words.json')?.value as Words | undefined;
  if (!own || !words) return [folder.finding('language.json', [], 'sentences.json is missing')];
  const sentences = own.value as Sentences;
  const shape = checkShape(folder, sentences);
  if (shape.length > 0) return shape;
  return [
    ...(folder.isDraft ? [] : [...checkEnough(folder), ...unfilledIn(folder)]),
    ...checkShared(folder, sentences, words),
  ];
}

/** Whether the sentences can be read at all, so that others may be said to them. */
export function areSentencesUsable(folder: Folder): boolean {
  const own = folder.file('sentences.json');
  return own !== undefined && checkShape(folder, own.value as Sentences).length === 0;
}

function checkShape(folder: Folder, sentences: Sentences): readonly Finding[] {
  const strange = Object.entries(sentences).flatMap(([key, list]) =>
    notTexts(key, list).map((path) =>
      folder.finding(
        'sentences.json',
        path,
        `${path.join('.')} must be ${path.length > 1 ? 'a text' : 'a list of texts, like ["…"]'}`,
      ),
    ),
  );
  if (strange.length > 0) return strange;
  return [...checkIntents(folder, sentences), ...checkTemplates(folder, sentences)];
}

function lost(folder: Folder, key: string): Finding {
  const { line, message } = missingOf(folder, { file: 'sentences.json', path: [key] });
  return {
    file: `${folder.language}/sentences.json`,
    line,
    message: message.replace('is missing', 'has no sentences'),
  };
}

/** Where something else stands than a list of texts. */
function notTexts(key: string, list: unknown): readonly (readonly (string | number)[])[] {
  if (!Array.isArray(list)) return [[key]];
  return list.flatMap((text, at) => (typeof text === 'string' && text.trim() !== '' ? [] : [[key, at]]));
}

function checkIntents(folder: Folder, sentences: Sentences): readonly Finding[] {
  const measure = Object.keys((folder.file('sentences.json', MEASURE)?.value ?? {}) as Sentences);
  const known = new Set<string>([...Object.keys(INTENT_SLOTS), ...BUILT_INS, 'Fallback']);
  for (const [intent, slots] of Object.entries(INTENT_SLOTS)) {
    for (const slot of Object.keys(slots)) known.add(`${intent}.${slot}`);
  }
  return [
    ...[...new Set([...Object.keys(INTENT_SLOTS), ...BUILT_INS, 'Fallback', ...measure])]
      .filter((key) => !(key in sentences))
      .map((key) => lost(folder, key)),
    ...Object.keys(sentences)
      .filter((key) => !known.has(key))
      .map((key) => folder.finding('sentences.json', [key], `${key} is no intent that takes sentences`)),
  ];
}

function slotsOf(own: object): string {
  const names = Object.keys(own).map((name) => `{${name}}`);
  return names.length === 0 ? 'it has none' : `it has ${names.join(', ')}`;
}

function checkTemplates(folder: Folder, sentences: Sentences): readonly Finding[] {
  return eachTemplate(sentences).flatMap(({ key, at, template }) => {
    const wrong = (message: string) => [folder.finding('sentences.json', [key, at], message)];
    const own = INTENT_SLOTS[key.split('.')[0] as IntentName] ?? {};
    const stray = slotsIn(template).find((slot) => !(slot in own));
    if (stray !== undefined) return wrong(`"${template}" uses {${stray}}, which ${key} does not have; ${slotsOf(own)}`);
    const strange = wrongSignIn(template, folder.language);
    if (strange !== undefined) return wrong(`"${template}": ${strange}`);
    if (/[?!,;:"…]/.test(template)) return wrong(`"${template}" has punctuation; write it as it is heard`);
    try {
      mustBeReadable(template);
      return [];
    } catch (error) {
      if (error instanceof TemplateError) return wrong(error.message);
      throw error;
    }
  });
}

export type Template = { readonly key: string; readonly at: number; readonly template: string };

export function eachTemplate(sentences: Sentences): readonly Template[] {
  return Object.entries(sentences).flatMap(([key, templates]) =>
    templates.map((template, at) => ({ key, at, template })),
  );
}

/** Of a file of sentences that can be read. */
export function checkEnough(folder: Folder): readonly Finding[] {
  const sentences = (folder.file('sentences.json')?.value ?? {}) as Sentences;
  const few = (key: string, count: number, least: number) =>
    count >= least
      ? []
      : [folder.finding('sentences.json', [key], `${key} has ${count} ways to say it; ${least} are needed`)];
  return [
    ...Object.keys(INTENT_SLOTS).flatMap((key) => few(key, sentences[key]?.length ?? 0, FEWEST.ours)),
    ...BUILT_INS.filter((key) => !FEW_ARE_ENOUGH.includes(key)).flatMap((key) =>
      few(key, countUpTo(FEWEST.amazons, sentences[key]), FEWEST.amazons),
    ),
    ...few('Fallback', countUpTo(FEWEST.nobodys, sentences.Fallback), FEWEST.nobodys),
    ...Object.entries(INTENT_SLOTS).flatMap(([intent, slots]) => {
      const used = new Set((sentences[intent] ?? []).flatMap(slotsIn));
      const unused = Object.keys(slots).filter((slot) => !used.has(slot) && !LATER.has(slot));
      return unused.map((slot) =>
        folder.finding('sentences.json', [intent], `no sentence of ${intent} uses {${slot}}`),
      );
    }),
  ];
}

/** Bare answers, and words of screens: of these one is enough. */
function unfilledIn(folder: Folder): readonly Finding[] {
  const { empty } = checkTree(folder, 'sentences.json');
  const isFew = (key: string) => key.includes('.') || FEW_ARE_ENOUGH.includes(key);
  const file = folder.file('sentences.json');
  const few = Object.keys(Object(file?.value))
    .filter(isFew)
    .map((key) => file?.lineOf([key]));
  return empty.filter(({ line }) => few.includes(line));
}

/** How many sentences these templates stand for; of the others nobody asks once there are enough. */
function countUpTo(enough: number, templates: readonly string[] = []): number {
  return templates.reduce((count, template) => (count < enough ? count + expand(template).length : count), 0);
}

/** F9: what sounds the same belongs to one intent. Slots are compared by what they hold. */
function checkShared(folder: Folder, sentences: Sentences, { apostrophe }: Words): readonly Finding[] {
  const all = eachTemplate(sentences)
    .filter(({ key }) => !key.includes('.'))
    .map((one) => ({ ...one, ...soundsOf(one.template, INTENT_SLOTS[one.key as IntentName] ?? {}, apostrophe) }));
  const firstOf = firstsOf(all.reduce((sum, { prints }) => sum + prints.length, 0));
  return all.flatMap(({ key, at, prints, soundAt }, own) => {
    const owners = prints.map((print) => firstOf(print, own));
    const clash = owners.findIndex((owner) => owner !== own && all[owner]?.key !== key);
    if (clash < 0) return [];
    const message = `"${soundAt(clash)}" is said for ${all[owners[clash] as number]?.key} and for ${key}`;
    return [folder.finding('sentences.json', [key, at], message)];
  });
}
