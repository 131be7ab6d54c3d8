/** "The one I had last time", "my usual": of what is being bought, what the shopper had of its kind before. */

import { habits, usual } from '../../services/commerce/habits';
import type { Slots } from '../../vocabulary/heard';
import type { ShopperScene } from '../kit/define';
import { soldOf } from '../kit/goods';
import { type Amended, goods, keptLine } from './amend-lines';
import type { Basket } from './basket';

/** null: nothing of the kind is said. `none`: nothing of its kind was bought. `basket`: it is that already. */
export async function asBefore(slots: Slots, basket: Basket, scene: ShopperScene): Promise<Amended | null> {
  const { basis, ...others } = slots;
  const [line, ...more] = basket.lines;
  if (!basis || basis.ids[0] === ALL_OF_IT || Object.keys(others).length > 0 || !line || more.length > 0) return null;
  const history = await scene.services.shop.history.orders({ limit: 100 }, scene.call);
  const [now] = await soldOf([line.productId], scene);
  if (!history.ok || !now) return { kind: 'none' };
  const had = habits(history.value).filter(({ product }) => product.kind === now.kind);
  const meant = (basis.ids[0] === USUAL ? usual(had) : null) ?? had[0];
  if (!meant) return { kind: 'none' };
  if (meant.product.id === now.id) return { kind: 'basket', basket };
  return goods([{ ...keptLine(line), product: { said: '', ids: [meant.product.id] } }], basket);
}

/** Values of the slot type Basis. */
const ALL_OF_IT = 'last-order';
const USUAL = 'usual';
