/** Checks what a language knows of goods: every list there, every kind named, nothing empty, no kind that nobody knows. */

import { GOODS_FILE, GOODS_WORDS } from '../../lambda/language/goods/goods-words';
import { isKind, KINDS } from '../../lambda/vocabulary/kinds';
import type { Folder } from './folder';
import type { Finding } from './lines';
import { emptyOf } from './missing';

/** Kinds by which people are spoken to where a title names no more than a shared word. */
const BY_KIND = ['also', 'shelves', 'plain'] as const;

export function checkGoods(folder: Folder): readonly Finding[] {
  const own = folder.file(GOODS_FILE);
  if (!own) return [folder.finding('language.json', [], `${GOODS_FILE} is missing`)];
  const { data: words, error } = GOODS_WORDS.safeParse(own.value);
  if (!words)
    return (error?.issues ?? []).map(({ path, code }) => {
      const where = path.filter((step) => typeof step !== 'symbol');
      return folder.finding(
        GOODS_FILE,
        where,
        `${where.join('.') || 'a list'} is ${code === 'unrecognized_keys' ? 'not known' : 'missing, or not as it has to be'}`,
      );
    });
  const empty = (path: readonly string[], texts: readonly string[]) =>
    texts.every((text) => text.trim() !== '')
      ? []
      : [folder.finding(GOODS_FILE, path, `${path.join('.')} has an empty word`)];
  return [
    ...BY_KIND.flatMap((list) =>
      Object.entries(words[list]).flatMap(([kind, texts]) => [
        ...empty([list, kind], texts),
        ...(isKind(kind) ? [] : [folder.finding(GOODS_FILE, [list, kind], `there is no kind "${kind}"`)]),
      ]),
    ),
    ...KINDS.flatMap((kind) => [
      ...empty(['kinds', kind], words.kinds[kind] ?? []),
      ...(folder.isDraft || (words.kinds[kind] ?? []).length > 0
        ? []
        : [emptyOf(folder, { file: GOODS_FILE, path: ['kinds', kind] })]),
    ]),
  ];
}
