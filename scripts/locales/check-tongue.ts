/** Checks that no text is in another language than its folder's: a sentence pasted under the wrong one. */

import { languageFolders } from '../../lambda/language/locales/lists';
import { isTree, type Tree } from '../../lambda/language/locales/locales';
import { isTodo } from '../../lambda/language/locales/todo';
import type { Folder } from './folder';
import type { Finding } from './lines';
import { localesOf, MEASURE } from './source';
import { leavesOf } from './texts';
import { clausesOf, isTheirs, type TongueText, tongueWords, wordsIn } from './tongue-words';

const FILES = ['speech.json', 'text.json', 'familiar.json', 'pages.json'] as const;
/** Countries and currencies have much the same names everywhere. */
const NAMES = /^format\.(?:country|currency)_/;
const FORMS = /(?:_(?:formal|brief|short))?(?:_(?:zero|one|two|few|many|other))?$/;

type Text = TongueText & { readonly file: (typeof FILES)[number]; readonly path: readonly string[] };

export function checkTongue(folder: Folder): readonly Finding[] {
  const texts = textsIn(folder, folder.language);
  const own = tongueWords(texts);
  const others = othersIn(folder).map((language) => ({ language, words: tongueWords(textsIn(folder, language)) }));
  const named = namesIn(folder);
  return texts.flatMap(({ file, path, text, reply }) => {
    const judged = { own, reply, isDraft: folder.isDraft };
    const names = named.get(`${file} ${reply}`);
    for (const clause of clausesOf(text)) {
      const words = wordsIn(clause).filter((word) => !names?.has(word));
      const found = others.find((other) => isTheirs(words, other.words, judged));
      if (found) return [folder.finding(file, path, told(path, clause, found.language))];
    }
    return [];
  });
}

function told(path: readonly string[], clause: string, language: string): string {
  return `${path.join('.')} sounds like "${language}": ${JSON.stringify(clause.trim())}`;
}

function textsIn(folder: Folder, language: string): readonly Text[] {
  return FILES.flatMap((file) =>
    leavesOf(treeIn(folder, file, language))
      .filter(({ path, text }) => !isTodo(text) && !NAMES.test(path.join('.')))
      .map(({ path, text }) => ({ file, path, text, reply: replyOf(file, path) })),
  );
}

function treeIn(folder: Folder, file: string, language: string): Tree {
  const value = folder.file(file, language)?.value;
  return isTree(value) ? value : {};
}

/** The same sentence said as to a friend, or shown, is no other reply. */
function replyOf(file: string, path: readonly string[]): string {
  const key = file === 'familiar.json' ? path.slice(1) : path;
  return key.join('.').replace(FORMS, '');
}

/** Complete languages but its own: what a draft says is not sure yet. */
function othersIn(folder: Folder): readonly string[] {
  const isComplete = (language: string) => treeIn(folder, 'language.json', language).status === 'complete';
  return languageFolders(localesOf(folder.place)).filter((one) => one !== folder.language && isComplete(one));
}

/** Words with a capital within a text of the measure: names, which other languages keep. */
function namesIn(folder: Folder): ReadonlyMap<string, ReadonlySet<string>> {
  if (folder.language === MEASURE) return new Map();
  return new Map(
    textsIn(folder, MEASURE).map(({ file, reply, text }) => [
      `${file} ${reply}`,
      new Set(
        wordsIn(text)
          .slice(1)
          .filter((word) => /^\p{Lu}/u.test(word)),
      ),
    ]),
  );
}
