/** What the demo shop's pages say of its goods besides their kind. */

import type { Trait } from '../../../../services/commerce/catalogue';

export const TRAITS_OF: Readonly<Record<string, readonly Trait[]>> = {
  'pulcinetto-nappies': ['for-babies'],
  'snugglebury-nappies': ['unscented', 'for-babies'],
  'morbidella-wipes': ['gentle', 'for-babies'],
  'dewleaf-wipes': ['unscented', 'for-babies'],
  'vitalora-multivitamin': ['vegan'],
  'mentavia-toothpaste': ['gentle'],
  'brontolino-dog-food': ['for-dogs'],
  'fenmoor-dog-food': ['for-dogs'],
  'pawbridge-dog-food': ['for-dogs'],
  'mirtilla-cat-food': ['for-cats'],
  'whiskerley-cat-food': ['for-cats'],
  'nuvoletta-cat-litter': ['unscented', 'for-cats'],
  'sandrift-cat-litter': ['for-cats'],
  'codalunga-dog-treats': ['for-dogs'],
  'micelina-cat-treats': ['for-cats'],
  'gleamwell-washing-up': ['unscented', 'gentle', 'vegan'],
  'lindwash-laundry': ['unscented', 'gentle'],
  'notturno-decaf': ['decaf'],
  'buonaserata-decaf': ['decaf'],
  'verdello-green-tea': ['organic'],
  'havrelund-oat-milk': ['organic', 'vegan'],
  'moravell-oat-milk': ['gluten-free', 'vegan'],
};
