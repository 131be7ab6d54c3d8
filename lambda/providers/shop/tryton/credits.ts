/** Credit notes of a party: invoices of less than nothing, and the sales they give back money for. */

import * as z from 'zod/mini';
import { type Call, ok, type Result } from '../../../services/commerce/call';
import type { Instant, Money, PlainDate } from '../../../vocabulary/values';
import type { TrytonClient } from './client';
import { CURRENCY, date, datetime, decimal, moneyOf } from './values';

/** A draft is a note of the shop's people; posted the money is owed; paid it has been given. */
const STATES = ['draft', 'validated', 'posted', 'paid'] as const;
export type CreditState = (typeof STATES)[number];

const invoice = z.object({
  ...{
    id: z.int(),
    state: z.enum(STATES),
    total_amount: z.nullish(decimal),
    'currency.': z.object({ code: CURRENCY }),
  },
  ...{ create_date: datetime, invoice_date: z.nullish(date), reconciled: z.nullish(date) },
});
const credited = z.object({
  ...{ id: z.int(), origin: z.nullish(z.string()), product: z.nullish(z.int()) },
  'invoice.': z.nullish(invoice),
});
const FIELDS = [
  ...['origin', 'product', 'invoice.state', 'invoice.total_amount', 'invoice.currency.code'],
  ...['invoice.create_date', 'invoice.invoice_date', 'invoice.reconciled'],
];

/** `sale`: whose line it takes back, which may be a sale the other way round. `day`: of the invoice, once it is posted. */
export type TrytonCredit = {
  readonly invoice: number;
  readonly sale: number;
  readonly state: CreditState;
  readonly amount: Money;
  readonly productIds: readonly string[];
  readonly since: Instant;
  readonly day: PlainDate | null;
  readonly paidOn: PlainDate | null;
};

type Line = z.infer<typeof credited>;

/** One for each sale that an invoice credits; its whole amount is told of the first of several. */
export async function creditsOf(
  client: TrytonClient,
  party: number,
  call: Call,
): Promise<Result<readonly TrytonCredit[]>> {
  const where = [
    ['invoice.party', '=', party],
    ['invoice.type', '=', 'out'],
    ['invoice.state', 'in', STATES],
    ['quantity', '<', 0],
  ];
  const found = await client.read({ model: 'account.invoice.line', shape: credited, where, fields: FIELDS }, call);
  if (!found.ok) return found;
  const lines = found.value.filter((line) => (line['invoice.']?.total_amount ?? 0) < 0);
  const sales = await salesBehind(client, lines, call);
  return sales.ok ? ok(told(lines, sales.value), found.asOf) : sales;
}

const ofInvoice = z.object({ id: z.int(), origin: z.nullish(z.string()) });
const ofSale = z.object({ id: z.int(), sale: z.int() });

/** The sale of each line, by the line: it takes back a line of a sale, or of an invoice of one. */
async function salesBehind(
  client: TrytonClient,
  lines: readonly Line[],
  call: Call,
): Promise<Result<ReadonlyMap<number, number>>> {
  const invoiced = idsIn(lines, 'account.invoice.line');
  const before =
    invoiced.length === 0
      ? ok<readonly z.infer<typeof ofInvoice>[]>([], client.now())
      : await client.read(
          { model: 'account.invoice.line', shape: ofInvoice, where: [['id', 'in', invoiced]], fields: ['origin'] },
          call,
        );
  if (!before.ok) return before;
  const first = new Map(before.value.map(({ id, origin }) => [id, origin]));
  const originOf = ({ origin }: Line) => {
    const [of] = idsIn([{ origin }], 'account.invoice.line');
    return of === undefined ? origin : first.get(of);
  };
  const wanted = idsIn(
    lines.map((line) => ({ origin: originOf(line) })),
    'sale.line',
  );
  if (wanted.length === 0) return ok(new Map(), client.now());
  const rows = await client.read(
    { model: 'sale.line', shape: ofSale, where: [['id', 'in', wanted]], fields: ['sale'] },
    call,
  );
  if (!rows.ok) return rows;
  const saleOf = new Map(rows.value.map(({ id, sale }) => [id, sale]));
  const known = lines.flatMap((line) => {
    const [of] = idsIn([{ origin: originOf(line) }], 'sale.line');
    const sale = saleOf.get(of ?? 0);
    return sale === undefined ? [] : [[line.id, sale] as const];
  });
  return ok(new Map(known), rows.asOf);
}

/** "sale.line,5" is the fifth of these. */
function idsIn(all: readonly { readonly origin?: string | null | undefined }[], model: string): readonly number[] {
  const ids = all.flatMap(({ origin }) => {
    const [of, id] = origin?.split(',') ?? [];
    return of === model && Number(id) > 0 ? [Number(id)] : [];
  });
  return [...new Set(ids)];
}

function told(lines: readonly Line[], sales: ReadonlyMap<number, number>): readonly TrytonCredit[] {
  const invoices = new Map<number, TrytonCredit>();
  for (const line of lines) {
    const [one, sale] = [line['invoice.'], sales.get(line.id)];
    if (!one || sale === undefined) continue;
    const before = invoices.get(one.id) ?? creditOf(one, sale);
    const productIds = line.product ? [...before.productIds, `${line.product}`] : before.productIds;
    invoices.set(one.id, { ...before, productIds: [...new Set(productIds)] });
  }
  return [...invoices.values()];
}

function creditOf(one: z.infer<typeof invoice>, sale: number): TrytonCredit {
  return {
    ...{ invoice: one.id, sale, state: one.state, productIds: [], since: one.create_date },
    amount: moneyOf(-(one.total_amount ?? 0), one['currency.'].code),
    ...{ day: one.invoice_date ?? null, paidOn: one.reconciled ?? null },
  };
}
