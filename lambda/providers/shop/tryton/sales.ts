/** The sales of a party as Tryton has them: what was agreed, and what became of it. */

import * as z from 'zod/mini';
import type { Call, Result } from '../../../services/commerce/call';
import type { Stage } from '../../../services/commerce/orders';
import type { TrytonClient } from './client';
import { GOOD_FIELDS, good } from './goods';
import { CURRENCY, date, datetime, decimal } from './values';

const sale = z.object({
  ...{ id: z.int(), number: z.nullish(z.string()), state: z.string(), origin: z.nullish(z.string()) },
  ...{ sale_date: z.nullish(date), create_date: datetime, shipping_date: z.nullish(date) },
  ...{ shipment_state: z.nullish(z.string()), shipment_method: z.nullish(z.string()) },
  ...{ invoice_state: z.nullish(z.string()), total_amount: z.nullish(decimal), lines: z.array(z.int()) },
  'currency.': z.object({ code: CURRENCY }),
  'shipment_address.': z.nullish(z.object({ 'country.': z.nullish(z.object({ code: z.nullish(z.string()) })) })),
});
export type TrytonSale = z.infer<typeof sale>;
const SALE = [
  ...['number', 'state', 'origin', 'sale_date', 'create_date', 'shipping_date', 'shipment_state', 'shipment_method'],
  ...['invoice_state', 'total_amount', 'lines', 'currency.code', 'shipment_address.country.code'],
];

const line = z.object({
  ...{ id: z.int(), sale: z.int(), type: z.string(), quantity: z.nullish(z.number()) },
  ...{
    shipping_date: z.nullish(date),
    unit_price: z.nullish(decimal),
    amount: z.nullish(decimal),
    taxes: z.array(z.int()),
  },
  'product.': z.nullish(good),
});
export type TrytonLine = z.infer<typeof line>;
const LINE = [
  ...['sale', 'type', 'quantity', 'shipping_date', 'unit_price', 'amount', 'taxes', 'product.code'],
  ...GOOD_FIELDS.map((name) => `product.${name}`),
];

/** What nobody has agreed to yet: a note of the shop's people, or their offer. */
const NOT_YET = ['draft', 'quotation'];

type Whose = { readonly party: number; readonly most: number };

/** The newest first. */
export function salesOf(
  client: TrytonClient,
  { party, most }: Whose,
  call: Call,
): Promise<Result<readonly TrytonSale[]>> {
  const where = [
    ['party', '=', party],
    ['state', 'not in', NOT_YET],
  ];
  const order = [['sale_date', 'DESC'] as const, ['id', 'DESC'] as const];
  return client.read({ model: 'sale.sale', shape: sale, where, fields: SALE, most, order }, call);
}

export type WantedLines = { readonly ids: readonly number[]; readonly within: Readonly<Record<string, unknown>> };

export function linesOf(
  client: TrytonClient,
  { ids, within }: WantedLines,
  call: Call,
): Promise<Result<readonly TrytonLine[]>> {
  return client.read({ model: 'sale.line', shape: line, where: [['id', 'in', ids]], fields: LINE, within }, call);
}

/** Money was given for it: what nobody has paid comes back to nobody, and a credit note only makes it less. */
export function isPaid({ invoice_state: state }: Pick<TrytonSale, 'invoice_state'>): boolean {
  return /paid$/.test(state ?? '');
}

/** How far a sale is, as far as its own words go; its shipments know more. What a module has added is unknown. */
export function stageOf({ state, shipment_state: sent, shipment_method: by, invoice_state: paid }: TrytonSale): Stage {
  if (state === 'cancelled') return 'cancelled';
  if (state === 'confirmed') return 'placed';
  if (state !== 'processing' && state !== 'done') return 'unknown';
  switch (sent) {
    case 'sent':
      return 'shipped';
    case 'waiting':
    case 'none':
      // What goes out once it is paid for is not even put together before.
      if (by === 'invoice' && paid !== 'paid') return 'payment-pending';
      return sent === 'waiting' ? 'preparing' : 'unknown';
    default:
      // Of an exception the shop's people decide, and so of what nobody has heard of.
      return 'unknown';
  }
}
