/** The goods of the shop as everybody here asks for them: found in the index, and at the shop itself while there is none. */

import * as z from 'zod/mini';
import { readAs, shapeOf } from '../shape';
import { type Call, ok, type Result, refused } from './call';
import type { Catalogue, Product, SlotOfGoods, Trait } from './catalogue';
import { type IndexedGoods, kindKey, traitKey } from './goods-index';
import { type GoodsKept, type KeepingNeeds, keepGoods } from './goods-kept';

export type Goods = GoodsKept & {
  /** Those a slot means: by its ids where they are sold, by its words otherwise; the first so many. */
  meant(slot: SlotOfGoods, call: Call): Promise<Result<readonly Product[]>>;
  /** Where nothing is meant: what comes near to it. Nothing while there is no index. */
  near(slot: SlotOfGoods, call: Call): Promise<Result<readonly Product[]>>;
  /** In the order of the ids; what is not sold is left out. */
  byIds(ids: readonly string[], call: Call): Promise<Result<readonly Product[]>>;
  /** What may stand in for each other, in the shop's own order, the first so many. */
  ofKind(kind: string, call: Call): Promise<Result<readonly Product[]>>;
  /** The size one comes in: the shop's own word, or what its title tells, in figures. undefined: it says none. */
  sizeOf(product: Product, call: Call): string | undefined;
  withTrait(trait: Trait, call: Call): Promise<Result<readonly Product[]>>;
  /** Some of all that is sold. */
  some(call: Call): Promise<Result<readonly Product[]>>;
};

type Needs = KeepingNeeds & {
  /** What is asked while there is no index: it keeps to the time of a turn. */
  readonly catalogue: Pick<Catalogue, 'find' | 'byIds'>;
};

type Products = Promise<Result<readonly Product[]>>;

/** So many of what is alike are looked at. */
const MOST_ALIKE = 100;
const MOST_SOME = 60;

export function createGoods(needs: Needs): Goods {
  const { catalogue, naming } = needs;
  const kept = keepGoods(needs);

  async function looked(call: Call, look: (all: IndexedGoods) => readonly string[], live: () => Products): Products {
    const all = await kept.index(call);
    return all ? ok(all.jsonOf(look(all)).flatMap(productIn), all.writtenAt) : live();
  }

  const byIds = (ids: readonly string[], call: Call) =>
    looked(
      call,
      () => ids,
      () => catalogue.byIds(ids, call),
    );
  return {
    ...kept,
    byIds,
    async meant({ said, ids }, call) {
      const known = ids.length > 0 ? await byIds(ids, call) : null;
      if (known && !(known.ok && known.value.length === 0)) return known;
      const live = () => catalogue.find(said, call);
      const found = await looked(call, (all) => naming.find(said, call.locale, all), live);
      return needs.store.isFixed && found.ok && found.value.length === 0 ? live() : found;
    },
    near: ({ said }, call) => looked(call, (all) => naming.near(said, call.locale, all), unknown),
    ofKind: (kind, call) => looked(call, (all) => all.having([kindKey(kind)], MOST_ALIKE), unknown),
    sizeOf: (product, { locale }) =>
      product.name.options?.find(({ role }) => role === 'size')?.value ?? naming.sizeOf(product, locale),
    withTrait: (trait, call) => looked(call, (all) => all.having([traitKey(trait)], MOST_ALIKE), unknown),
    some: (call) => looked(call, (all) => all.having([], MOST_SOME), unknown),
  };
}

async function unknown(): Products {
  return refused({ kind: 'unavailable' });
}

const PRODUCT = z.object({
  ...{ id: z.string(), kind: z.string(), words: z.array(z.string()) },
  name: z.object({ title: z.string(), voiceTitle: z.optional(z.string()) }),
  traits: z.optional(z.array(z.string())),
  language: z.string(),
});
const isProduct = shapeOf<Product>(PRODUCT);

/** Nothing, where an older program has written it otherwise. */
function productIn(json: string): readonly Product[] {
  const product = readAs(json, isProduct);
  return product ? [product] : [];
}
