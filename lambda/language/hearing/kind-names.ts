/** Goods of a shop that writes another language, called by what the shopper's language calls everything of their kind. */

import type { Nameable } from './nameable';

/** `language`: what its name and words are in. */
export type Kindred = Nameable & { readonly kind: string; readonly language: string };

/** Gives back the very product where the shop writes the language, or the language has no name for the kind. */
export type CallByKind = <P extends Kindred>(product: P) => P;

/** `kinds`: of the `goods.json` of this language. */
export function callByKind(language: string, kinds: Readonly<Record<string, readonly string[]>>): CallByKind {
  return (product) => {
    const isForeign = product.language !== language;
    const names = isForeign && Object.hasOwn(kinds, product.kind) ? (kinds[product.kind] ?? []) : [];
    return names.length === 0 ? product : { ...product, words: [...new Set([...names, ...product.words])] };
  };
}
