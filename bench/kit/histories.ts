/** Generated purchases with intervals that are known: regular and loose buyers, and what disturbs a rhythm. */

import { chanceOf } from '../../lambda/providers/shop/demo/chance';

export const KINDS = ['regular', 'loose', 'stocks up', 'gifts', 'pauses', 'changes', 'switches brand'] as const;
export type BuyerKind = (typeof KINDS)[number];

export type Purchase = {
  readonly day: number;
  readonly quantity: number;
  readonly product: 'it' | 'another of its kind';
};

export type Buyer = {
  readonly kind: BuyerKind;
  /** Oldest first. */
  readonly purchases: readonly Purchase[];
  /** The interval that was meant, in days for one piece, from this day on. */
  everyAt(day: number): number;
};

/** Two years. */
const DAYS = 730;
const SPREAD = { regular: 0.15, loose: 0.35 } as const;

export function buyers(each: number): readonly Buyer[] {
  return KINDS.flatMap((kind) => Array.from({ length: each }, (_, at) => buyer(kind, at)));
}

function buyer(kind: BuyerKind, at: number): Buyer {
  const chance = chanceOf(`${kind} ${at}`);
  const first = Math.exp(Math.log(7) + chance() * Math.log(90 / 7));
  const changesOn = kind === 'changes' ? 200 + chance() * 250 : DAYS * 2;
  const second = first * (chance() < 0.5 ? 0.6 : 1.6);
  const pausesOn = kind === 'pauses' ? 150 + chance() * 400 : DAYS * 2;
  const everyAt = (day: number) => (day >= changesOn ? second : first);
  const spread = kind === 'loose' ? SPREAD.loose : SPREAD.regular;
  const purchases: Purchase[] = [];
  let hasPaused = false;
  for (let day = chance() * first; day < DAYS; ) {
    const quantity = kind === 'stocks up' && chance() < 0.3 ? 2 + Math.floor(chance() * 2) : 1;
    const isOther = kind === 'switches brand' && chance() < 0.15;
    purchases.push({ day: Math.round(day), quantity, product: isOther ? 'another of its kind' : 'it' });
    const lasts = Math.max(1, everyAt(day) * quantity * (1 + spread * gauss(chance)));
    if (kind === 'gifts' && chance() < 0.12)
      purchases.push({ day: Math.round(day + lasts * (0.2 + 0.6 * chance())), quantity: 1, product: 'it' });
    day += lasts;
    if (!hasPaused && day > pausesOn) {
      day += everyAt(day) * (2 + 2 * chance());
      hasPaused = true;
    }
  }
  return { kind, everyAt, purchases: purchases.sort((a, b) => a.day - b.day) };
}

/** Box and Muller. */
function gauss(chance: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}
