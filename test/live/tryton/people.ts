/** What a company's people do all day in their Tryton: take orders, pack, ship, take back. */

import { booksOf } from './books';
import { dateOf, decimal, type Office } from './office';

export type Sold = {
  /** The number of the web shop; left out: it was sold over the counter. */
  readonly reference?: string;
  readonly party: number;
  /** "2026-11-27". */
  readonly day: string;
  readonly lines: readonly { readonly code: string; readonly quantity: number; readonly price: string }[];
  /** It is sent once the invoice is paid. */
  readonly prepaid?: boolean;
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

  const people = {
    ...booksOf(office, idsOf),
    async customer({ name, email, city, country }: Readonly<Record<'name' | 'email' | 'city' | 'country', string>>) {
      const { id } = await office.first('country.country', [['code', '=', country]]);
      const addresses = [['create', [{ street: 'Via Garibaldi 7', city, postal_code: '20121', country: id }]]];
      const contact_mechanisms = [['create', [{ type: 'email', value: email }]]];
      return office.make('party.party', { name, addresses, contact_mechanisms });
    },
    /** Written down, and no more. */
    async note({ reference, party, day, lines, prepaid }: Sold): Promise<Sale> {
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
        ...{ invoice_method: 'order', shipment_method: prepaid ? 'invoice' : 'order', sale_date: dateOf(day) },
        ...{ lines: [['create', rows]], ...(reference ? { reference } : {}) },
      });
      return { id, lines: await idsOf('sale.line', [['sale', '=', id]]) };
    },
    sell: async (sold: Sold): Promise<Sale> => process((await people.note(sold)).id),
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
    /** A sale the other way round, agreed. */
    async takeBack({ id }: Sale): Promise<Sale> {
      const context = { active_model: 'sale.sale', active_id: id, active_ids: [id] };
      const wizard = 'wizard.sale.return_sale';
      const [session] = (await office.do(`${wizard}.create`)) as readonly unknown[];
      office.within(context);
      await office.do(`${wizard}.execute`, session, {}, 'return_');
      office.within({ active_model: null, active_id: null, active_ids: null });
      const [back = 0] = await idsOf('sale.sale', [['origin', '=', `sale.sale,${id}`]]);
      return process(back);
    },
    /** What comes back is there again. */
    async receive(back: Sale): Promise<void> {
      const ids = await people.shipmentsOf(back, 'stock.shipment.out.return');
      for (const step of ['receive', 'done']) await office.do(`model.stock.shipment.out.return.${step}`, ids);
    },
    /** Into the last of these categories, each in the one before. */
    async shelve(code: string, names: readonly string[]): Promise<void> {
      const [template] = await idsOf('product.template', [['products.code', '=', code]]);
      let parent: number | null = null;
      for (const name of names) parent = await office.make('product.category', { name, parent });
      await office.do('model.product.template.write', [template], { categories: [['add', [parent]]] });
    },
    /** All goods are sold with this tax from now on. */
    async taxedWith(tax: object): Promise<void> {
      const group = await idsOf('account.tax.group', []);
      const { id: account } = await office.first('account.account', [
        ['type.statement', '=', 'balance'],
        ['closed', '=', false],
      ]);
      const accounts = { invoice_account: account, credit_note_account: account };
      const id = await office.make('account.tax', {
        name: 'Tax',
        description: 'Tax',
        ...accounts,
        ...(group[0] ? { group: group[0] } : {}),
        ...tax,
      });
      const categories = await idsOf('product.category', [['accounting', '=', true]]);
      await office.do('model.product.category.write', categories, { customer_taxes: [['add', [id]]] });
    },
    /** So many more lie in the warehouse. */
    async stock(code: string, quantity: number): Promise<void> {
      const { id: product } = await office.first('product.product', [['code', '=', code]]);
      const { id: uom } = await office.first('product.uom', [['symbol', '=', 'u']]);
      const [from_location] = await idsOf('stock.location', [['type', '=', 'lost_found']]);
      const [to_location] = await idsOf('stock.location', [['code', '=', 'STO']]);
      const { id: currency } = await office.first('currency.currency', [['code', '=', 'EUR']]);
      const places = { from_location, to_location };
      const move = await office.make('stock.move', {
        product,
        uom,
        quantity,
        ...places,
        unit_price: decimal('1'),
        currency,
      });
      await office.do('model.stock.move.do', [move]);
    },
  };
  return people;
}
