/** What a company sets up once in a new Tryton: itself, its accounts, its goods, its carrier, and a user who may only read. */

import { dateOf, decimal, type Office } from './office';

export const VOICE = { user: 'voice', password: 'heard-3times' } as const;

export type Good = { readonly code: string; readonly name: string; readonly price: string };

/** What the user of the voice may read. Whatever is not restricted to some group everybody may. */
const READ = [
  ...['sale.sale', 'sale.line', 'stock.move', 'stock.shipment.out', 'stock.shipment.out.return', 'stock.package'],
  ...['account.invoice', 'account.invoice.line', 'party.party', 'party.address', 'party.contact_mechanism', 'carrier'],
  ...['product.product', 'product.template', 'product.category', 'stock.location', 'currency.currency'],
];

export async function fill(office: Office, goods: readonly Good[]): Promise<void> {
  const rates = [['create', [{ date: dateOf('2020-01-01'), rate: decimal('1') }]]];
  const currency = await office.make('currency.currency', { name: 'Euro', code: 'EUR', symbol: '€', rates });
  const party = await office.make('party.party', { name: 'Willow Market' });
  const company = await office.make('company.company', { party, currency });
  await office.do('model.res.user.write', [1], { companies: [['add', [company]]], company });
  office.within({ company });
  await accounts(office, company);
  await makeGoods(office, goods);
  await office.make('stock.package.type', { name: 'Box' });
  await carriers(office);
  for (const { code, name } of [
    { code: 'IT', name: 'Italy' },
    { code: 'PT', name: 'Portugal' },
  ])
    await office.make('country.country', { code, name });
  const group = await office.make('res.group', { name: 'Voice' });
  for (const model of READ) {
    const { id } = await office.first('ir.model', [['model', '=', model]]);
    const rights = { perm_read: true, perm_write: false, perm_create: false, perm_delete: false };
    await office.make('ir.model.access', { model: id, group, ...rights });
  }
  const { user: login, password } = VOICE;
  const works = { companies: [['add', [company]]], company, groups: [['add', [group]]] };
  await office.make('res.user', { name: 'The voice', login, password, ...works });
}

async function accounts(office: Office, company: number): Promise<void> {
  const { id: template } = await office.first('account.account.template', [['parent', '=', null]]);
  const wizard = 'wizard.account.create_chart';
  const begun = await office.do(`${wizard}.create`);
  const session: unknown = Array.isArray(begun) ? begun[0] : null;
  await office.do(`${wizard}.execute`, session, { account: { company, account_template: template } }, 'create_account');
  const account = (is: string) =>
    office.first('account.account', [
      [`type.${is}`, '=', true],
      ['company', '=', company],
    ]);
  const [{ id: account_receivable }, { id: account_payable }] = [await account('receivable'), await account('payable')];
  const properties = { company, account_receivable, account_payable };
  await office.do(`${wizard}.execute`, session, { properties }, 'create_properties');
}

async function makeGoods(office: Office, goods: readonly Good[]): Promise<void> {
  const { id: unit } = await office.first('product.uom', [['symbol', '=', 'u']]);
  const { id: revenue } = await office.first('account.account', [
    ['type.revenue', '=', true],
    ['closed', '=', false],
  ]);
  const category = { name: 'Goods', accounting: true, account_revenue: revenue };
  const account_category = await office.make('product.category', category);
  const templates = goods.map(({ code, name, price }) => ({
    ...{ name, type: 'goods', default_uom: unit, sale_uom: unit, salable: true, account_category },
    ...{ list_price: decimal(price), products: [['create', [{ suffix_code: code }]]] },
  }));
  await office.do('model.product.template.create', templates);
}

async function carriers(office: Office): Promise<void> {
  const { id: unit } = await office.first('product.uom', [['symbol', '=', 'u']]);
  const { id: account_category } = await office.first('product.category', [['accounting', '=', true]]);
  const service = { name: 'Delivery', type: 'service', default_uom: unit, salable: true, sale_uom: unit };
  const products = [['create', [{ suffix_code: 'delivery' }]]];
  const priced = { ...service, account_category, list_price: decimal('3.90'), products };
  await office.make('product.template', priced);
  const { id: carrier_product } = await office.first('product.product', [['code', '=', 'delivery']]);
  const party = await office.make('party.party', { name: 'Heron Post' });
  await office.make('carrier', { party, carrier_product });
}
