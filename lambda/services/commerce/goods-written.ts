/** Writes an index of all goods, page by page and a slice at a time, so that nobody who is served meanwhile waits. */

import type { Instant } from '../../vocabulary/values';
import { callWithin } from './call';
import type { Catalogue, Product } from './catalogue';
import { type GoodsNaming, type GoodsWriting, type IndexedGood, kindKey, traitKey } from './goods-index';

type Source = {
  readonly source: Pick<Catalogue, 'page'>;
  readonly naming: GoodsNaming;
  readonly now: () => Instant;
};

/** Milliseconds for a page: nobody waits for it. */
const PAGE_WITHIN_MS = 60_000;
/** Goods taken in before whoever waits is let through. */
const SLICE = 100;

/** false: the shop could not be asked, or nothing can be written now; what was there before stays. */
export async function writeGoods(needs: Source, locale: string, begin: () => GoodsWriting | null): Promise<boolean> {
  let writing: GoodsWriting | null = null;
  try {
    let after: string | null = null;
    do {
      const page = await needs.source.page(after, callWithin(PAGE_WITHIN_MS, { locale, now: needs.now }));
      if (!page.ok) return false;
      // Only what can be asked is written.
      writing ??= begin();
      if (!writing) return false;
      await add(writing, page.value.goods, { ...needs, locale });
      after = page.value.next;
    } while (after !== null);
    writing.done();
    writing = null;
    return true;
  } catch {
    // A disk that is full, or a file that is gone: the next one tries again.
    return false;
  } finally {
    dropped(writing);
  }
}

async function add(
  writing: GoodsWriting,
  goods: readonly Product[],
  { naming, locale }: Pick<Source, 'naming'> & { readonly locale: string },
): Promise<void> {
  for (let from = 0; from < goods.length; from += SLICE) {
    writing.add(goods.slice(from, from + SLICE).map((product) => indexed(product, naming, locale)));
    if (from + SLICE < goods.length) await new Promise((resolve) => setImmediate(resolve));
  }
}

export function indexed(product: Product, naming: GoodsNaming, locale: string): IndexedGood {
  const { keys, spelled } = naming.keysOf(product, locale);
  return {
    id: product.id,
    keys: [...keys, kindKey(product.kind), ...(product.traits ?? []).map(traitKey)],
    spelled,
    packedIn: product.name.pack?.kind,
    json: JSON.stringify(product),
  };
}

function dropped(writing: GoodsWriting | null): void {
  try {
    writing?.drop();
  } catch {
    // It is swept away by whoever writes next.
  }
}
