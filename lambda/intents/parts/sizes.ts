/** Whether goods are the sizes of one thing, and differ in nothing else. */

import type { Product } from '../../services/commerce/catalogue';

export function areSizes(products: readonly Product[]): boolean {
  const [first, ...others] = products;
  if (!first?.family || others.length === 0) return false;
  return products.every(
    (one) => one.family === first.family && sizeOf(one) !== undefined && besides(one) === besides(first),
  );
}

function sizeOf({ name }: Product): string | undefined {
  return name.options?.find(({ role }) => role === 'size')?.value;
}

function besides({ name }: Product): string {
  const others = (name.options ?? []).filter(({ role }) => role !== 'size');
  return others.map(({ role, value }) => `${role} ${value}`).join();
}
