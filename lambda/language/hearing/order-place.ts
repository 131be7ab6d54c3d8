/** Goods that are meant by their place: "the second one". */

import { ordinalPhrases } from './numbers';
import { lengthAt, type OrderReading } from './order-reading';

/** Of what was told; "one" is no number here. */
export function place(reading: OrderReading): boolean {
  const { at, order, goods, inTail, sense } = reading;
  const ordinal = inTail || goods ? 0 : lengthAt(reading, ordinalPhrases(sense.lexicon.words), at);
  if (ordinal === 0) return false;
  const end = at + ordinal + lengthAt(reading, order.one, at + ordinal);
  if (end > reading.to) return false;
  reading.goods = { from: at, to: end };
  reading.at = end;
  return true;
}
