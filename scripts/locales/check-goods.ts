/** Checks what a language knows of goods: every list there, every kind named, nothing empty, no kind that nobody knows. */

import { GOODS_FILE, GOODS_WORDS } from '../../lambda/language/goods/goods-words';
import { isKind } from '../../lambda/vocabulary/kinds';
import { checkTree } from './check-tree';
import { unreadIn } from './check-unread';
import type { Folder } from './folder';
import type { Finding } from './lines';

/** Kinds by which people are spoken to where a title names no more than a shared word. */
const BY_KIND = ['also', 'shelves', 'plain'] as const;

export function checkGoods(folder: Folder): readonly Finding[] {
  const own = folder.file(GOODS_FILE);
  if (!own) return [folder.finding('language.json', [], `${GOODS_FILE} is missing`)];
  const { shape, empty: none } = checkTree(folder, GOODS_FILE);
  const unread = shape.length > 0 ? shape : unreadIn(folder, GOODS_FILE);
  const { data: words } = GOODS_WORDS.safeParse(own.value);
  if (unread.length > 0 || !words) return unread;
  const strange = BY_KIND.flatMap((list) => Object.keys(words[list]).map((kind) => [list, kind] as const));
  return [
    ...strange
      .filter(([, kind]) => !isKind(kind))
      .map((path) => folder.finding(GOODS_FILE, path, `there is no kind "${path[1]}"`)),
    ...(folder.isDraft ? [] : none),
  ];
}
