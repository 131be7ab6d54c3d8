/** Checks what stands for several phrases, `(a|b)` and `[optional]`, in the lists that take it: each can be read. */

import { type Node, parse, TemplateError } from '../../lambda/language/hearing/sentences';
import { isTree, type Tree } from '../../lambda/language/locales/locales';
import type { Folder } from './folder';
import type { Finding, Path } from './lines';
import { leavesIn } from './texts';

/** The lists of `words.json` that hearing reads so; in all others it finds the words as they are written. */
const READ = [
  /^consent\.(?!signs)/,
  /^negation\.(?!verbs)/,
  /^wonders\./,
  /^(?:hedges|corrections|before|after)\./,
  /^order\.(?:or|variants)\./,
  /^others\.abodes\./,
];
const SIGNS = /[()[\]|]/;
const PARTS = ['signs', 'harmless', 'alarms', 'apart'] as const;

export function checkTemplates(folder: Folder): readonly Finding[] {
  return [...inWords(folder), ...inEmergencies(folder)];
}

function inWords(folder: Folder): readonly Finding[] {
  const file = 'words.json';
  return leavesIn(folder.file(file)?.value).flatMap(({ path, text }) => {
    const name = path.join('.');
    if (!SIGNS.test(text) || name.startsWith('prompts.')) return [];
    const wrong = READ.some((one) => one.test(name))
      ? unreadable(text.replaceAll('{{invocation}}', 'x'))
      : `"${text}" has signs of a choice, which ${path.slice(0, -1).join('.')} does not read; write each way by itself`;
    return wrong === null ? [] : [folder.finding(file, path, wrong)];
  });
}

/** What a part may name in braces are the file's own lists, none of which holds itself. */
function inEmergencies(folder: Folder): readonly Finding[] {
  const file = 'emergencies.json';
  const own = folder.file(file)?.value;
  if (!isTree(own)) return [];
  const lists: Tree = isTree(own.lists) ? own.lists : {};
  const all = [...PARTS.map((part) => [part, own[part]] as const), ['lists', lists] as const];
  return all.flatMap(([part, value]) =>
    leavesIn(value, [part]).flatMap(({ path, text }) => {
      const wrong = unreadable(text) ?? unlisted(text, lists);
      return wrong === null ? [] : [folder.finding(file, path, wrong)];
    }),
  );
}

function unreadable(text: string): string | null {
  try {
    parse(text);
    return null;
  } catch (error) {
    if (error instanceof TemplateError) return error.message;
    throw error;
  }
}

function unlisted(text: string, lists: Tree): string | null {
  const names = namedIn(parse(text));
  const lost = names.find((name) => !Object.hasOwn(lists, name));
  if (lost !== undefined) return `"${text}" uses {${lost}}, which names no list under "lists"`;
  const round = names.find((name) => holdsItself(name, lists, []));
  return round === undefined ? null : `"${text}" uses {${round}}, a list that holds itself`;
}

function holdsItself(name: string, lists: Tree, within: Path): boolean {
  if (within.includes(name)) return true;
  const texts = leavesIn(lists[name]).map(({ text }) => text);
  return texts.some(
    (text) =>
      unreadable(text) === null && namedIn(parse(text)).some((one) => holdsItself(one, lists, [...within, name])),
  );
}

function namedIn(nodes: readonly Node[]): readonly string[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'slot') return [node.name];
    return node.kind === 'choice' ? node.branches.flatMap(namedIn) : [];
  });
}
