/** What to suggest, and why: from what the shop's own sales say and what the shopper asked for; never for money. */

import type { Money } from '../../vocabulary/values';
import type { Call, Result } from './call';
import type { Offer, Product, Trait } from './catalogue';

/** What a shop may know of its own sales. A shop without it suggests by what was bought and asked for alone. */
export type ShopAdvice = {
  /** What others buy with it, most often first. Nobody pays for a place in it. */
  goesWith(productId: string, call: Call): Promise<Result<readonly Product[]>>;
  /** What is bought most, first. Nobody pays for a place in it. */
  favourites(call: Call): Promise<Result<readonly Product[]>>;
};

/** Why something is suggested; each names what was looked at. */
export type Because =
  /** Others buy it with this one, which the shopper has bought or named. */
  | { readonly kind: 'together'; readonly productId: string }
  /** It is of the kind of this one, which the shopper has bought. */
  | { readonly kind: 'bought'; readonly productId: string }
  /** The shop sells more of it than of others. */
  | { readonly kind: 'favourite' }
  /** It is what was asked for, in the shopper's words. */
  | { readonly kind: 'asked'; readonly said: string }
  /** It is as was asked for. */
  | { readonly kind: 'trait'; readonly trait: Trait }
  | { readonly kind: 'price'; readonly most: Money };

export type Suggestion = { readonly product: Product; readonly price: Money; readonly because: Because };

/** By ear nobody compares more. */
export const MOST_SUGGESTED = 3;

export type Limits = {
  readonly traits: readonly Trait[];
  /** No dearer than this. */
  readonly most: Money | null;
  readonly isCheapFirst: boolean;
};

/** A product that may be suggested, and why. */
export type Candidate = { readonly product: Product; readonly because: Because };

/** Those that can be had and keep to the limits, each once, the first reason counting. */
export function suggestable(
  candidates: readonly Candidate[],
  offers: readonly Offer[],
  { traits, most, isCheapFirst }: Limits,
): readonly Suggestion[] {
  const byId = new Map(offers.map((offer) => [offer.product.id, offer]));
  const seen = new Set<string>();
  const found = candidates.flatMap(({ product, because }): readonly Suggestion[] => {
    const offer = byId.get(product.id);
    if (offer?.availability.state !== 'available' || seen.has(product.id)) return [];
    if (!traits.every((trait) => product.traits?.includes(trait))) return [];
    if (most && (offer.price.currency !== most.currency || offer.price.minor > most.minor)) return [];
    seen.add(product.id);
    return [{ product, price: offer.price, because }];
  });
  const sorted = isCheapFirst ? [...found].sort((a, b) => a.price.minor - b.price.minor) : found;
  return sorted.slice(0, MOST_SUGGESTED);
}
