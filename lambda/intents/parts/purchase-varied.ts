/** The same goods in another size, colour or pack, where they are being bought: what there is takes their place, and what there is not is said. */

import type { Product } from '../../services/commerce/catalogue';
import type { Slots } from '../../vocabulary/heard';
import type { Reply } from '../../vocabulary/outcome';
import type { ShopperScene } from '../kit/define';
import { soldOf } from '../kit/goods';
import { type Amended, goods, keptLine } from './amend-lines';
import type { Basket, BasketLine } from './basket';
import { say } from './purchase-words';
import { isLike, type SizeOf, type VariantWish, variantIn, wishedAmong } from './variants';

/** `reply`: it stays as it is, since it is so already, or since nothing sold here is like that. */
type Varied = Amended | { readonly reply: readonly Reply[] };

const NONE_LIKE = {
  bigger: 'noBigger',
  smaller: 'noSmaller',
  size: 'noSuchSize',
  content: 'noSuchSize',
  colour: 'noSuchColour',
} as const;

/** null: nothing of the kind was said. */
export async function variedBy(slots: Slots, basket: Basket, scene: ShopperScene): Promise<Varied | null> {
  const wish = variantIn(slots);
  if (!wish) return null;
  const found = await Promise.all(basket.lines.map((line) => inPlaceOf(line, wish, scene)));
  const [one, ...more] = found.filter(({ others }) => others.length > 0);
  if (more.length > 0) return { kind: 'unclear' };
  if (!one) return { reply: found.some(({ isSo }) => isSo) ? [] : [say(NONE_LIKE[wish.by])] };
  const count = slots.quantity ?? (wish.by === 'content' ? { said: '', ids: [], number: 1 } : countOf(one.line));
  const other = { product: { said: '', ids: one.others.map(({ id }) => id) }, quantity: count };
  return goods(
    basket.lines.map((line) => (line === one.line ? other : keptLine(line))),
    basket,
  );
}

/** Whether what is being bought is as these slots say; false: they say nothing of the kind. */
export async function isSoAlready(slots: Slots, lines: readonly Pick<BasketLine, 'productId'>[], scene: ShopperScene) {
  const wish = variantIn(slots);
  const ids = lines.map(({ productId }) => productId);
  return wish !== null && (await soldOf(ids, scene)).some((one) => isLike(wish, one, sizesIn(scene)));
}

function countOf({ quantity }: BasketLine) {
  return { said: '', ids: [], number: quantity };
}

function sizesIn({ services, call }: ShopperScene): SizeOf {
  return (product: Product) => services.goods.sizeOf(product, call);
}

async function inPlaceOf(line: BasketLine, wish: VariantWish, scene: ShopperScene) {
  const [now] = await soldOf([line.productId], scene);
  const alike = now ? await scene.services.goods.ofKind(now.kind, scene.call) : null;
  const others = now && alike?.ok ? alike.value.filter(({ id }) => id !== now.id) : [];
  const isSo = now !== undefined && isLike(wish, now, sizesIn(scene));
  return { line, isSo, others: now && !isSo ? wishedAmong(wish, { now, others }, sizesIn(scene)) : [] };
}
