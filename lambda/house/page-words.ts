/** The words of the pages, in the languages the house speaks now; drafts only where it was opened with them. */

import { createPageWords } from '../language/locales/pages';
import type { Earshot } from './earshot';
import type { ShopFile } from './shop-file';

export type PageWordsNeeds = { readonly shop: Pick<ShopFile, 'name' | 'familiarIn'>; readonly locales: string };

export function pageWordsOf({ voice }: Pick<Earshot, 'voice'>, { shop, locales }: PageWordsNeeds) {
  return createPageWords({
    directory: locales,
    shopName: shop.name,
    languages: () => voice.languages,
    drafts: () => voice.drafts,
    familiarIn: shop.familiarIn,
  });
}
