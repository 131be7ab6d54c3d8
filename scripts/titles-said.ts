/** How well the goods of a shop can be said, and which of them a merchant should correct first. */

import { judgeName, type TitleFault } from '../lambda/language/goods/judge';
import type { Product } from '../lambda/services/commerce/catalogue';

/** Speaks well: nothing but a smaller fault. */
const WELL = 0.75;

const WHY: Readonly<Record<TitleFault, string>> = {
  nameless: 'nothing of it can be said',
  'other-script': 'not in the letters of the language',
  'no-kind': 'of no kind that is known',
  shouted: 'in capitals',
  'one-word': 'one word says too little',
  code: 'holds a code or a sign',
  long: 'longer than an ear keeps',
};

export function wellSaid(product: Product): boolean {
  return judgeName(product).score >= WELL;
}

/** The worst first, at most so many; of equals what comes first in the list. Each with what is said, and why that is bad. */
export function worstTitles(goods: readonly Product[], most: number): readonly string[] {
  return goods
    .filter((product) => !wellSaid(product))
    .map((product) => ({ name: product.name, ...judgeName(product) }))
    .sort((one, other) => one.score - other.score)
    .slice(0, most)
    .map(({ name: { title, voiceTitle }, faults }) => {
      const said = voiceTitle === undefined ? '' : `, said "${voiceTitle}"`;
      return `${title}${said}: ${faults.map((fault) => WHY[fault]).join(', ')}`;
    });
}
