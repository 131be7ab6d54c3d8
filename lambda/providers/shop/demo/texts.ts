/** The catalogue as the port wants it, made once per language. */

import type { Product } from '../../../services/commerce/catalogue';
import { languageOf } from '../../../vocabulary/locales';
import { GOODS } from './goods/all-goods';
import type { Good, ShopLanguage } from './goods/good';
import { TRAITS_OF } from './goods/traits';

export type Texts = {
  readonly name: string;
  readonly list: readonly Product[];
  readonly byId: ReadonlyMap<string, Product>;
};

function traitsOf({ id }: Good): Pick<Product, 'traits'> {
  const traits = TRAITS_OF[id];
  return traits ? { traits } : {};
}

function productOf(good: Good, language: ShopLanguage, isAmerican: boolean): Product {
  const voiceTitle = (isAmerican ? good.voice.american : undefined) ?? good.voice[language];
  const name = { title: good.title[language], voiceTitle, pack: good.pack };
  return { id: good.id, name, words: good.words[language], language, kind: good.kind, ...traitsOf(good) };
}

function textsOf(language: ShopLanguage, isAmerican = false): Texts {
  const list = GOODS.map((good) => productOf(good, language, isAmerican));
  return {
    name: isAmerican ? 'american' : language,
    list,
    byId: new Map(list.map((product) => [product.id, product])),
  };
}

const ENGLISH = textsOf('en');
const AMERICAN = textsOf('en', true);
const ITALIAN = textsOf('it');

/** A language the shop does not write gets its English. */
export function textsIn(locale: string): Texts {
  if (locale === 'en-US') return AMERICAN;
  return locale === 'it' || locale.startsWith('it-') ? ITALIAN : ENGLISH;
}

/** A product that was taken out of the catalogue since it was bought goes by its id. */
export function productIn(locale: string, id: string): Product {
  return textsIn(locale).byId.get(id) ?? { id, name: { title: id }, words: [], language: languageOf(locale), kind: id };
}
