/** What changes about a product: how many are left, when more come, what it costs now. */

import { sql } from 'kysely';
import type { Offer, StockState } from '../../../services/commerce/catalogue';
import type { Money, PlainDate } from '../../../vocabulary/values';
import { addDays } from './calendar';
import type { DemoDatabase } from './database';
import { GOODS } from './goods/all-goods';
import { CURRENCIES, type Currency } from './goods/good';
import { textsIn } from './texts';
import { written } from './written';

export type OnShelf = { readonly id: string; readonly stock: number; readonly price: Money };

const backIn = new Map(GOODS.map((good) => [good.id, good.backInDays]));

export function isCurrency(currency: string): currency is Currency {
  return CURRENCIES.some((known) => known === currency);
}

/** `ids`: a JSON list, so that one text serves any number of them. */
const GOODS_WITH = written((q, { ids }: { readonly ids: string }) =>
  q.selectFrom('goods').selectAll().where('id', 'in', sql<string>`(select value from json_each(${ids}))`),
);

/** In the order of `ids`; ids the shop does not sell are left out. */
export function shelves(db: DemoDatabase, ids: readonly string[], currency: Currency): OnShelf[] {
  const rows = db.all(GOODS_WITH({ ids: JSON.stringify(ids) }));
  const column = { EUR: 'eur', GBP: 'gbp', USD: 'usd' } as const;
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = found.get(id);
    return row ? [{ id, stock: row.stock, price: { minor: row[column[currency]], currency } }] : [];
  });
}

function availabilityOf(shelf: OnShelf, today: PlainDate): StockState {
  return shelf.stock > 0 ? { state: 'available' } : { state: 'sold-out', ...backOn(shelf.id, today) };
}

/** `{}` when nobody knows. */
export function backOn(id: string, today: PlainDate): { backOn?: PlainDate } {
  const days = backIn.get(id);
  return days === undefined ? {} : { backOn: addDays(today, days) };
}

export function offerOf(shelf: OnShelf, where: { readonly locale: string; readonly today: PlainDate }): Offer[] {
  const product = textsIn(where.locale).byId.get(shelf.id);
  return product ? [{ product, price: shelf.price, availability: availabilityOf(shelf, where.today) }] : [];
}
