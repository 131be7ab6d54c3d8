/** Which of several readings of one sentence is meant: the one that guesses least, for whoever asks. */

import type { Slots } from '../../vocabulary/heard';
import type { Reading } from './grammar';

export type Weighed = {
  readonly reading: Reading;
  readonly slots: Slots;
  readonly unknown: number;
  readonly open: number;
};

/** Who asks and who spoke last, the goods that are asked about, and what details are asked of. */
export type AskedAbout = {
  readonly part?: string;
  readonly told?: string;
  readonly goods: readonly string[];
  /** What one of the goods is packed in. */
  readonly packOf?: (id: string) => string | undefined;
  /** A yes buys these goods. */
  readonly isBuying: boolean;
  /** There is something to choose from, so that "the first one" is known; where a choice gives at once, it is nothing but chosen. */
  readonly hasOptions: boolean;
  /** Goods that are offered, or an order that was told: "when would it arrive" is of these. */
  readonly hasMatter: boolean;
};
export const NOTHING: AskedAbout = { goods: [], isBuying: false, hasOptions: false, hasMatter: false };

/** "I'd like a doctor" is no order: where the sentence itself says nothing, the goods must be the shop's. */
export function isSound({ reading, unknown }: Weighed): boolean {
  return unknown === 0 || (!reading.plain && unknown === 1);
}

/** While something is being bought, "when will it come" is of that; of a count alone there may be a plainer sentence ("noch einmal"). */
function ofPurchase({ slots, unknown }: Weighed): number {
  return unknown === 0 && (slots.change || (slots.amend && slots.product) || slots.detail) ? 1 : 0;
}

type Order = (a: Weighed, b: Weighed) => number;

/** Which reading comes first. */
export function orderOf(about: AskedAbout): Order {
  const certain = byCertainty(about);
  if (about.isBuying) return (a, b) => ofPurchase(b) - ofPurchase(a) || certain(a, b);
  if (about.hasMatter) return certain;
  // "How much is one" asks about a purchase rather than about goods that nobody sells.
  return (a, b) => a.unknown - b.unknown || ofPurchase(a) - ofPurchase(b) || certain(a, b);
}

/** What may be said to several means whoever asks, else whoever spoke last: "delete everything" at the cart, or after it was told. */
function byCertainty({ part, told, goods, hasMatter }: AskedAbout): Order {
  const nearness = ({ reading: { intent } }: Weighed) => (intent === part ? 2 : intent === told ? 1 : 0);
  const isOf = ({ detail, change }: Slots) => (hasMatter && detail) || (goods.length > 0 && change);
  const ofMatter = ({ slots, unknown }: Weighed) => (unknown === 0 && isOf(slots) ? 1 : 0);
  return (a, b) =>
    a.unknown - b.unknown ||
    a.open - b.open ||
    nearness(b) - nearness(a) ||
    ofMatter(b) - ofMatter(a) ||
    b.reading.literals - a.reading.literals;
}

export function scoreOf({ unknown }: Weighed): number {
  return unknown === 0 ? 1 : 0.7;
}
