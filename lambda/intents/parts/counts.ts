/** How many packs of each of the goods: what was said in kilos or pieces becomes packs, and what is no count is asked about. */

import { packsOf } from '../../services/commerce/packs';
import type { WantedLine } from '../../services/commerce/purchases';
import type { Reply } from '../../vocabulary/outcome';
import type { ProductName } from '../../vocabulary/values';
import { replies } from '../kit/define';
import type { BasketLine } from './basket';

export const COUNT_SAYS = {
  comesIn: { item: 'amount' },
  countUnheard: { product: 'product' },
  countZero: { product: 'product' },
  countMinus: { product: 'product' },
  countPart: { product: 'product' },
} as const;
const say = replies('Purchase', COUNT_SAYS);

export type Counts =
  | { readonly kind: 'counted'; readonly lines: readonly WantedLine[] }
  | { readonly kind: 'uncounted'; readonly productId: string; readonly why: Reply };

/** The first of the goods whose count is not clear, else all of them in packs. */
export async function countPacks(
  lines: readonly BasketLine[],
  nameOf: (productId: string) => Promise<ProductName>,
): Promise<Counts> {
  const counted: WantedLine[] = [];
  for (const line of lines) {
    const { productId, quantity, unit, unheard } = line;
    if (isPlainCount(line)) {
      counted.push({ productId, quantity });
      continue;
    }
    const name = await nameOf(productId);
    const packs = unheard ? null : packsOf(quantity, unit, name.pack);
    if (packs === null || packs < 1) return { kind: 'uncounted', productId, why: whyNot(line, name) };
    counted.push({ productId, quantity: packs });
  }
  return { kind: 'counted', lines: counted };
}

function isPlainCount({ quantity, unit, unheard }: BasketLine): boolean {
  return !unheard && unit === undefined && Number.isInteger(quantity) && quantity > 0;
}

function whyNot({ quantity, unit, unheard }: BasketLine, name: ProductName): Reply {
  const product = { type: 'product', product: name } as const;
  if (unheard) return say('countUnheard', { product });
  if (quantity === 0) return say('countZero', { product });
  if (quantity < 0) return say('countMinus', { product });
  if (packsOf(1, unit, name.pack) === 1) return say('countPart', { product });
  return say('comesIn', { item: { type: 'amount', product: name, quantity: 1 } });
}
