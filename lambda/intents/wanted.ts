/** The goods of a purchase that is being made, read from its open question. */

import type { HandOffRequest, Json } from '../turn';
import type { Scene } from './define';

type Wanted = { readonly productId: string; readonly quantity: number };

/** Named in the language of the people who read hand-offs; empty where nothing is being bought. */
export async function wantedNow({ memory, services }: Scene): Promise<HandOffRequest['lines']> {
  const buying = memory.questions.findLast(({ question }) => question.id.startsWith('Purchase.'));
  if (!buying) return [];
  const products = await services.shop.catalogue.products({ locale: services.merchant.agentLocale });
  const named = new Map((products.ok ? products.value : []).map(({ id, name }) => [id, name.title]));
  return linesIn(buying.question.state).map((line) => ({
    ...line,
    title: named.get(line.productId) ?? line.productId,
  }));
}

/** A proposal holds whole products, a basket their ids, and the offer of a substitute holds the basket. */
function linesIn(state: Json | undefined): readonly Wanted[] {
  if (!isRecord(state)) return [];
  if (!Array.isArray(state.lines)) return linesIn(state.basket);
  return state.lines.flatMap((line: Json) => {
    if (!isRecord(line) || typeof line.quantity !== 'number') return [];
    const productId = isRecord(line.product) ? line.product.id : line.productId;
    return typeof productId === 'string' ? [{ productId, quantity: line.quantity }] : [];
  });
}

function isRecord(value: Json | undefined): value is { readonly [key: string]: Json | undefined } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
