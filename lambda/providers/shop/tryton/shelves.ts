/** Categories of goods and what taxes they bear: Tryton writes all prices without. */

import * as z from 'zod/mini';
import { type Call, ok, type Result } from '../../../services/commerce/call';
import type { TrytonClient } from './client';
import { decimal } from './values';

const category = z.object({
  ...{ id: z.int(), name: z.nullish(z.string()), parent: z.nullish(z.int()) },
  customer_taxes_used: z.nullish(z.array(z.int())),
});
/** `taxes`: ids of those its goods are sold with. */
export type Category = Readonly<Record<'id' | 'parent', number | null>> & {
  readonly name: string;
  readonly taxes: readonly number[];
};

export function categoriesOf(client: TrytonClient) {
  return async (call: Call): Promise<Result<ReadonlyMap<number, Category>>> => {
    const fields = ['name', 'parent', 'customer_taxes_used'];
    const asked = await client.read({ model: 'product.category', shape: category, where: [], fields }, call);
    if (!asked.ok) return asked;
    const all = asked.value.map(({ id, name, parent, customer_taxes_used: taxes }) => {
      return [id, { id, name: name ?? '', parent: parent ?? null, taxes: taxes ?? [] }] as const;
    });
    return ok(new Map(all), asked.asOf);
  };
}

/** Names, the widest first. */
export function pathOf(id: number, categories: ReadonlyMap<number, Category>): readonly string[] {
  const path: string[] = [];
  const seen = new Set<number>();
  for (let at: number | null = id; at !== null && !seen.has(at); at = categories.get(at)?.parent ?? null) {
    seen.add(at);
    const name = categories.get(at)?.name.trim();
    if (name) path.unshift(name);
  }
  return path;
}

const tax = z.object({
  ...{ id: z.int(), type: z.string(), rate: z.nullish(decimal), parent: z.nullish(z.int()) },
  // SQLite has no truth of its own, and says 1.
  update_unit_price: z.nullish(z.union([z.boolean(), z.int()])),
});
export type Tax = z.infer<typeof tax>;

export function taxesOf(client: TrytonClient) {
  return async (call: Call): Promise<Result<readonly Tax[]>> => {
    const fields = ['type', 'rate', 'parent', 'update_unit_price'];
    return client.read({ model: 'account.tax', shape: tax, where: [], fields }, call);
  };
}

/** With these taxes; null: some of them are no plain share of the price. */
export function taxed(net: number, ids: readonly number[], taxes: readonly Tax[]): number | null {
  let [share, isPlain] = [0, true];
  const add = (id: number, depth: number) => {
    const one = taxes.find((each) => each.id === id);
    const parts = taxes.filter(({ parent }) => parent === id);
    isPlain &&= one !== undefined && depth < 4 && !one.update_unit_price;
    if (one?.type === 'percentage') share += one.rate ?? 0;
    else if (one?.type === 'none' && parts.length > 0) for (const part of parts) add(part.id, depth + 1);
    else isPlain = false;
  };
  for (const id of ids) add(id, 0);
  return isPlain ? net * (1 + share) : null;
}
