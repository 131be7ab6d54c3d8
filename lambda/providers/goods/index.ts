/**
 * A shop's goods in a file of FTS5 beside each program, whatever store the house has: a sentence looks up dozens of words at
 * once, which a database elsewhere would answer one round trip after the other; and it is there when that is down.
 */

import type { GoodsIndex, GoodsWriting, IndexedGoods } from '../../services/commerce/goods-index';
import type { Instant } from '../../vocabulary/values';
import { builtGoodsFile, goodsFile } from './file';
import { readingOf } from './reading';
import { tablesOf } from './tables';
import { rowsOf } from './writing';
import { writingsOf } from './writings';

type Options = {
  /** null: in memory. */
  readonly file: string | null;
  /** It was built to be brought along: it is read and never written. */
  readonly isFixed?: boolean;
  /** It is built to be brought along: in the end it is one file with nothing beside it, fit to be read where nothing can be written. */
  readonly isBuilding?: boolean;
  readonly now: () => Instant;
  /** What is left of a word when letters are missed. */
  readonly restsOf: (word: string) => readonly string[];
};

/** Throws what the file system says where the file can neither be opened nor made anew. */
export function openGoodsIndex({ file, now, restsOf, isFixed = false, isBuilding = false }: Options): GoodsIndex {
  const db = file !== null && isFixed ? builtGoodsFile(file) : goodsFile(file);
  const writings = writingsOf(db, now);
  const open = new Map<string, { readonly number: number; readonly goods: IndexedGoods }>();
  const inOne = <T>(work: () => T): T => db.transaction(work).immediate() as T;

  function writingOf(edition: string, number: number): GoodsWriting {
    const rows = rowsOf(db, tablesOf(number), restsOf);
    return {
      add: (goods) =>
        inOne(() => {
          rows.add(goods);
          writings.goOn(number);
        }),
      done: () => inOne(() => writings.done(edition, { number, ...rows.counted() })),
      drop: () => inOne(() => writings.drop([number])),
    };
  }

  return {
    isFixed,
    read(edition) {
      const row = writings.latest(edition);
      if (!row) return null;
      const before = open.get(edition);
      if (before?.number === row.number) return before.goods;
      const goods = readingOf(db, tablesOf(row.number), row);
      open.set(edition, { number: row.number, goods });
      return goods;
    },
    write(edition) {
      const number = isFixed ? null : inOne(() => writings.begin(edition));
      return number === null ? null : writingOf(edition, number);
    },
    close() {
      open.clear();
      if (!db.open) return;
      if (isBuilding) db.pragma('journal_mode = DELETE');
      db.close();
    },
  };
}
