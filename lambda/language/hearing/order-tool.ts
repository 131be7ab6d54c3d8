/** "Filtri per il caffè", "filtry na kávu": what a thing is used with belongs to its name, and is neither an address nor left over. */

import { listed } from './listed';
import { lengthAt, type OrderReading } from './order-reading';

export function toolFor(reading: OrderReading): boolean {
  const { at, goods, order, text, sense, to } = reading;
  const { lexicon, mentions } = sense;
  if (goods?.to !== at || reading.inTail) return false;
  if (!listed(lexicon.words.order.tools.before, lexicon.words).has(text.said[goods.from] ?? '')) return false;
  const joints = [order.tail, order.to, order.toKnown].map((all) => lengthAt(reading, all, at));
  let end = at + Math.max(...joints);
  if (end === at) return false;
  while (end < to && lexicon.noise.has(text.said[end] ?? '')) end += 1;
  const used = text.said[end] ?? '';
  if (end >= to || !(mentions.knows(used) || mentions.exactly([used]).length > 0)) return false;
  reading.goods = { from: goods.from, to: end + 1 };
  reading.at = end + 1;
  return true;
}
