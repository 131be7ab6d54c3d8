/** What is ordered in one breath: several goods, each with its own number and unit, as slots. */

import type { Slot, Slots } from './heard';
import type { IntentName } from './intents';

/** Where each line stands among the slots; the first is what an order is mostly of. */
export const LINES = [
  { product: 'product', quantity: 'quantity', unit: 'unit' },
  { product: 'also', quantity: 'alsoQuantity', unit: 'alsoUnit' },
  { product: 'third', quantity: 'thirdQuantity', unit: 'thirdUnit' },
  { product: 'fourth', quantity: 'fourthQuantity', unit: 'fourthUnit' },
  { product: 'fifth', quantity: 'fifthQuantity', unit: 'fifthUnit' },
  { product: 'sixth', quantity: 'sixthQuantity', unit: 'sixthUnit' },
] as const;

/** Intents that take goods line by line. */
export const TAKES_LINES: ReadonlySet<IntentName> = new Set<IntentName>(['Reorder']);

export type Line = { readonly product?: Slot; readonly quantity?: Slot; readonly unit?: Slot };

/** The lines that name goods, in the order they were said. */
export function linesIn(slots: Slots): readonly Line[] {
  return LINES.flatMap((names) => {
    const { product, quantity, unit } = { ...pick(slots, names) };
    return product ? [{ product, ...(quantity ? { quantity } : {}), ...(unit ? { unit } : {}) }] : [];
  });
}

/** The same lines as slots; those beyond the sixth find no place. */
export function slotsOfLines(lines: readonly Line[]): Slots {
  const all = LINES.flatMap((names, at) => {
    const line = lines[at] ?? {};
    return (['product', 'quantity', 'unit'] as const).flatMap((part) => {
      const slot = line[part];
      return slot ? [[names[part], slot] as const] : [];
    });
  });
  return Object.fromEntries(all);
}

function pick(slots: Slots, names: (typeof LINES)[number]): Line {
  const [product, quantity, unit] = [slots[names.product], slots[names.quantity], slots[names.unit]];
  return { ...(product ? { product } : {}), ...(quantity ? { quantity } : {}), ...(unit ? { unit } : {}) };
}
