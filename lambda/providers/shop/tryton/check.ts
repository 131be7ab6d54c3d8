/** What `npm run shop -- check` asks of a Tryton besides the ports: whether all that is needed may be read. */

import { type Call, ok } from '../../../services/commerce/call';
import type { ShopCheck } from '../../../services/commerce/shop';
import { faultsIn } from './faults';
import { admitted, idBy, shopperWith } from './people';
import type { TrytonWorld } from './world';

/** Of a whole shop's read side. */
export const READ = [
  ...['party.party', 'party.contact_mechanism', 'party.address', 'company.company', 'stock.location', 'ir.lang'],
  ...['product.product', 'product.template', 'product.category', 'account.tax', 'sale.sale', 'sale.line'],
  ...['stock.move', 'stock.shipment.out', 'account.invoice', 'account.invoice.line'],
];

export function makeCheck(world: TrytonWorld): ShopCheck {
  return {
    faults: (call) => faultsIn(world.client, READ, call),
    async shopperBy(email, call) {
      const id = await idBy(world, email, call);
      if (!id.ok || id.value === null) return id.ok ? ok(null, id.asOf) : id;
      const found = await shopperWith(world, id.value, call);
      return found.ok ? ok(found.value && admitted(world, found.value), found.asOf) : found;
    },
    may: async (_kind, _call: Call) => ok({ may: false, setting: 'SHOP=tryton only reads' }, world.now()),
    tidy: async () => {},
  };
}
