/** How many packs somebody means who counts in kilos, litres or pieces. */

import { MEASURES } from '../../vocabulary/measures';
import type { Pack } from '../../vocabulary/values';

/** What lies in a pack, where the pack itself is called something else. */
const INNER: ReadonlySet<string> = new Set(['piece', 'roll', 'can', 'bottle', 'tube']);
/** Grams are no floating matter. */
const NEARLY = 1e-6;

/** null: so much does not come in whole packs. A unit that is only a word for the pack counts packs. */
export function packsOf(number: number, unit: string | undefined, pack: Pack | undefined): number | null {
  const share = shareOf(unit, pack);
  if (share === null) return null;
  const packs = number * share;
  return Math.abs(packs - Math.round(packs)) < NEARLY ? Math.round(packs) : null;
}

/** What lies in a pack, so that one can be told to hold more than another; null: the shop does not say. */
export function contentOf(pack: Pack | undefined): { readonly of: string; readonly amount: number } | null {
  const measure = pack?.size && MEASURES[pack.size.unit];
  if (pack?.size && measure) return { of: measure.of, amount: pack.size.amount * measure.times * (pack.pieces ?? 1) };
  return pack?.pieces === undefined ? null : { of: 'pieces', amount: pack.pieces };
}

/** How many packs one of the unit is; null: nobody knows. */
function shareOf(unit: string | undefined, pack: Pack | undefined): number | null {
  const measure = unit ? MEASURES[unit] : undefined;
  if (measure) {
    const size = pack?.size && MEASURES[pack.size.unit];
    return pack?.size && size?.of === measure.of ? measure.times / (pack.size.amount * size.times) : null;
  }
  const isInner = unit !== undefined && INNER.has(unit) && unit !== pack?.kind && pack?.pieces !== undefined;
  return isInner ? 1 / (pack.pieces ?? 1) : 1;
}
