/** What the demo shop's own sales say: what is bought together, and what is bought most. Invented, like the goods. */

import type { ShopAdvice } from '../../../services/commerce/advice';
import { refused } from '../../../services/commerce/call';
import { textsIn } from './texts';
import { answer, said, type World } from './world';

/** Most often first. */
const TOGETHER: Readonly<Record<string, readonly string[]>> = {
  'bella-roma-ground': ['moravell-oat-milk', 'purello-filters'],
  'porto-grigio-ground': ['moravell-oat-milk', 'purello-filters'],
  'notturno-decaf': ['moravell-oat-milk'],
  'harrowmere-tea': ['havrelund-oat-milk', 'filtraqua-filters'],
  'tillingford-tea': ['havrelund-oat-milk'],
  'brontolino-dog-food': ['codalunga-dog-treats'],
  'fenmoor-dog-food': ['codalunga-dog-treats'],
  'pawbridge-dog-food': ['codalunga-dog-treats'],
  'mirtilla-cat-food': ['nuvoletta-cat-litter', 'micelina-cat-treats'],
  'whiskerley-cat-food': ['micelina-cat-treats', 'nuvoletta-cat-litter'],
  'nuvoletta-cat-litter': ['micelina-cat-treats'],
  'pulcinetto-nappies': ['dewleaf-wipes', 'morbidella-wipes'],
  'snugglebury-nappies': ['morbidella-wipes', 'dewleaf-wipes'],
  'marzola-pasta': ['oliveto-basso-olive-oil', 'colle-sereno-olive-oil'],
  'granduro-pasta': ['colle-sereno-olive-oil'],
  'colle-sereno-olive-oil': ['granduro-pasta'],
  'inchiostrella-ink': ['folioro-printer-paper'],
  'folioro-printer-paper': ['inchiostrella-ink'],
  'saccoforte-bin-bags': ['asciugotto-kitchen-roll'],
  'cartanuvola-toilet-paper': ['asciugotto-kitchen-roll'],
  'bucalinda-laundry': ['spumetta-washing-up'],
};

const FAVOURITES = [
  'bella-roma-ground',
  'cartanuvola-toilet-paper',
  'granduro-pasta',
  'harrowmere-tea',
  'gleamwell-washing-up',
  'candidor-toothpaste',
  'pulcinetto-nappies',
  'mirtilla-cat-food',
  'brontolino-dog-food',
  'lindwash-laundry',
] as const;

export function makeAdvice(world: World): ShopAdvice {
  const inLanguage = (ids: readonly string[], locale: string) => {
    const { byId } = textsIn(locale);
    return ids.flatMap((id) => byId.get(id) ?? []);
  };
  return {
    goesWith: (productId, call) =>
      answer(world, call, () =>
        textsIn(call.locale).byId.has(productId)
          ? said(world, inLanguage(TOGETHER[productId] ?? [], call.locale))
          : refused({ kind: 'not-found' }),
      ),
    favourites: (call) => answer(world, call, () => said(world, inLanguage(FAVOURITES, call.locale))),
  };
}
