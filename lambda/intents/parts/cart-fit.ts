/** What of a cart can be ordered now and what that costs; what cannot is named, never dropped in silence. */

import type { ShopError } from '../../services/commerce/call';
import type { CartLine } from '../../services/commerce/cart';
import type { Proposal } from '../../services/commerce/purchases';
import type { Reply } from '../../vocabulary/outcome';
import { type Acted, done, type ShopperScene } from '../kit/define';
import { numberOf, productOf, say, wantedOf } from './cart-words';
import { refusal } from './purchase-refused';

export type Fitted =
  | {
      readonly kind: 'fits';
      readonly lines: readonly CartLine[];
      readonly said: readonly Reply[];
      readonly quote: Proposal;
    }
  /** Nothing of it can be ordered. */
  | { readonly kind: 'not'; readonly acted: Acted };

/** Quoted, which nobody notices; each refusal of one of the goods leaves fewer to ask for. */
export async function fitCart(all: readonly CartLine[], scene: ShopperScene): Promise<Fitted> {
  const gone = all.filter(({ availability }) => availability.state === 'sold-out');
  let lines = all.filter((line) => !gone.includes(line));
  const said = gone.map(({ product }) => say('soldOut', { product: productOf(product.name) }));
  while (lines.length > 0) {
    const quote = await scene.services.ordering.propose({ lines: wantedOf(lines), fromCart: true }, scene.call);
    if (quote.ok) return { kind: 'fits', lines, said, quote: quote.value };
    const fewer = without(quote.error, lines);
    if (!fewer) return { kind: 'not', acted: await refused(quote.error, lines, scene) };
    lines = [...fewer.lines];
    said.push(fewer.why);
  }
  return { kind: 'not', acted: done(...said, say('nothingLeft')) };
}

async function refused(error: ShopError, lines: readonly CartLine[], scene: ShopperScene): Promise<Acted> {
  const why = await refusal(error, { lines: wantedOf(lines) }, scene);
  if (why.kind === 'over') return why.acted;
  return why.kind === 'rest' ? done(...why.before) : done(why.why);
}

type Fewer = { readonly lines: readonly CartLine[]; readonly why: Reply };

/** null: that was not about one of the goods. */
function without(error: ShopError, lines: readonly CartLine[]): Fewer | null {
  if (error.kind !== 'sold-out' && error.kind !== 'too-many') return null;
  const line = lines.find(({ product }) => product.id === error.productId);
  const max = error.kind === 'too-many' ? error.max : 0;
  if (!line || max >= line.quantity) return null;
  const product = productOf(line.product.name);
  const left = lines.flatMap((one) => (one !== line ? [one] : max < 1 ? [] : [{ ...one, quantity: max }]));
  return { lines: left, why: max < 1 ? say('soldOut', { product }) : say('atMost', { product, count: numberOf(max) }) };
}
