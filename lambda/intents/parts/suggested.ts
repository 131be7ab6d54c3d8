/** What was suggested, as it is kept between two turns: the goods, their reasons, and the wish they met. */

import * as z from 'zod/mini';
import type { Because } from '../../services/commerce/advice';
import { isTrait } from '../../services/commerce/catalogue';
import { shapeOf } from '../../services/shape';
import type { Slot, Slots } from '../../vocabulary/heard';

const BECAUSE = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('together'), productId: z.string() }),
  z.object({ kind: z.literal('bought'), productId: z.string() }),
  z.object({ kind: z.literal('favourite') }),
  z.object({ kind: z.literal('asked'), said: z.string() }),
  z.object({ kind: z.literal('trait'), trait: z.string().check(z.refine(isTrait)) }),
  z.object({ kind: z.literal('price'), most: z.object({ minor: z.number(), currency: z.string() }) }),
]);
const SLOT = z.object({ said: z.string(), ids: z.array(z.string()), number: z.optional(z.number()) });
const SUGGESTED = z.object({
  all: z.array(z.object({ id: z.string(), because: BECAUSE })),
  at: z.int(),
  slots: z.optional(z.record(z.string(), SLOT)),
});

/** What was found to suggest, which of it was told last, and what was asked for: a further limit comes on top of that. */
export type Suggested = {
  readonly all: readonly { readonly id: string; readonly because: Because }[];
  readonly at: number;
  readonly slots?: Readonly<Record<string, KeptSlot>>;
};
type KeptSlot = { readonly said: string; readonly ids: readonly string[]; readonly number?: number };

export const isSuggested = shapeOf<Suggested>(SUGGESTED);

/** What stays of a wish when another is added to it. */
export function limitsOf({ product, trait, price, asked }: Slots): NonNullable<Suggested['slots']> {
  const isAbout = asked?.ids[0] === 'with' || asked?.ids[0] === 'like';
  return {
    ...(product ? { product: kept(product) } : {}),
    ...(trait ? { trait: kept(trait) } : {}),
    ...(price ? { price: kept(price) } : {}),
    ...(isAbout && asked ? { asked: kept(asked) } : {}),
  };
}

/** The traits of both; of anything else the newer. What was to be for somebody else is another wish, with its goods. */
export function narrowed(older: Slots, newer: Slots): Slots {
  const [theirs, before] = [ownersIn(newer), ownersIn(older)];
  if (theirs.length > 0 && before.some((id) => !theirs.includes(id))) return newer;
  const ids = [...new Set([...(newer.trait?.ids ?? []), ...(older.trait?.ids ?? [])])];
  const said = newer.trait?.said ?? older.trait?.said ?? '';
  return { ...older, ...newer, ...(ids.length > 0 ? { trait: { said, ids } } : {}) };
}

/** Whom goods are for: one thing is never for dogs and for babies. */
function ownersIn({ trait }: Slots): readonly string[] {
  return trait?.ids.filter((id) => id.startsWith('for-')) ?? [];
}

function kept({ said, ids, number }: Slot): KeptSlot {
  return { said, ids, ...(number === undefined ? {} : { number }) };
}
