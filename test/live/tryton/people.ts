/** What a company's people do all day in their Tryton: take orders, pack, ship, take back. */

import { dateOf, decimal, type Office } from './office';

export type Sold = {
  /** The number of the web shop; left out: it was sold over the counter. */
  readonly reference?: string;
  readonly party: number;
  /** "2026-11-27". */
  readonly day: string;
  readonly lines: readonly { readonly code: string; readonly quantity: number; readonly price: string }[];
};

export type Sale = { readonly id: number; readonly lines: readonly number[] };

export function peopleOf(office: Office) {
  const idsOf = async (model: string, where: readonly unknown[]): Promise<readonly number[]> => {
    const found = await office.do(`model.${model}.search`, where, 0, 100, [['id', 'ASC']]);
    return Array.isArray(found) ? found.map(Number) : [];
  };
  const shipmentsOf = ({ lines }: Sale, model = 'stock.shipment.out') =>
    idsOf(model, [['moves.origin', 'in', lines.map((id) => `sale.line,${id}`)]]);

  async function process(id: number): Promise<Sale> {
    for (const step of ['quote', 'confirm', 'process']) await office.do(`model.sale.sale.${step}`, [id]);
    return { id, lines: await idsOf('sale.line', [['sale', '=', id]]) };
  }

  return {
    async customer({ name, email, city, country }: Readonly<Record<'name' | 'email' | 'city' | 'country', string>>) {
      const { id } = await office.first('country.country', [['code', '=', country]]);
      const addresses = [['create', [{ street: 'Via Garibaldi 7', city, postal_code: '20121', country: id }]]];
      const contact_mechanisms = [['create', [{ type: 'email', value: email }]]];
      return office.make('party.party', { name, addresses, contact_mechanisms });
    },
    async sell({ reference, party, day, lines }: Sold): Promise<Sale> {
      const { id: unit } = await office.first('product.uom', [['symbol', '=', 'u']]);
      const { id: address } = await office.first('party.address', [['party', '=', party]]);
      const { id: warehouse } = await office.first('stock.location', [['type', '=', 'warehouse']]);
      const { id: currency } = await office.first('currency.currency', [['code', '=', 'EUR']]);
      const rows = [];
      for (const { code, quantity, price } of lines) {
        const { id: product } = await office.first('product.product', [['code', '=', code]]);
        rows.push({ product, quantity, unit, unit_price: decimal(price) });
      }
      const id = await office.make('sale.sale', {
        ...{ party, currency, warehouse, invoice_address: address, shipment_address: address },
        ...{ invoice_method: 'order', shipment_method: 'order', sale_date: dateOf(day) },
        ...{ lines: [['create', rows]], ...(reference ? { reference } : {}) },
      });
      return process(id);
    },
    shipmentsOf,
    /** So many of each are there to be picked; of the rest Tryton makes a shipment of its own. */
    async pick(shipment: number, most = Number.POSITIVE_INFINITY): Promise<void> {
      const moves = await idsOf('stock.move', [
        ['shipment', '=', `stock.shipment.out,${shipment}`],
        ['from_location.type', '=', 'storage'],
        ['to_location.type', '=', 'storage'],
      ]);
      if (most !== Number.POSITIVE_INFINITY) await office.do('model.stock.move.write', moves, { quantity: most });
      await office.do('model.stock.shipment.out.assign_force', [shipment]);
      await office.do('model.stock.shipment.out.pick', [shipment]);
    },
    /** All of it in one box, with a number of the carrier's. */
    async pack(shipment: number, number: string): Promise<void> {
      const [carrier] = await idsOf('carrier', []);
      const [type] = await idsOf('stock.package.type', []);
      await office.do('model.stock.shipment.out.write', [shipment], { carrier });
      const held = `stock.shipment.out,${shipment}`;
      const moves = await idsOf('stock.move', [
        ['shipment', '=', held],
        ['to_location.type', '=', 'customer'],
      ]);
      await office.make('stock.package', { type, shipment: held, moves: [['add', moves]], shipping_reference: number });
      await office.do('model.stock.shipment.out.pack', [shipment]);
    },
    async ship(shipment: number): Promise<void> {
      await office.do('model.stock.shipment.out.done', [shipment]);
    },
  };
}
