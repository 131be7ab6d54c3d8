/** The goods of a purchase that is being made, read from its open question. */

import type { HandOffRequest } from '../../vocabulary/outcome';
import type { Json } from '../../vocabulary/values';
import type { Scene } from '../kit/define';

type Lines = HandOffRequest['lines'];

/** By their ids only; empty where nothing is being bought. */
export function wantedNow({ memory }: Scene): Lines {
  const buying = memory.questions.findLast(({ question }) => question.id.startsWith('Purchase.'));
  return linesIn(buying?.question.state);
}

/** The same goods with their titles in the language of the people who read hand-offs. */
export async function titled(lines: Lines, { services }: Scene): Promise<Lines> {
  const products = await services.shop.catalogue.products({ locale: services.merchant.agentLocale });
  const titles = new Map((products.ok ? products.value : []).map(({ id, name }) => [id, name.title]));
  return lines.map((line) => ({ ...line, title: titles.get(line.productId) ?? line.title }));
}

/** A proposal holds whole products, a basket their ids, and the offer of a substitute holds the basket. */
function linesIn(state: Json | undefined): Lines {
  if (!isRecord(state)) return [];
  if (!Array.isArray(state.lines)) return linesIn(state.basket);
  return state.lines.flatMap((line: Json) => {
    if (!isRecord(line) || typeof line.quantity !== 'number') return [];
    const productId = isRecord(line.product) ? line.product.id : line.productId;
    // How many may still be asked, since none cannot be ordered: who talks of goods wants one at least.
    const quantity = Math.max(1, line.quantity);
    return typeof productId === 'string' ? [{ productId, title: productId, quantity }] : [];
  });
}

function isRecord(value: Json | undefined): value is { readonly [key: string]: Json | undefined } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
