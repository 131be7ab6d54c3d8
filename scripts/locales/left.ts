/** What a draft still lacks: counted by kind, the first steps, and all of it where that is asked for. */

import { checkEnoughExamples } from './check-examples';
import { areSentencesUsable, checkEnough } from './check-sentences';
import { checkTree } from './check-tree';
import { areWordsUsable } from './check-words';
import type { Folder } from './folder';
import { eachOnce, type Finding } from './lines';
import { inOrder } from './progress';
import { TEXT_FILES } from './texts';

/** As if it were complete, what shoppers meet most first; `told`: what is wrong in what is there, which is not in it. */
export function leftIn(
  folder: Folder,
  told: readonly Finding[],
  checkTexts: (folder: Folder) => readonly Finding[],
): readonly Finding[] {
  const complete: Folder = { ...folder, isDraft: false };
  const wrong = new Set(told.map(({ message }) => message));
  const isUsable = areWordsUsable(folder) && areSentencesUsable(folder);
  const few = isUsable ? [...checkEnough(complete), ...checkEnoughExamples(complete)] : [];
  const counted = new Set(few.map(({ line }) => line));
  const empty = isUsable ? checkTree(complete, 'sentences.json').empty.filter(({ line }) => !counted.has(line)) : [];
  return inOrder(eachOnce([...few, ...empty, ...checkTexts(complete).filter(({ message }) => !wrong.has(message))]));
}

/** What kind of work a finding is; the first whose test it passes. */
const KINDS: readonly (readonly [string, (file: string, message: string) => boolean])[] = [
  ['texts without words', (file, message) => isText(file) && (file !== 'words.json' || message.startsWith('prompts.'))],
  [
    'lists without words (words.json, goods.json and others)',
    (file) => file !== 'sentences.json' && file !== 'examples.yaml',
  ],
  ['things shoppers cannot say yet (sentences.json)', (file) => file === 'sentences.json'],
  ['intents without enough dialogues (examples.yaml)', () => true],
];

function isText(file: string): boolean {
  return TEXT_FILES.some((one) => one === file);
}

function nameIn({ file }: Finding): string {
  return file.split('/')[1] ?? file;
}

function countsOf(left: readonly Finding[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const one of left) {
    const [kind = ''] = KINDS.find(([, isIt]) => isIt(nameIn(one), one.message)) ?? [];
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return KINDS.flatMap(([kind]) => (counts.has(kind) ? [`${counts.get(kind)} ${kind}`] : []));
}

/** So many are told; whoever has done them asks again. */
const STEPS = 5;

export function nextSteps(language: string, left: readonly Finding[]): readonly string[] {
  if (left.length === 0) return [];
  const more = left.length - STEPS;
  const all = `npm run locales report ${language} all`;
  return [
    `  left to write: ${left.length}, which are ${countsOf(left).join(', ')}`,
    '  next, what shoppers meet most first:',
    ...left.slice(0, STEPS).map(lineOf),
    ...(more > 0
      ? [
          `  and ${more} more after these; all of them: ${all}, those of a part or a file: … report ${language} Purchase`,
        ]
      : []),
  ];
}

function lineOf({ file, line, message }: Finding): string {
  return `  ${file}:${line}: ${message}`;
}

function isOf({ message }: Finding, part: string): boolean {
  return message.startsWith(part) || message.startsWith(`no sentence of ${part}`);
}

/** `of`: a file, or the beginning of a key; empty: everything. By file, in the order in which they are worth writing. */
export function leftInLines(left: readonly Finding[], of: string): readonly string[] {
  const own = left.filter((one) => nameIn(one) === of || isOf(one, of));
  if (own.length === 0) return [of === '' ? 'nothing is left to write' : `nothing is left to write of ${of}`];
  const names = [...new Set(own.map(nameIn))];
  return names.flatMap((name) => {
    const those = own.filter((one) => nameIn(one) === name);
    return [`${name}: ${those.length}`, ...those.map(lineOf)];
  });
}
